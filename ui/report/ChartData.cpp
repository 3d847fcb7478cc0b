#include "ui/report/ChartData.h"

#include <algorithm>
#include <QCoreApplication>
#include <QHash>
#include <tuple>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Chart)
};

ChartMark mark(const DimensionLabels &names, Dimension dimension, DimensionValue value,
               const UnitCounts &counts, CountBy counting)
{
    ChartMark mark{.value = value,
                   .label = valueLabel(names, dimension, value),
                   .key = names.key(dimension, value),
                   .counts = counts};
    if (value == DimensionValue{})
        mark.label += u" (%1)"_s.arg(count(counts, counting));
    return mark;
}

/// The places of the values in reading order.
QVector<qsizetype> inOrder(Dimension dimension, const QVector<DimensionValue> &values,
                           const DimensionLabels &names)
{
    QVector<qsizetype> order;
    for (const DimensionValue value : names.sorted(dimension, values))
        order.append(std::lower_bound(values.begin(), values.end(), value) - values.begin());
    return order;
}

bool isElement(Dimension dimension)
{
    return dimension == Dimension::ItemElement || dimension == Dimension::Element ||
           dimension == Dimension::MainElement;
}

bool isFlowSide(Dimension dimension)
{
    return dimension == Dimension::NeededBy || dimension == Dimension::Owner ||
           dimension == Dimension::HadBy || dimension == Dimension::Flow;
}

bool expects(const Codebook &codebook, DimensionValue element, Dimension side, DimensionValue role)
{
    const TermId about{element.first};
    const auto in = [](const QVector<TermId> &roles, qint64 id) { return roles.contains(TermId{id}); };
    switch (side) {
    case Dimension::NeededBy:
        return in(codebook.needs(about), role.first);
    case Dimension::Owner:
    case Dimension::HadBy:
        return in(codebook.provides(about), role.first);
    case Dimension::Flow:
        return in(codebook.provides(about), role.first) && in(codebook.needs(about), role.second);
    default:
        return false;
    }
}

} // namespace

QString valueLabel(const DimensionLabels &names, Dimension dimension, DimensionValue value)
{
    return names.label(dimension, value);
}

QString label(CountBy counting)
{
    switch (counting) {
    case CountBy::Participants:
        return Texts::tr("Participants");
    case CountBy::Examples:
        return Texts::tr("Examples");
    case CountBy::Gaps:
        break;
    }
    return Texts::tr("Gaps");
}

QString countsText(const UnitCounts &counts)
{
    const auto part = [](int n, const char *one, const char *many) {
        return n == 1 ? Texts::tr(one) : Texts::tr(many).arg(n);
    };
    return part(counts.participants, QT_TRANSLATE_NOOP("Chart", "1 participant"),
                QT_TRANSLATE_NOOP("Chart", "%1 participants")) +
           u" · "_s +
           part(counts.examples, QT_TRANSLATE_NOOP("Chart", "1 example"),
                QT_TRANSLATE_NOOP("Chart", "%1 examples")) +
           u" · "_s +
           part(counts.gaps, QT_TRANSLATE_NOOP("Chart", "1 gap"), QT_TRANSLATE_NOOP("Chart", "%1 gaps"));
}

QString sizeText(const UnitCounts &counts)
{
    return Texts::tr("n = %1").arg(countsText(counts).replace(u" · "_s, u", "_s));
}

int HeatMap::largest() const
{
    int largest = 0;
    for (const UnitCounts &counts : cells)
        largest = std::max(largest, count(counts, counting));
    return largest;
}

int BarChart::largest() const
{
    int largest = 0;
    for (const ChartMark &bar : bars)
        largest = std::max(largest, count(bar.counts, counting));
    return largest;
}

