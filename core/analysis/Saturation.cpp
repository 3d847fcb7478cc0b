#include "core/analysis/Saturation.h"

#include <QHash>
#include <QSet>

namespace seamfinder {

QVector<SaturationStep> saturation(const QVector<InterviewItems> &interviews)
{
    QVector<SaturationStep> steps;
    QSet<qint64> known;
    for (const InterviewItems &interview : interviews) {
        const QSet<qint64> named(interview.items.begin(), interview.items.end());
        const qsizetype before = known.size();
        known.unite(named);
        steps.append(SaturationStep{.interview = interview.interview,
                                    .named = int(named.size()),
                                    .fresh = int(known.size() - before),
                                    .known = int(known.size())});
    }
    return steps;
}

QVector<InterviewItems> itemsByInterview(const CatalogueColumns &columns, const Selection &selection,
                                         const QVector<qint64> &interviews)
{
    QVector<InterviewItems> named;
    QHash<qint64, qsizetype> places;
    for (const qint64 interview : interviews) {
        places.insert(interview, named.size());
        named.append(InterviewItems{.interview = interview, .items = {}});
    }
    const SetColumn &interviewOfRow = columns.column(Dimension::Interview);
    const SetColumn &itemsOfGap = columns.column(Dimension::Item);
    const auto rowOfGap = columns.rowOfGap();
    for (size_t gap = 0; gap < rowOfGap.size(); ++gap) {
        if (!selection.gaps[gap])
            continue;
        for (const DimensionValue interview : interviewOfRow.valuesOf(size_t(rowOfGap[gap]))) {
            const auto place = places.constFind(interview.first);
            if (place == places.cend())
                continue;
            for (const DimensionValue item : itemsOfGap.valuesOf(gap))
                named[*place].items.append(item.first);
        }
    }
    return named;
}

} // namespace seamfinder
