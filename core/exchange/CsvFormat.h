#pragma once

#include <QtGlobal>
#include <string>
#include <string_view>

namespace seamfinder {

enum class CsvMode : quint8 {
    Exact,       ///< every text as it is
    Spreadsheet, ///< cells that a spreadsheet would run as a formula get an apostrophe before them,
                 ///< and NUL, which ends a cell in some, is left out
};

/// Whether a spreadsheet would run the cell: it starts with a sign of formulas, also a full-width one, be it
/// after blanks, or with a tab or line end (https://owasp.org/www-community/attacks/CSV_Injection).
[[nodiscard]] bool runsAsFormula(std::string_view text);

/// Writes RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180) into a string: UTF-8, lines end with CR LF, a
/// cell is quoted only where it must be.
class CsvFormat
{
public:
    explicit CsvFormat(char delimiter = ',', CsvMode mode = CsvMode::Exact)
        : m_delimiter(delimiter)
        , m_mode(mode)
    {
    }

    void cell(std::string &line, std::string_view text) const;
    /// Ends a line: takes the delimiter after its last cell away.
    static void endLine(std::string &line);

private:
    char m_delimiter;
    CsvMode m_mode;
};

} // namespace seamfinder
