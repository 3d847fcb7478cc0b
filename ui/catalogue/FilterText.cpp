#include "ui/catalogue/FilterText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

/// Plural forms depend on the number, digits on the language: both at once.
QString numbered(const char *one, const char *many, int n)
{
    // English needs no translation file for its plural.
    return QCoreApplication::translate("Counts", n == 1 ? one : many).arg(QLocale().toString(n));
}

} // namespace

QString countsText(const UnitCounts &counts)
{
    return numbered(QT_TRANSLATE_NOOP("Counts", "%1 participant"),
                    QT_TRANSLATE_NOOP("Counts", "%1 participants"), counts.participants) +
           u" · "_s +
           numbered(QT_TRANSLATE_NOOP("Counts", "%1 example"), QT_TRANSLATE_NOOP("Counts", "%1 examples"),
                    counts.examples) +
           u" · "_s +
           numbered(QT_TRANSLATE_NOOP("Counts", "%1 gap"), QT_TRANSLATE_NOOP("Counts", "%1 gaps"),
                    counts.gaps);
}

QByteArray toJson(const Filter &filter)
{
    QJsonObject dimensions;
    for (auto it = filter.values.begin(); it != filter.values.end(); ++it) {
        QJsonArray values;
        for (const DimensionValue value : it.value()) // as text: JSON's numbers are too short for ids
            values.append(u"%1:%2"_s.arg(value.first).arg(value.second));
        dimensions.insert(QString(info(it.key()).key), values);
    }
    return QJsonDocument(QJsonObject{{u"values"_s, dimensions}, {u"text"_s, filter.text}})
        .toJson(QJsonDocument::Compact);
}

Filter filterFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Filter filter;
    filter.text = object.value("text"_L1).toString();
    const QJsonObject dimensions = object.value("values"_L1).toObject();
    for (auto it = dimensions.begin(); it != dimensions.end(); ++it) {
        const DimensionInfo *dimension = dimensionByKey(it.key());
        if (!dimension)
            continue;
        for (const QJsonValue &value : it.value().toArray()) {
            const QStringList parts = value.toString().split(u':');
            bool firstOk = false;
            bool secondOk = false;
            if (parts.size() != 2)
                continue;
            const DimensionValue read{parts[0].toLongLong(&firstOk), parts[1].toLongLong(&secondOk)};
            if (firstOk && secondOk && !filter.has(dimension->dimension, read))
                filter.toggle(dimension->dimension, read);
        }
    }
    return filter;
}

} // namespace seamfinder
