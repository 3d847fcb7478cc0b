#include "core/exchange/ChosenInterviews.h"

#include "core/analysis/Selection.h"
#include "core/catalogue/CatalogueOrder.h"
#include "core/catalogue/ReadInterviews.h"

#include <algorithm>

namespace seamfinder {

namespace {
bool isOfInterviews(Dimension dimension)
{
    return dimension == Dimension::Participant || dimension == Dimension::Interview ||
           dimension == Dimension::System;
}

bool isOfInterviews(const Filter &filter)
{
    const QList<Dimension> limited = filter.values.keys();
    return filter.text.trimmed().isEmpty() &&
           std::all_of(limited.begin(), limited.end(),
                       [](Dimension dimension) { return isOfInterviews(dimension); });
}

template <class IdType>
bool meets(const QVector<DimensionValue> &chosen, const QVector<IdType> &ids)
{
    return ids.isEmpty() ? chosen.contains(DimensionValue{})
                         : std::any_of(ids.begin(), ids.end(),
                                       [&](IdType id) { return chosen.contains(DimensionValue{id.value}); });
}

bool meets(const Filter &filter, const Interview &interview)
{
    for (const auto &[dimension, chosen] : filter.values.asKeyValueRange()) {
        const bool held = dimension == Dimension::Participant ? meets(chosen, interview.participants)
                          : dimension == Dimension::System
                              ? meets(chosen, interview.systems)
                              : meets(chosen, QVector<InterviewId>{interview.id});
        if (!held)
            return false;
    }
    return true;
}

/// Of examples and needs that meet the filter.
QSet<InterviewId> withMatches(Connection &db, const Filter &filter)
{
    const CatalogueColumns columns = CatalogueColumns::load(db);
    std::optional<std::vector<qint64>> hits;
    if (!filter.text.trimmed().isEmpty())
        hits = searchText(db, filter.text);
    const Selection selection = select(columns, filter, hits);
    std::vector<quint8> rows = selection.examples;
    for (size_t gap = 0; gap < selection.gaps.size(); ++gap) {
        if (selection.gaps[gap])
            rows[size_t(columns.rowOfGap()[gap])] = 1;
    }
    const SetColumn &interviews = columns.column(Dimension::Interview);
    QSet<InterviewId> found;
    for (size_t row = 0; row < rows.size(); ++row) {
        if (!rows[row])
            continue;
        for (const DimensionValue &value : interviews.valuesOf(row))
            found.insert(InterviewId{value.first});
    }
    return found;
}
} // namespace

std::optional<QSet<InterviewId>> chosenInterviews(Connection &db, const Filter &filter)
{
    if (filter.isEmpty())
        return std::nullopt;
    if (!isOfInterviews(filter))
        return withMatches(db, filter);
    QSet<InterviewId> found;
    for (const Interview &interview : readInterviews(db)) {
        if (meets(filter, interview))
            found.insert(interview.id);
    }
    return found;
}

} // namespace seamfinder
