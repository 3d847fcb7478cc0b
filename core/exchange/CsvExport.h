#pragma once

#include "core/catalogue/Connection.h"
#include "core/domain/Filter.h"
#include "core/exchange/CsvColumns.h"
#include "core/exchange/CsvFormat.h"

#include <functional>

namespace seamfinder {

struct CsvOptions
{
    CsvLayout layout = CsvLayout::Gaps;
    char delimiter = ',';
    bool bom = false;
    CsvMode mode = CsvMode::Exact;
    Filter filter{};
};

/// What an export holds, for those who log it and tell of it.
struct CsvReport
{
    QVector<ParticipantId> participants; ///< about whom something left, in order of ids
    qint64 withheld = 0;     ///< examples, gaps and interviews left out: withdrawn, or takes no part
    qint64 withoutTexts = 0; ///< examples, gaps and interviews that left without what was typed
    qint64 rows = 0;         ///< lines below the names of the columns
};

/// ',' from ",", '\t' from "tab" or "\t"; Error InvalidInput for what cannot tell cells apart.
[[nodiscard]] char csvDelimiter(const QString &text);

/// Obeys consent (see ExportRows and writeParadata). A filter leaves of answers, marks and paradata those of
/// the interviews that it chooses (ChosenInterviews). Writes the coded examples as RFC 4180 in UTF-8 (see
/// OutputFile for `outputPath`, CsvColumns for the columns). Flows, which are there to be counted, leave out
/// what turned out to be no mismatch unless the filter says something about the status, as every count does.
/// `progress` gets 0 to 1; the connection's cancel check stops it (Error Cancelled). Other errors: those of
/// OutputFile, InvalidInput.
CsvReport exportCsv(Connection &db, const CsvOptions &options, const QString &studyPath,
                    const QString &outputPath, const std::function<void(double)> &progress = {});

} // namespace seamfinder