HeatMap heatMap(const CrossTab &table, const DimensionLabels &names, CountBy counting)
{
    HeatMap map{.rowDimension = table.rowDimension,
                .columnDimension = table.columnDimension,
                .counting = counting,
                .rows = {},
                .columns = {},
                .cells = {},
                .total = table.total};
    const QVector<qsizetype> rows = inOrder(table.rowDimension, table.rows, names);
    const QVector<qsizetype> columns = inOrder(table.columnDimension, table.columns, names);
    for (const qsizetype row : rows)
        map.rows.append(mark(names, table.rowDimension, table.rows[row], table.rowTotals[row], counting));
    for (const qsizetype column : columns)
        map.columns.append(
            mark(names, table.columnDimension, table.columns[column], table.columnTotals[column], counting));
    map.cells.reserve(table.cells.size());
    for (const qsizetype row : rows) {
        for (const qsizetype column : columns)
            map.cells.append(table.cell(row, column));
    }
    return map;
}

BarChart barChart(const QVector<ValueCount> &values, Dimension dimension, const UnitCounts &total,
                  const DimensionLabels &names, CountBy counting)
{
    BarChart chart{.dimension = dimension, .counting = counting, .bars = {}, .total = total};
    QHash<DimensionValue, UnitCounts> countsOf;
    QVector<DimensionValue> order;
    for (const ValueCount &value : values) {
        countsOf.insert(value.value, value.counts);
        order.append(value.value);
    }
    // Equal in what is counted: what more stories and pieces of information speak for stands first, and then
    // the codebook's order.
    for (const DimensionValue value : names.sorted(dimension, order))
        chart.bars.append(mark(names, dimension, value, countsOf.value(value), counting));
    const auto weight = [&](const ChartMark &bar) {
        return std::tuple(bar.value != DimensionValue{}, count(bar.counts, counting), bar.counts.participants,
                          bar.counts.examples, bar.counts.gaps);
    };
    std::stable_sort(chart.bars.begin(), chart.bars.end(), [&](const ChartMark &one, const ChartMark &other) {
        return weight(one) > weight(other);
    });
    return chart;
}

bool canBeExpected(Dimension rows, Dimension columns)
{
    return (isElement(rows) && isFlowSide(columns)) || (isFlowSide(rows) && isElement(columns));
}

void markExpected(HeatMap &map, const Codebook &codebook)
{
    map.expected.clear();
    if (!canBeExpected(map.rowDimension, map.columnDimension))
        return;
    const bool elementsDown = isElement(map.rowDimension);
    map.expected.reserve(map.cells.size());
    for (const ChartMark &row : map.rows) {
        for (const ChartMark &column : map.columns)
            map.expected.append(elementsDown ? expects(codebook, row.value, map.columnDimension, column.value)
                                             : expects(codebook, column.value, map.rowDimension, row.value));
    }
}

QString titleOf(const HeatMap &map)
{
    return Texts::tr("%1 × %2").arg(label(map.rowDimension), label(map.columnDimension));
}

TableRows tableOf(const HeatMap &map)
{
    const QString all = Texts::tr("All");
    QStringList header{label(map.rowDimension)};
    for (const ChartMark &column : map.columns)
        header.append(column.label);
    TableRows rows{header << all};
    const auto number = [&](const UnitCounts &counts) {
        return QString::number(count(counts, map.counting));
    };
    for (qsizetype row = 0; row < map.rows.size(); ++row) {
        QStringList line{map.rows[row].label};
        for (qsizetype column = 0; column < map.columns.size(); ++column)
            line.append(number(map.cell(row, column)));
        rows.append(line << number(map.rows[row].counts));
    }
    QStringList last{all};
    for (const ChartMark &column : map.columns)
        last.append(number(column.counts));
    rows.append(last << number(map.total));
    return rows;
}

TableRows tableOf(const BarChart &chart)
{
    TableRows rows{{label(chart.dimension), label(CountBy::Participants), label(CountBy::Examples),
                    label(CountBy::Gaps)}};
    const auto line = [&](const QString &name, const UnitCounts &counts) {
        rows.append({name, QString::number(counts.participants), QString::number(counts.examples),
                     QString::number(counts.gaps)});
    };
    for (const ChartMark &bar : chart.bars)
        line(bar.label, bar.counts);
    line(Texts::tr("All"), chart.total);
    return rows;
}

} // namespace seamfinder
