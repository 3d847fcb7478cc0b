#include "core/analysis/Withheld.h"

#include <algorithm>
#include <set>

namespace seamfinder {

namespace {
qint64 first(const SetColumn::Values &values)
{
    return values.empty() ? 0 : values.front().first;
}
} // namespace

Selection withoutWithheld(const CatalogueColumns &columns, const Consent &consent, Selection selection)
{
    if (consent.withholdsNothing())
        return selection;
    const SetColumn &interviews = columns.column(Dimension::Interview);
    const SetColumn &people = columns.column(Dimension::Participant);
    const std::span<const qint32> rowOfGap = columns.rowOfGap(),
                                  participantOfRow = columns.participantOfRow();
    std::vector<quint8> withheld(selection.examples.size()), counted(selection.examples.size());
    for (size_t row = 0; row < withheld.size(); ++row) {
        withheld[row] =
            consent.of(first(interviews.valuesOf(row)), first(people.valuesOf(row))) == Sharing::Nothing;
        selection.examples[row] &= !withheld[row];
        counted[row] = selection.examples[row];
    }
    for (size_t gap = 0; gap < selection.gaps.size(); ++gap) {
        const auto row = size_t(rowOfGap[gap]);
        selection.gaps[gap] &= !withheld[row];
        counted[row] |= selection.gaps[gap];
    }
    std::vector<quint8> participants(size_t(columns.participantCount()));
    for (size_t row = 0; row < counted.size(); ++row) {
        if (counted[row] && participantOfRow[row] >= 0)
            participants[size_t(participantOfRow[row])] = 1;
    }
    const auto ones = [](const std::vector<quint8> &flags) {
        return int(std::count(flags.begin(), flags.end(), 1));
    };
    selection.counts = {ones(participants), ones(selection.examples), ones(selection.gaps)};
    return selection;
}

QVector<ParticipantId> participantsIn(const CatalogueColumns &columns, const Selection &selection)
{
    std::vector<quint8> counted = selection.examples;
    for (size_t gap = 0; gap < selection.gaps.size(); ++gap)
        counted[size_t(columns.rowOfGap()[gap])] |= selection.gaps[gap];
    const SetColumn &people = columns.column(Dimension::Participant);
    std::set<qint64> ids;
    for (size_t row = 0; row < counted.size(); ++row) {
        if (counted[row])
            ids.insert(first(people.valuesOf(row)));
    }
    ids.erase(0);
    QVector<ParticipantId> participants;
    for (const qint64 id : ids)
        participants.append(ParticipantId{id});
    return participants;
}

} // namespace seamfinder
