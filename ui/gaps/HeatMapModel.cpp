#include "ui/gaps/HeatMapModel.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

void HeatMapModel::setMap(HeatMap map)
{
    beginResetModel();
    m_map = std::move(map);
    m_largest = m_map.largest();
    endResetModel();
}

std::optional<DimensionValue> HeatMapModel::rowValue(int row) const
{
    return row < m_map.rows.size() ? std::optional(m_map.rows[row].value) : std::nullopt;
}

std::optional<DimensionValue> HeatMapModel::columnValue(int column) const
{
    return column < m_map.columns.size() ? std::optional(m_map.columns[column].value) : std::nullopt;
}

const UnitCounts &HeatMapModel::counts(int row, int column) const
{
    const bool allRows = row >= m_map.rows.size(), allColumns = column >= m_map.columns.size();
    if (allRows && allColumns)
        return m_map.total;
    if (allRows)
        return m_map.columns[column].counts;
    return allColumns ? m_map.rows[row].counts : m_map.cell(row, column);
}

int HeatMapModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_map.rows.isEmpty() ? 0 : int(m_map.rows.size()) + 1;
}

int HeatMapModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_map.rows.isEmpty() ? 0 : int(m_map.columns.size()) + 1;
}

QString HeatMapModel::rowLabel(int row) const
{
    return row < m_map.rows.size() ? m_map.rows[row].label : tr("All");
}

QString HeatMapModel::columnLabel(int column) const
{
    return column < m_map.columns.size() ? m_map.columns[column].label : tr("All");
}

QVariant HeatMapModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row(), column = index.column();
    const UnitCounts &counts = this->counts(row, column);
    switch (role) {
    case Qt::DisplayRole:
        return QString::number(count(counts, m_map.counting));
    case CountRole:
        return count(counts, m_map.counting);
    case TotalRole:
        return row >= m_map.rows.size() || column >= m_map.columns.size();
    case ExpectedRole:
        return row < m_map.rows.size() && column < m_map.columns.size() && m_map.isExpected(row, column);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QString text = tr("%1, %2\n%3").arg(rowLabel(row), columnLabel(column), countsText(counts));
        if (data(index, ExpectedRole).toBool())
            text += u'\n' + tr("The codebook expects this flow");
        return role == Qt::ToolTipRole ? text : text.replace(u'\n', u": "_s);
    }
    default:
        return {};
    }
}

QVariant HeatMapModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool across = orientation == Qt::Horizontal;
    if (section < 0 || section >= (across ? columnCount() : rowCount()))
        return {};
    const QString label = across ? columnLabel(section) : rowLabel(section);
    switch (role) {
    case Qt::DisplayRole:
        return label;
    case TotalRole:
        return section >= (across ? m_map.columns.size() : m_map.rows.size());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return label + u'\n' +
               countsText(across ? counts(int(m_map.rows.size()), section)
                                 : counts(section, int(m_map.columns.size())));
    default:
        return {};
    }
}

} // namespace seamfinder
