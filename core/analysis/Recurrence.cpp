#include "core/analysis/Recurrence.h"

#include <algorithm>
#include <tuple>

namespace seamfinder {

QVector<ValueCount> ranking(const CatalogueColumns &columns, const Selection &selection, Dimension dimension,
                            CountBy by)
{
    QVector<ValueCount> counts = countValues(columns, selection, dimension);
    const auto key = [by](const ValueCount &entry) {
        return std::tuple(entry.value != DimensionValue{}, count(entry.counts, by), entry.counts.participants,
                          entry.counts.examples, entry.counts.gaps);
    };
    std::stable_sort(counts.begin(), counts.end(),
                     [&](const ValueCount &a, const ValueCount &b) { return key(a) > key(b); });
    return counts;
}

} // namespace seamfinder
