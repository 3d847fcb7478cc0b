#include "core/catalogue/Consent.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Query.h"
#include "core/domain/Fields.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// A field's answers from the narrowest to the widest, "" where silence stands among them.
QStringList fromNarrowest(const Field &field)
{
    if (field == fields::interview::quotes)
        return {u"none"_s, u"paraphrase"_s, u""_s, u"verbatim"_s};
    if (field == fields::interview::notesAccess)
        return {u"interviewers"_s, u""_s, u"team"_s, u"public"_s};
    return {u"no"_s, u""_s, u"yes"_s};
}

Sharing sharingOf(const QString &state, const QString &takesPart, const QString &quotes)
{
    if (state == "withdrawn"_L1 || takesPart == "no"_L1)
        return Sharing::Nothing;
    return quotes == "none"_L1       ? Sharing::Codes
           : quotes == "verbatim"_L1 ? Sharing::Verbatim
                                     : Sharing::OwnWords;
}
} // namespace

std::span<const Field *const> consentFields()
{
    return fields::interview::consents;
}

bool isConsent(const Field &field)
{
    return std::ranges::any_of(consentFields(), [&field](const Field *each) { return *each == field; });
}

QString narrowest(const Field &field, const QStringList &said)
{
    const bool allSaid = !said.isEmpty() && !said.contains(QString());
    // One choice alone, or none that is narrower than another.
    if (field == fields::interview::informed || field == fields::interview::consentHow)
        return allSaid ? said.first() : QString();
    if (field == fields::interview::takesPart) {
        const bool nobody = std::ranges::all_of(said, [](const QString &each) { return each == "no"_L1; });
        return !allSaid ? QString() : nobody ? u"no"_s : u"yes"_s;
    }
    for (const QString &each : fromNarrowest(field)) {
        if (said.contains(each))
            return each;
    }
    return {};
}

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
    Query people = db.query(u"SELECT interview, participant, takes_part FROM interview_participant"_s);
    while (people.next()) {
        const qint64 interview = people.integer(0), participant = people.integer(1);
        const bool declines = people.text(2) == "no"_L1;
        if (declines)
            consent.m_declined.insert({interview, participant});
        if (declines || consent.m_withdrawn.contains(participant))
            consent.m_withWithdrawn.insert(interview);
        consent.m_anyNothing = consent.m_anyNothing || declines;
        const Sharing sharing =
            declines ? Sharing::Nothing : consent.m_interviews.value(interview, Sharing::OwnWords);
        const auto known = consent.m_participants.constFind(participant);
        consent.m_participants.insert(
            participant, known == consent.m_participants.cend() ? sharing : qMin(*known, sharing));
    }
    return consent;
}

Sharing Consent::of(qint64 interview, qint64 participant) const
{
    if (participant != 0 ? m_withdrawn.contains(participant) || m_declined.contains({interview, participant})
                         : m_withWithdrawn.contains(interview))
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
