#include "core/exchange/SheetsInOneTable.h"

#include "core/domain/Error.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

void SheetsInOneTable::add(int number, QStringList cells)
{
    m_cells += cells.size();
    if (cells.size() > m_limits.columns || m_cells > m_limits.cells)
        throw Error(ErrorCode::InvalidInput, u"row %1: there are too many cells"_s.arg(number));
    if (cells.isEmpty())
        return;
    const QString name = cells.takeFirst().trimmed();
    if (!name.isEmpty())
        m_workbook.sheets.append({name, 1, {}});
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
