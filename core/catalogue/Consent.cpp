#include "core/catalogue/Consent.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Query.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
Sharing sharingOf(const QString &state, const QString &takesPart, const QString &quotes)
{
    if (state == "withdrawn"_L1 || takesPart == "no"_L1)
        return Sharing::Nothing;
    return quotes == "none"_L1       ? Sharing::Codes
           : quotes == "verbatim"_L1 ? Sharing::Verbatim
                                     : Sharing::OwnWords;
}
} // namespace

Consent Consent::read(Connection &db)
{
    Consent consent;
    Query withdrawn = db.query(u"SELECT id FROM participant WHERE state = 'withdrawn'"_s);
    while (withdrawn.next())
        consent.m_withdrawn.insert(withdrawn.integer(0));
    Query interviews = db.query(u"SELECT id, state, takes_part, quotes FROM interview"_s);
    while (interviews.next()) {
        const Sharing sharing = sharingOf(interviews.text(1), interviews.text(2), interviews.text(3));
        consent.m_interviews.insert(interviews.integer(0), sharing);
        consent.m_anyNothing = consent.m_anyNothing || sharing == Sharing::Nothing;
    }
    Query people = db.query(u"SELECT interview, participant FROM interview_participant"_s);
    while (people.next()) {
        const qint64 interview = people.integer(0), participant = people.integer(1);
        if (consent.m_withdrawn.contains(participant))
            consent.m_withWithdrawn.insert(interview);
        const Sharing sharing = consent.m_interviews.value(interview, Sharing::OwnWords);
        const auto known = consent.m_participants.constFind(participant);
        consent.m_participants.insert(
            participant, known == consent.m_participants.cend() ? sharing : qMin(*known, sharing));
    }
    return consent;
}

Sharing Consent::of(qint64 interview, qint64 participant) const
{
    if (participant != 0 ? m_withdrawn.contains(participant) : m_withWithdrawn.contains(interview))
        return Sharing::Nothing;
    if (const auto known = m_interviews.constFind(interview); known != m_interviews.cend())
        return *known;
    return m_participants.value(participant, Sharing::OwnWords);
}

Sharing Consent::ofInterview(InterviewId interview) const
{
    return of(interview.value, 0);
}

bool isParaphrased(Connection &db, qint64 target)
{
    // What the interviewer said in the conversation says nothing of who worded the texts.
    return db
        .query(u"SELECT 1 FROM evidence JOIN excerpt ON excerpt.id = evidence.excerpt "
               "WHERE target = ? AND relation = 'interviewer' AND source_kind <> 'transcript'"_s)
        .bind(target)
        .next();
}

} // namespace seamfinder
