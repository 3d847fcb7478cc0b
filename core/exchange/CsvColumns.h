#pragma once

#include "core/catalogue/ExportRows.h"
#include "core/exchange/CsvNames.h"

#include <functional>
#include <QStringList>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace seamfinder {

enum class CsvLayout : quint8 {
    Gaps,
    Flows,
    Examples,
    Wide,
    Codings,
    Evidence, ///< see EvidenceCsv
    Answers,  ///< of interviews: see AnswersCsv
    Marks,    ///< of interviews: see MarksCsv
    Paradata, ///< of interviews: see ParadataCsv
};
/// Its rows are those of interviews, so a filter leaves whole interviews.
[[nodiscard]] bool isOfInterviews(CsvLayout layout);

struct CsvLayoutInfo
{
    CsvLayout layout;
    QLatin1StringView key;
    const char *label; ///< English; translated with context "CsvLayout"
};
[[nodiscard]] std::span<const CsvLayoutInfo> csvLayouts();
/// Error InvalidInput, listing those there are.
[[nodiscard]] CsvLayout csvLayout(const QString &key);

/// What one line is about.
struct CsvRow
{
    const ExportBatch *batch = nullptr;
    const ExportUnit *example = nullptr;
    std::span<const ExportUnit> gaps;       ///< one or none; in layouts by example all of it
    const ExportCoding *owner = nullptr;    ///< flows: the one pair of this line
    const ExportCoding *neededBy = nullptr; ///< flows
    const ExportCoding *coding = nullptr;   ///< codings
    std::string scratch;

    bool isByExample = false; ///< the line is the example's, however many gaps it has

    [[nodiscard]] bool isOfGap() const { return !example || (gaps.size() == 1 && !isByExample); }
    [[nodiscard]] const ExportUnit &unit() const { return isOfGap() ? gaps.front() : *example; }
};

/// A column: its header, and the text of its cell, valid until the next.
struct CsvColumn
{
    std::string name;
    std::function<std::string_view(CsvRow &)> text;
};

/// A term used in a facet (by number), for the columns of the wide layout. Facet 0 to -2 stand for
/// occurrence, source and breadth.
using CsvUse = std::pair<int, qint64>;
/// Adds those of a record.
void collectUse(const ExportRecord &record, std::set<CsvUse> &used);

[[nodiscard]] std::vector<CsvColumn> csvColumns(CsvLayout layout, const CsvNames &names,
                                                const std::vector<CsvUse> &used = {});

} // namespace seamfinder
