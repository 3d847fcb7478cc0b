#include "core/analysis/Counts.h"

#include "core/analysis/UnitWalk.h"
#include "core/domain/Error.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostCells = 4'000'000;

// The values of one dimension that the units have, and for each set of its dictionary their places among
// them.
struct Axis
{
    Axis(const CatalogueColumns &columns, const std::vector<UnitWalk::Unit> &units, Dimension dimension)
        : column(columns.column(dimension))
        , ofGap(info(dimension).ofGap)
    {
        std::vector<quint8> occurs(column.dictionary().size());
        for (const UnitWalk::Unit &unit : units)
            occurs[setOf(unit)] = 1;
        for (size_t set = 0; set < occurs.size(); ++set) {
            if (!occurs[set])
                continue;
            if (set == 0)
                values.append(DimensionValue{});
            for (const DimensionValue &value : column.dictionary()[set])
                values.append(value);
        }
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
        starts.assign(occurs.size() + 1, 0);
        for (size_t set = 0; set < occurs.size(); ++set) {
            if (occurs[set] && set == 0)
                places.push_back(0);
            if (occurs[set]) {
                for (const DimensionValue &value : column.dictionary()[set])
                    places.push_back(
                        quint32(std::lower_bound(values.begin(), values.end(), value) - values.begin()));
            }
            starts[set + 1] = quint32(places.size());
        }
    }

    [[nodiscard]] quint32 setOf(const UnitWalk::Unit &unit) const
    {
        if (!ofGap)
            return column.setOf(size_t(unit.row));
        return unit.gap < 0 ? 0 : column.setOf(size_t(unit.gap));
    }
    [[nodiscard]] std::span<const quint32> placesOf(const UnitWalk::Unit &unit) const
    {
        const quint32 set = setOf(unit);
        return {places.data() + starts[set], places.data() + starts[set + 1]};
    }

    const SetColumn &column;
    bool ofGap;
    QVector<DimensionValue> values;
    std::vector<quint32> places, starts; ///< set s has the places from starts[s] to starts[s + 1]
};

QVector<ValueCount> countAlong(const CatalogueColumns &columns, const std::vector<UnitWalk::Unit> &units,
                               Dimension dimension)
{
    const Axis axis(columns, units, dimension);
    CellCounter counter(size_t(axis.values.size()));
    const std::span<const qint32> participants = columns.participantOfRow();
    for (const UnitWalk::Unit &unit : units) {
        const bool isExample = !columns.isNeed(size_t(unit.row));
        for (const quint32 place : axis.placesOf(unit))
            counter.add(place, participants[size_t(unit.row)], unit.row, isExample, unit.gap >= 0);
    }
    QVector<ValueCount> counts;
    counts.reserve(axis.values.size());
    for (qsizetype i = 0; i < axis.values.size(); ++i)
        counts.append({axis.values[i], counter.counts(size_t(i))});
    return counts;
}
} // namespace

QVector<ValueCount> countValues(const CatalogueColumns &columns, const Selection &selection,
                                Dimension dimension)
{
    return countAlong(columns, UnitWalk(columns, selection).units(), dimension);
}

QVector<QVector<ValueCount>> countValues(const CatalogueColumns &columns, const Selection &selection,
                                         std::span<const Dimension> dimensions)
{
    const UnitWalk walk(columns, selection);
    QVector<QVector<ValueCount>> counts;
    counts.reserve(qsizetype(dimensions.size()));
    for (const Dimension dimension : dimensions)
        counts.append(countAlong(columns, walk.units(), dimension));
    return counts;
}

CrossTab crossTab(const CatalogueColumns &columns, const Selection &selection, Dimension rows,
                  Dimension columnDimension)
{
    const UnitWalk walk(columns, selection);
    const Axis down(columns, walk.units(), rows), across(columns, walk.units(), columnDimension);
    const qsizetype height = down.values.size(), width = across.values.size();
    if (height * width > mostCells)
        throw Error(ErrorCode::InvalidInput,
                    u"a table of %1 rows and %2 columns is too big"_s.arg(height).arg(width));

    // The cells, then the totals of rows, of columns, and of all.
    const auto rowTotal = size_t(height * width), columnTotal = rowTotal + size_t(height),
               total = columnTotal + size_t(width);
    CellCounter counter(total + 1);
    const std::span<const qint32> participants = columns.participantOfRow();
    for (const UnitWalk::Unit &unit : walk.units()) {
        const bool isExample = !columns.isNeed(size_t(unit.row));
        const bool isGap = unit.gap >= 0;
        const qint32 participant = participants[size_t(unit.row)];
        const auto add = [&](size_t cell) { counter.add(cell, participant, unit.row, isExample, isGap); };
        const std::span<const quint32> columnPlaces = across.placesOf(unit);
        for (const quint32 row : down.placesOf(unit)) {
            for (const quint32 column : columnPlaces)
                add(size_t(row) * size_t(width) + column);
            add(rowTotal + row);
        }
        for (const quint32 column : columnPlaces)
            add(columnTotal + column);
        add(total);
    }

    CrossTab table{rows, columnDimension, down.values, across.values, {}, {}, {}, counter.counts(total)};
    table.cells.reserve(qsizetype(rowTotal));
    for (size_t i = 0; i < total; ++i)
        (i < rowTotal      ? table.cells
         : i < columnTotal ? table.rowTotals
                           : table.columnTotals)
            .append(counter.counts(i));
    return table;
}

CrossTab reordered(const CrossTab &table, const QVector<DimensionValue> &rows,
                   const QVector<DimensionValue> &columns)
{
    CrossTab result{table.rowDimension, table.columnDimension, rows, columns, {}, {}, {}, table.total};
    QVector<qsizetype> across;
    for (const DimensionValue &column : columns) {
        across.append(table.columns.indexOf(column));
        result.columnTotals.append(table.columnTotals[across.last()]);
    }
    for (const DimensionValue &row : rows) {
        const qsizetype down = table.rows.indexOf(row);
        result.rowTotals.append(table.rowTotals[down]);
        for (const qsizetype column : across)
            result.cells.append(table.cell(down, column));
    }
    return result;
}

} // namespace seamfinder
