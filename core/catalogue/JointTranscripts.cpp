#include "core/catalogue/JointTranscripts.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Query.h"
#include "core/domain/SpeakerTurns.h"
#include "core/domain/Utf8.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QStringList namesOfInterviewers(Connection &db, InterviewId interview)
{
    QStringList names;
    Query q = db.query(u"SELECT name, initials FROM interview_coder JOIN coder ON coder.id = coder "
                       "WHERE interview = ?"_s);
    q.bind(interview);
    while (q.next()) {
        for (const QString &name : {q.text(0), q.text(0).section(u' ', 0, 0), q.text(1)}) {
            if (name.trimmed().size() > 1) // "A" is who answers
                names.append(name);
        }
    }
    return names;
}

/// Whose turn it is: a place in `people`, or -1.
qsizetype placeOf(const SpeakerTurn &turn, const QStringList &people)
{
    for (qsizetype i = 0; i < people.size(); ++i) {
        if (isLabelOf(turn.label, people[i]))
            return i;
    }
    const qsizetype numbered = turn.asks ? -1 : placeByNumber(turn.label);
    return numbered < people.size() ? numbered : -1;
}
} // namespace

QString JointTranscript::without() const
{
    QString rest;
    qsizetype from = 0;
    for (const Stretch &turn : theirs) {
        rest += QStringView(text).mid(from, turn.start - from);
        from = turn.end;
    }
    rest += QStringView(text).mid(from);
    return rest;
}

bool JointTranscript::hasTheirs(int start, int end) const
{
    const qsizetype from = positionOfCodePoint(text, start), to = positionOfCodePoint(text, end);
    return std::any_of(theirs.begin(), theirs.end(), [&](const Stretch &turn) {
        const qsizetype first = std::max(from, turn.start), last = std::min(to, turn.end);
        return first < last && !QStringView(text).sliced(first, last - first).trimmed().isEmpty();
    });
}

int JointTranscript::moved(int codePoint) const
{
    const qsizetype at = positionOfCodePoint(text, codePoint);
    qsizetype gone = 0;
    for (const Stretch &turn : theirs)
        gone += std::clamp(at, turn.start, turn.end) - turn.start;
    return codePointsBefore(without(), at - gone);
}

JointPeople JointPeople::of(Connection &db, InterviewId interview, ParticipantId participant)
{
    JointPeople known;
    Query named = db.query(
        u"SELECT participant, pseudonym FROM interview_participant JOIN participant ON participant.id = "
        "participant WHERE interview = ? ORDER BY position, interview_participant.id"_s);
    named.bind(interview);
    while (named.next()) {
        if (named.id<ParticipantId>(0) == participant)
            known.theirs = known.people.size();
        known.people.append(named.text(1));
    }
    known.interviewers = namesOfInterviewers(db, interview);
    return known;
}

void JointPeople::findTurns(JointTranscript &transcript) const
{
    transcript.theirs.clear();
    transcript.isUnclear = false;
    // Whatever may be a label ends a turn: nobody else's words are taken for theirs.
    for (const SpeakerTurn &turn : speakerTurns(transcript.text, lineLabels(transcript.text))) {
        const qsizetype place = placeOf(turn, people);
        const bool isInterviewer =
            turn.asks || std::any_of(interviewers.begin(), interviewers.end(),
                                     [&turn](const QString &name) { return isLabelOf(turn.label, name); });
        if (place >= 0 && place == theirs)
            transcript.theirs.append({turn.start, turn.end});
        else if (place < 0 && !isInterviewer)
            transcript.isUnclear = true;
    }
}

QVector<JointTranscript> jointTranscripts(Connection &db, const QVector<InterviewId> &interviews,
                                          ParticipantId participant)
{
    QVector<JointTranscript> transcripts;
    for (const InterviewId interview : interviews) {
        const JointPeople people = JointPeople::of(db, interview, participant);
        Query q = db.query(u"SELECT id, title, text FROM transcript WHERE interview = ? ORDER BY id"_s);
        q.bind(interview);
        while (q.next()) {
            JointTranscript transcript{q.integer(0), interview, q.text(1), textFromUtf8(q.bytes(2)),
                                       {},           false};
            people.findTurns(transcript);
            transcripts.append(std::move(transcript));
        }
    }
    return transcripts;
}

} // namespace seamfinder
