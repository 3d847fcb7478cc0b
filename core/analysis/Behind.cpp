#include "core/analysis/Behind.h"

namespace seamfinder {

namespace {

bool shows(const Filter &filter, Dimension dimension, DimensionValue value)
{
    const auto limit = filter.values.constFind(dimension);
    return limit == filter.values.cend() || limit->contains(value);
}

QVector<qsizetype> shown(const QVector<DimensionValue> &values, Dimension dimension, const Filter &filter)
{
    QVector<qsizetype> places;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (shows(filter, dimension, values[i]))
            places.append(i);
    }
    return places;
}

} // namespace

Filter behind(Filter filter, Dimension dimension, DimensionValue value)
{
    filter.values[dimension] = {value};
    return filter;
}

CrossTab withinFilter(const CrossTab &table, const Filter &filter)
{
    const QVector<qsizetype> rows = shown(table.rows, table.rowDimension, filter);
    const QVector<qsizetype> columns = shown(table.columns, table.columnDimension, filter);
    if (rows.size() == table.rows.size() && columns.size() == table.columns.size())
        return table;
    CrossTab within{.rowDimension = table.rowDimension,
                    .columnDimension = table.columnDimension,
                    .rows = {},
                    .columns = {},
                    .cells = {},
                    .rowTotals = {},
                    .columnTotals = {},
                    .total = table.total};
    for (const qsizetype column : columns) {
        within.columns.append(table.columns[column]);
        within.columnTotals.append(table.columnTotals[column]);
    }
    for (const qsizetype row : rows) {
        within.rows.append(table.rows[row]);
        within.rowTotals.append(table.rowTotals[row]);
        for (const qsizetype column : columns)
            within.cells.append(table.cell(row, column));
    }
    return within;
}

QVector<ValueCount> withinFilter(const QVector<ValueCount> &values, Dimension dimension, const Filter &filter)
{
    QVector<ValueCount> within;
    for (const ValueCount &value : values) {
        if (shows(filter, dimension, value.value))
            within.append(value);
    }
    return within;
}

} // namespace seamfinder
