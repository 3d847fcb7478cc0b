#include "ui/study/StudyOverview.h"

#include "core/analysis/Counts.h"
#include "core/interview/InterviewMinutes.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

/// What wants attention stands first; then the newest.
int urgency(const OverviewRow &row)
{
    if (row.state == interview_state::inProgress)
        return 0;
    if (row.state == interview_state::paused || row.state == interview_state::finishing)
        return 1;
    if (row.state == interview_state::planned)
        return 2;
    if (row.state.isEmpty())
        return 3;
    return row.state == interview_state::withdrawn || row.state == interview_state::declined ? 5 : 4;
}

QString roleNames(const QVector<ParticipantId> &participants, const QHash<ParticipantId, Participant> &known,
                  const Codebook &codebook)
{
    QStringList names;
    for (const ParticipantId id : participants) {
        for (const TermId role : known.value(id).roles) {
            const QString name = codebook.label(role);
            if (!name.isEmpty() && !names.contains(name))
                names.append(name);
        }
    }
    return names.join(u", "_s);
}

void countOpen(StudyOverview &overview, const CatalogueColumns &columns)
{
    const CrossTab table =
        crossTab(columns, select(columns, Filter{}), Dimension::Interview, Dimension::Open);
    QHash<qint64, qsizetype> places;
    for (qsizetype i = 0; i < overview.rows.size(); ++i)
        places.insert(overview.rows[i].interview.value, i);
    // How many examples lack anything at all is the row's total without those that lack nothing.
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        const auto place = places.constFind(table.rows[row].first);
        if (table.rows[row].first == 0 || place == places.cend())
            continue;
        OverviewRow &shown = overview.rows[*place];
        shown.openExamples = table.rowTotals[row].examples;
        for (qsizetype column = 0; column < table.columns.size(); ++column) {
            const int examples = table.cell(row, column).examples;
            if (table.columns[column].first == 0)
                shown.openExamples -= examples;
            else if (examples > 0)
                shown.open.append({OpenField(table.columns[column].first), examples});
        }
    }
}

void addSaturation(StudyOverview &overview, const CatalogueColumns &columns)
{
    QVector<OverviewRow *> held;
    for (OverviewRow &row : overview.rows) {
        if (interview_state::isHeld(row.state))
            held.append(&row);
    }
    std::sort(held.begin(), held.end(), [](const OverviewRow *one, const OverviewRow *other) {
        return std::pair(one->date.value_or(one->interview.value), one->interview.value) <
               std::pair(other->date.value_or(other->interview.value), other->interview.value);
    });
    QVector<qint64> order;
    for (const OverviewRow *row : held)
        order.append(row->interview.value);
    overview.steps = saturation(itemsByInterview(columns, select(columns, withoutNonMismatches({})), order));
    for (qsizetype i = 0; i < held.size(); ++i)
        held[i]->step = overview.steps[i];
}

} // namespace

StudyOverview readOverview(Connection &db, const Codebook &codebook,
                           const std::shared_ptr<const CatalogueColumns> &columns)
{
    StudyOverview overview;
    const StudyInfo info = readStudyInfo(db);
    overview.participants = info.participants;
    overview.interviews = info.interviews;
    overview.examples = info.examples;
    overview.gaps = info.gaps;

    QHash<ParticipantId, Participant> participants;
    QHash<TermId, int> mainRoles;
    for (const Participant &participant : readParticipants(db)) {
        participants.insert(participant.id, participant);
        ++mainRoles[participant.roles.value(0)];
    }
    for (const Term &role : codebook.inFacet(u"role")) {
        if (const int count = mainRoles.value(role.id))
            overview.roles.append({role.label, count});
    }

    const QVector<Interview> interviews = readInterviews(db);
    QVector<InterviewId> ids;
    for (const Interview &interview : interviews)
        ids.append(interview.id);
    const QHash<InterviewId, int> minutes = minutesTaken(db, ids);
    QHash<ParticipantId, bool> interviewed;
    for (const Interview &interview : interviews) {
        OverviewRow row{.interview = interview.id,
                        .participants = interview.participants,
                        .who = QStringList(interview.pseudonyms).join(u", "_s),
                        .roles = roleNames(interview.participants, participants, codebook),
                        .protocol = interview.protocolTitle,
                        .state = interview.standing(),
                        .date = interview.date,
                        .examples = interview.examples,
                        .gaps = interview.gaps};
        if (const auto took = minutes.constFind(interview.id); took != minutes.cend())
            row.minutes = *took;
        row.planned = interview.plannedMinutes;
        overview.complete += interview.standing() == interview_state::complete;
        overview.declined += interview.standing() == interview_state::declined;
        for (const ParticipantId id : interview.participants)
            interviewed.insert(id, true);
        overview.rows.append(row);
    }
    for (const Participant &participant : std::as_const(participants)) {
        if (!interviewed.contains(participant.id))
            overview.rows.append({.participants = {participant.id},
                                  .who = participant.pseudonym,
                                  .roles = roleNames({participant.id}, participants, codebook)});
    }
    std::stable_sort(overview.rows.begin(), overview.rows.end(),
                     [](const OverviewRow &one, const OverviewRow &other) {
                         return std::tuple(urgency(one), -one.date.value_or(0), one.who) <
                                std::tuple(urgency(other), -other.date.value_or(0), other.who);
                     });
    if (columns) {
        countOpen(overview, *columns);
        addSaturation(overview, *columns);
    }
    return overview;
}

} // namespace seamfinder
