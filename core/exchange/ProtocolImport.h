#pragma once

#include "core/protocol/Protocol.h"
#include "core/protocol/ProtocolProblem.h"

#include <algorithm>

namespace seamfinder {

/// Where in a file of another program something stands. Of a spreadsheet: sheet, row and column; of JSON: the
/// path. What does not apply is empty or 0.
struct ImportPlace
{
    QString sheet;
    int row = 0;    ///< as the spreadsheet shows it, from 1
    QString letter; ///< of the column: "C"
    QString column; ///< its header: "label::English (en)"
    QString path;   ///< "pages[0].elements[2].visibleIf"

    /// "survey, row 5, column C (label)".
    [[nodiscard]] QString text() const;
    friend bool operator==(const ImportPlace &, const ImportPlace &) = default;
};

enum class ImportSeverity : quint8 {
    Warning, ///< something is left out or was changed; the protocol can be used
    Error,   ///< the protocol cannot be used
};

/// One thing that a protocol from another program's file has, and this program has not, or that is wrong.
struct ImportProblem
{
    ImportSeverity severity = ImportSeverity::Error;
    ImportPlace place;
    QString what; ///< one sentence
    QString mend; ///< what to do about it, one sentence
    friend bool operator==(const ImportProblem &, const ImportProblem &) = default;
};

struct ImportedProtocol
{
    Protocol protocol; ///< as far as it could be read; to be used only if isUsable()
    QVector<ImportProblem> problems;
    [[nodiscard]] bool isUsable() const
    {
        return std::none_of(problems.begin(), problems.end(), [](const ImportProblem &problem) {
            return problem.severity == ImportSeverity::Error;
        });
    }
};

} // namespace seamfinder
