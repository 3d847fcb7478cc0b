#include "core/exchange/GapsTable.h"

#include "core/exchange/CsvFormat.h"

#include <array>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr std::array countKeys{"participants"_L1, "examples"_L1, "gaps"_L1};

// Places of the table's rows or columns in the order of the codebook.
QVector<qsizetype> order(const QVector<DimensionValue> &values, Dimension dimension,
                         const DimensionLabels &labels)
{
    QVector<qsizetype> places;
    for (const DimensionValue &value : labels.sorted(dimension, values))
        places.append(values.indexOf(value));
    return places;
}

QJsonObject countsJson(const UnitCounts &counts)
{
    return {
        {u"participants"_s, counts.participants}, {u"examples"_s, counts.examples}, {u"gaps"_s, counts.gaps}};
}
} // namespace

QByteArray gapsTableCsv(const CrossTab &table, const DimensionLabels &labels, CountBy counting)
{
    const CsvFormat format;
    std::string text;
    const auto cell = [&](const QString &value) { format.cell(text, value.toStdString()); };
    const QVector<qsizetype> columns = order(table.columns, table.columnDimension, labels);
    cell(info(table.rowDimension).key);
    for (const qsizetype column : columns)
        cell(labels.key(table.columnDimension, table.columns[column]));
    CsvFormat::endLine(text);
    for (const qsizetype row : order(table.rows, table.rowDimension, labels)) {
        cell(labels.key(table.rowDimension, table.rows[row]));
        for (const qsizetype column : columns)
            cell(QString::number(count(table.cell(row, column), counting)));
        CsvFormat::endLine(text);
    }
    return QByteArray::fromStdString(text);
}

QByteArray gapsTableJson(const CrossTab &table, const DimensionLabels &labels, CountBy counting)
{
    QJsonArray cells;
    for (const qsizetype row : order(table.rows, table.rowDimension, labels)) {
        for (const qsizetype column : order(table.columns, table.columnDimension, labels)) {
            QJsonObject json = countsJson(table.cell(row, column));
            if (json[u"participants"].toInt() + json[u"examples"].toInt() + json[u"gaps"].toInt() == 0)
                continue;
            json.insert(u"row"_s, labels.key(table.rowDimension, table.rows[row]));
            json.insert(u"column"_s, labels.key(table.columnDimension, table.columns[column]));
            cells.append(json);
        }
    }
    return QJsonDocument(QJsonObject{{u"rows"_s, info(table.rowDimension).key},
                                     {u"columns"_s, info(table.columnDimension).key},
                                     {u"count"_s, countKey(counting)},
                                     {u"cells"_s, cells},
                                     {u"total"_s, countsJson(table.total)}})
        .toJson();
}

QLatin1StringView countKey(CountBy counting)
{
    return countKeys[size_t(counting)];
}

std::optional<CountBy> countFromKey(QStringView key)
{
    for (size_t i = 0; i < countKeys.size(); ++i) {
        if (key == countKeys[i])
            return CountBy(i);
    }
    return std::nullopt;
}

} // namespace seamfinder
