#pragma once

#include "core/analysis/Counts.h"
#include "core/analysis/DimensionLabels.h"

namespace seamfinder {

/// A value's label; "not yet coded" where a code is missing.
[[nodiscard]] QString valueLabel(const DimensionLabels &names, Dimension dimension, DimensionValue value);
[[nodiscard]] QString label(CountBy counting); ///< "Participants"
/// "5 participants · 8 examples · 11 gaps"
[[nodiscard]] QString countsText(const UnitCounts &counts);
/// "n = 12 participants, 71 examples, 118 gaps"
[[nodiscard]] QString sizeText(const UnitCounts &counts);

/// A row, a column or a bar: what it stands for and how often it occurs.
struct ChartMark
{
    DimensionValue value{};
    QString label{}; ///< "not yet coded (7)" where the value is missing
    QString key{};
    UnitCounts counts{};
};

/// Two dimensions crossed, named and in reading order: all that a view, a picture or a table needs.
struct HeatMap
{
    Dimension rowDimension = Dimension::ItemElement;
    Dimension columnDimension = Dimension::NeededBy;
    CountBy counting = CountBy::Participants;
    QVector<ChartMark> rows{}, columns{};
    QVector<UnitCounts> cells{}; ///< row by row
    QVector<bool> expected{};    ///< like cells; empty where nothing can be expected
    UnitCounts total{};
    QString limits{}; ///< what it is limited to, in words

    [[nodiscard]] const UnitCounts &cell(qsizetype row, qsizetype column) const
    {
        return cells[row * columns.size() + column];
    }
    [[nodiscard]] bool isExpected(qsizetype row, qsizetype column) const
    {
        return !expected.isEmpty() && expected[row * columns.size() + column];
    }
    [[nodiscard]] int largest() const; ///< the highest number in a cell
};

/// One dimension's values, the most frequent first; what is not coded stands last.
struct BarChart
{
    Dimension dimension = Dimension::Item;
    CountBy counting = CountBy::Participants;
    QVector<ChartMark> bars{};
    UnitCounts total{};
    QString limits{}; ///< what it is limited to, in words

    [[nodiscard]] int largest() const;
};

[[nodiscard]] HeatMap heatMap(const CrossTab &table, const DimensionLabels &names, CountBy counting);
[[nodiscard]] BarChart barChart(const QVector<ValueCount> &values, Dimension dimension,
                                const UnitCounts &total, const DimensionLabels &names, CountBy counting);

/// Whether the expected flow says anything about these two dimensions.
[[nodiscard]] bool canBeExpected(Dimension rows, Dimension columns);
/// Marks the cells in which the codebook expects information to flow: who usually provides, who usually needs
/// it. Leaves `expected` empty where `canBeExpected` is false.
void markExpected(HeatMap &map, const Codebook &codebook);

/// "Element of the information × Needed it"
[[nodiscard]] QString titleOf(const HeatMap &map);

/// Rows of cells, a header first; with totals, so that a spreadsheet shows what the window shows.
using TableRows = QVector<QStringList>;
[[nodiscard]] TableRows tableOf(const HeatMap &map);
[[nodiscard]] TableRows tableOf(const BarChart &chart);

} // namespace seamfinder
