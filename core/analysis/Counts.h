#pragma once

#include "core/analysis/Selection.h"

#include <QVector>

namespace seamfinder {

struct ValueCount
{
    DimensionValue value;
    UnitCounts counts;

    friend bool operator==(const ValueCount &, const ValueCount &) = default;
};

/// How often each value of a dimension occurs in a selection, "(none)" included where something is not coded;
/// in order of value. A unit with several values counts once for each.
[[nodiscard]] QVector<ValueCount> countValues(const CatalogueColumns &columns, const Selection &selection,
                                              Dimension dimension);
/// The same for several dimensions of one selection, in their order.
[[nodiscard]] QVector<QVector<ValueCount>> countValues(const CatalogueColumns &columns,
                                                       const Selection &selection,
                                                       std::span<const Dimension> dimensions);

/// Two dimensions crossed. Only values that occur; sort and fill up as the reader needs.
struct CrossTab
{
    Dimension rowDimension = Dimension::ItemElement;
    Dimension columnDimension = Dimension::NeededBy;
    QVector<DimensionValue> rows; ///< ascending; "(none)", if any, first
    QVector<DimensionValue> columns;
    QVector<UnitCounts> cells;                   ///< row by row
    QVector<UnitCounts> rowTotals, columnTotals; ///< distinct units, not sums
    UnitCounts total;

    [[nodiscard]] const UnitCounts &cell(qsizetype row, qsizetype column) const
    {
        return cells[row * columns.size() + column];
    }
};

/// Error InvalidInput if the table would have more than four million cells.
[[nodiscard]] CrossTab crossTab(const CatalogueColumns &columns, const Selection &selection, Dimension rows,
                                Dimension columnDimension);

/// The same table with other rows or columns first: `rows` and `columns` are its own, in the wanted order.
[[nodiscard]] CrossTab reordered(const CrossTab &table, const QVector<DimensionValue> &rows,
                                 const QVector<DimensionValue> &columns);

} // namespace seamfinder
