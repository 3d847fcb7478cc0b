#include "core/domain/Filter.h"

#include "core/domain/Fields.h"

namespace seamfinder {

void Filter::toggle(Dimension dimension, DimensionValue value)
{
    QVector<DimensionValue> &chosen = values[dimension];
    if (chosen.removeAll(value) == 0)
        chosen.append(value);
    if (chosen.isEmpty())
        values.remove(dimension);
}

bool Filter::has(Dimension dimension, DimensionValue value) const
{
    return values.value(dimension).contains(value);
}

bool Filter::limitsGaps() const
{
    for (auto it = values.keyBegin(); it != values.keyEnd(); ++it) {
        if (info(*it).ofGap)
            return true;
    }
    return false;
}

Filter withoutNonMismatches(Filter filter)
{
    if (filter.values.contains(Dimension::Status))
        return filter;
    const auto choices = fields::example::status.choices;
    for (size_t i = 0; i < choices.size(); ++i) {
        if (choices[i].key != QLatin1StringView("not-mismatch"))
            filter.values[Dimension::Status].append(DimensionValue{qint64(i + 1), 0});
    }
    filter.values[Dimension::Status].append(DimensionValue{}); // information needs have no status, and count
    return filter;
}

} // namespace seamfinder
