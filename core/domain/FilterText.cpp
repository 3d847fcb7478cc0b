#include "core/domain/FilterText.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace seamfinder {

using namespace Qt::StringLiterals;

QString filterToText(const Filter &filter)
{
    QJsonObject values;
    for (auto it = filter.values.cbegin(); it != filter.values.cend(); ++it) {
        QJsonArray list;
        for (const DimensionValue value : it.value())
            list.append(u"%1 %2"_s.arg(value.first).arg(value.second));
        values.insert(info(it.key()).key, list);
    }
    const QJsonObject object{{u"text"_s, filter.text}, {u"values"_s, values}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Filter filterFromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    Filter filter;
    filter.text = object.value("text"_L1).toString();
    const QJsonObject values = object.value("values"_L1).toObject();
    for (auto it = values.begin(); it != values.end(); ++it) {
        const DimensionInfo *dimension = dimensionByKey(it.key());
        const QJsonArray list = it.value().toArray();
        for (const auto &entry : list) {
            const QStringList parts = entry.toString().split(u' ');
            bool one = false, other = false;
            if (!dimension || parts.size() != 2)
                continue;
            const DimensionValue value{parts[0].toLongLong(&one), parts[1].toLongLong(&other)};
            if (one && other && !filter.has(dimension->dimension, value))
                filter.values[dimension->dimension].append(value);
        }
    }
    return filter;
}

} // namespace seamfinder
