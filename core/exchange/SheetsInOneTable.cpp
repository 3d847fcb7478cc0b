#include "core/exchange/SheetsInOneTable.h"

#include "core/domain/Error.h"
#include "core/exchange/XlsFormColumns.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// The header of a survey whose first column is one of its own, and not that of the sheets' names.
bool isHeaderOfSurvey(const QStringList &cells)
{
    static const QStringList sheets{u"survey"_s, u"choices"_s, u"settings"_s};
    const QString first = cells.first().trimmed();
    if (first.isEmpty() || sheets.contains(first, Qt::CaseInsensitive))
        return false;
    QStringList keys;
    for (const QString &cell : cells)
        keys.append(formColumn(cell).key);
    return keys.contains(u"type"_s) && keys.contains(u"name"_s);
}
} // namespace

void SheetsInOneTable::add(int number, QStringList cells)
{
    m_cells += cells.size();
    if (cells.size() > m_limits.columns || m_cells > m_limits.cells)
        throw Error(ErrorCode::InvalidInput, u"row %1: there are too many cells"_s.arg(number));
    if (cells.isEmpty())
        return;
    if (m_workbook.sheets.isEmpty() && isHeaderOfSurvey(cells)) {
        m_onlySurvey = true;
        m_workbook.sheets.append({u"survey"_s, 0, {}});
    }
    if (!m_onlySurvey) {
        const QString name = cells.takeFirst().trimmed();
        if (!name.isEmpty())
            m_workbook.sheets.append({name, 1, {}});
    }
    const bool empty =
        std::all_of(cells.begin(), cells.end(), [](const QString &cell) { return cell.isEmpty(); });
    if (empty)
        return;
    if (m_workbook.sheets.isEmpty())
        throw Error(
            ErrorCode::InvalidInput,
            u"row %1: no sheet is named; the first cell of the first row is to say “survey”"_s.arg(number));
    m_workbook.sheets.last().rows.append({number, std::move(cells)});
}

} // namespace seamfinder
