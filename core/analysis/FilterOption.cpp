#include "core/analysis/FilterOption.h"

#include "core/domain/Error.h"

#include <QStringList>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostKeysListed = 60;
}

Dimension parseDimension(const QString &key, bool forCharts)
{
    const DimensionInfo *found = dimensionByKey(QString(key).replace(u'_', u'-'));
    if (found && (found->forCharts || !forCharts))
        return found->dimension;
    QStringList keys;
    for (const DimensionInfo &entry : dimensions()) {
        if (entry.forCharts || !forCharts)
            keys.append(entry.key);
    }
    throw Error(ErrorCode::InvalidInput,
                u"there is no dimension \"%1\"; the dimensions are: %2"_s.arg(key, keys.join(u", "_s)), key);
}

void addFilterOption(Filter &filter, const QString &option, const DimensionLabels &labels)
{
    const qsizetype equals = option.indexOf(u'=');
    if (equals < 1)
        throw Error(ErrorCode::InvalidInput, u"a filter is written DIMENSION=KEY, not \"%1\""_s.arg(option),
                    option);
    const QString name = option.left(equals), key = option.mid(equals + 1);
    if (name == "text"_L1) {
        filter.text = (filter.text + u' ' + key).trimmed();
        return;
    }
    const Dimension dimension = parseDimension(name, false);
    const std::optional<DimensionValue> value = labels.fromKey(dimension, key);
    if (!value) {
        QStringList keys;
        for (const DimensionValue &known : labels.values(dimension)) {
            if (keys.size() == mostKeysListed) {
                keys.append(u"…"_s);
                break;
            }
            keys.append(labels.key(dimension, known));
        }
        keys.append(DimensionLabels::noneKey);
        throw Error(ErrorCode::InvalidInput,
                    u"%1 has no \"%2\"; its keys are: %3"_s.arg(name, key, keys.join(u", "_s)), option);
    }
    if (!filter.has(dimension, *value))
        filter.toggle(dimension, *value);
}

} // namespace seamfinder
