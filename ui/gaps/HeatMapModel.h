#pragma once

#include "ui/report/ChartData.h"

#include <QAbstractTableModel>

namespace seamfinder {

/// A heat map as a table, so that views, keyboard and assistive technology treat it as one. The last column
/// and the last row hold the totals ("All").
class HeatMapModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { CountRole = Qt::UserRole, ExpectedRole, TotalRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setMap(HeatMap map);
    [[nodiscard]] const HeatMap &map() const { return m_map; }
    [[nodiscard]] int largest() const { return m_largest; }

    /// The value of a row (column); nothing for the totals.
    [[nodiscard]] std::optional<DimensionValue> rowValue(int row) const;
    [[nodiscard]] std::optional<DimensionValue> columnValue(int column) const;
    [[nodiscard]] const UnitCounts &counts(int row, int column) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString rowLabel(int row) const;
    [[nodiscard]] QString columnLabel(int column) const;

    HeatMap m_map;
    int m_largest = 0;
};

} // namespace seamfinder
