#include "core/exchange/SurveyJsTables.h"

#include "core/exchange/SurveyJsReader.h"

#include <array>
#include <QJsonArray>
#include <QJsonDocument>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 64; ///< lists within each other
constexpr std::array lists{"pages"_L1, "elements"_L1, "questions"_L1, "templateElements"_L1};

bool isRequired(const QJsonObject &element)
{
    return element.value("isRequired"_L1).toBool() || element.value("isAllRowRequired"_L1).toBool() ||
           element.value("eachRowRequired"_L1).toBool();
}

/// A choice, row or item: its value, and its text if it has one.
struct Item
{
    QString value;
    QJsonValue text;
};

Item itemOf(const QJsonValue &item)
{
    const QString value = textOfValue(item.isObject() ? item["value"_L1] : item);
    const QJsonValue text = item["text"_L1];
    return {value, item.isObject() && !text.isUndefined() ? text : QJsonValue(value)};
}

QJsonObject named(QJsonObject element, const QString &name, const QString &place)
{
    element.insert("name"_L1, name);
    element.insert(tablePlace, place);
    return element;
}

/// "{row.price}" of a table is "{table.price}" to everybody.
QJsonObject withRow(const QJsonObject &column, const QString &row)
{
    QByteArray json = QJsonDocument(column).toJson(QJsonDocument::Compact);
    // As a text of JSON has it.
    QByteArray quoted = QJsonDocument(QJsonArray{u'{' + row + u'.'}).toJson(QJsonDocument::Compact);
    quoted = quoted.sliced(2, quoted.size() - 4);
    return QJsonDocument::fromJson(json.replace("{row.", quoted)).object();
}

/// The questions of a table's columns; `row`: "table", or "table.row".
QJsonArray cells(const QJsonObject &table, const QString &row)
{
    QJsonArray result;
    const QJsonArray columns = table.value("columns"_L1).toArray();
    for (qsizetype i = 0; i < columns.size(); ++i) {
        QJsonObject cell = columns[i].isObject() ? withRow(columns[i].toObject(), row)
                                                 : QJsonObject{{u"name"_s, textOfValue(columns[i])}};
        const QString name = cell.value("name"_L1).toString();
        QString type = cell.value("cellType"_L1).toString();
        if (type.isEmpty() || type == "default"_L1)
            type = table.value("cellType"_L1).toString(u"dropdown"_s);
        cell.insert("type"_L1, type);
        if (!cell.contains("title"_L1))
            cell.insert("title"_L1, name);
        // Columns without choices of their own have those of the table.
        if (cell.value("choices"_L1).toArray().isEmpty() && table.contains("choices"_L1))
            cell.insert("choices"_L1, table.value("choices"_L1));
        // Tables may be drawn before their choices are known; such a column could not be asked as a choice.
        if (cell.value("type"_L1) == "dropdown"_L1 && cell.value("choices"_L1).toArray().isEmpty() &&
            !cell.contains("choicesByUrl"_L1))
            cell.insert("type"_L1, u"text"_s);
        result.append(named(cell, row + u'.' + name, u"columns[%1]"_s.arg(i)));
    }
    return result;
}

/// Without what only a table has.
QJsonObject panel(QJsonObject table, QLatin1StringView type, QLatin1StringView list,
                  const QJsonArray &elements)
{
    for (const QLatin1StringView key : {"columns"_L1, "rows"_L1, "items"_L1, "choices"_L1, "cellType"_L1,
                                        "isRequired"_L1, "defaultValue"_L1})
        table.remove(key);
    if (!table.contains("title"_L1))
        table.insert("title"_L1, table.value("name"_L1));
    table.insert("type"_L1, QString(type));
    table.insert(list, elements);
    return table;
}

QJsonObject ofMatrix(QJsonObject table)
{
    const QString name = table.value("name"_L1).toString();
    const QJsonArray rows = table.value("rows"_L1).toArray(), columns = table.value("columns"_L1).toArray();
    if (rows.isEmpty()) { // it is one row without a name
        table.insert("type"_L1, u"radiogroup"_s);
        table.insert("choices"_L1, columns);
        return table;
    }
    QJsonArray elements;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const Item row = itemOf(rows[i]);
        elements.append(named({{u"type"_s, u"radiogroup"_s},
                               {u"title"_s, row.text},
                               {u"choices"_s, columns},
                               {u"isRequired"_s, isRequired(table)}},
                              name + u'.' + row.value, u"rows[%1]"_s.arg(i)));
    }
    return panel(table, "panel"_L1, "elements"_L1, elements);
}

QJsonObject ofDropdowns(const QJsonObject &table)
{
    const QString name = table.value("name"_L1).toString();
    const QJsonArray rows = table.value("rows"_L1).toArray();
    QJsonArray elements;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const Item row = itemOf(rows[i]);
        const QString rowName = name + u'.' + row.value;
        elements.append(
            named({{u"type"_s, u"panel"_s}, {u"title"_s, row.text}, {u"elements"_s, cells(table, rowName)}},
                  rowName, u"rows[%1]"_s.arg(i)));
    }
    return panel(table, "panel"_L1, "elements"_L1, elements);
}

QJsonObject ofTexts(const QJsonObject &table)
{
    const QString name = table.value("name"_L1).toString();
    const QJsonArray items = table.value("items"_L1).toArray();
    QJsonArray elements;
    for (qsizetype i = 0; i < items.size(); ++i) {
        QJsonObject item = items[i].toObject();
        const QString itemName = item.value("name"_L1).toString();
        item.insert("type"_L1, u"text"_s);
        if (!item.contains("title"_L1))
            item.insert("title"_L1, itemName);
        if (isRequired(table))
            item.insert("isRequired"_L1, true);
        elements.append(named(item, name + u'.' + itemName, u"items[%1]"_s.arg(i)));
    }
    return panel(table, "panel"_L1, "elements"_L1, elements);
}

QJsonObject ofRows(QJsonObject table)
{
    for (const auto &[from, to] :
         {std::pair("minRowCount"_L1, "minPanelCount"_L1), std::pair("maxRowCount"_L1, "maxPanelCount"_L1)}) {
        if (table.contains(from))
            table.insert(to, table.value(from));
    }
    return panel(table, "paneldynamic"_L1, "templateElements"_L1,
                 cells(table, table.value("name"_L1).toString()));
}

QJsonObject replaced(QJsonObject element, int depth)
{
    if (depth > deepest)
        return element;
    for (const QLatin1StringView list : lists) {
        if (!element.value(list).isArray())
            continue;
        QJsonArray inside;
        for (const QJsonValue each : element.value(list).toArray())
            inside.append(each.isObject() ? QJsonValue(replaced(each.toObject(), depth + 1)) : each);
        element.insert(list, inside);
    }
    const QString type = element.value("type"_L1).toString();
    return type == "matrix"_L1           ? ofMatrix(element)
           : type == "matrixdropdown"_L1 ? ofDropdowns(element)
           : type == "matrixdynamic"_L1  ? ofRows(element)
           : type == "multipletext"_L1   ? ofTexts(element)
                                         : element;
}

} // namespace

QJsonObject withoutTables(const QJsonObject &survey)
{
    return replaced(survey, 0);
}

} // namespace seamfinder
