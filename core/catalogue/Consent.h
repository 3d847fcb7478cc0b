#pragma once

#include "core/domain/Field.h"
#include "core/domain/Id.h"

#include <QHash>
#include <QSet>
#include <QStringList>
#include <span>

namespace seamfinder {

class Connection;

/// How much of what somebody told may leave the study; each includes those before it.
enum class Sharing : quint8 {
    Nothing,  ///< withdrawn, or does not take part
    Codes,    ///< "no quotes": choices and numbers; texts only where they are marked as the interviewer's own
    OwnWords, ///< "in other words only", or nothing was said: what was noted, but no passage word for word
    Verbatim, ///< passages, too
};

/// What participants agree to: fields of the interview, which each of several answers for themselves.
[[nodiscard]] std::span<const Field *const> consentFields();
[[nodiscard]] bool isConsent(const Field &field);

/// What holds for all of those who said this, each one key, "" where nothing was said yet: the narrowest.
/// Silence allows less than the widest answer, and is "" where nobody said anything narrower. An interview
/// goes on with whoever takes part: that nobody does holds only if all of them say so.
[[nodiscard]] QString narrowest(const Field &field, const QStringList &said);

/// What the participants agreed to, for everything that leaves the study. Ids of 0 are "none".
class Consent
{
public:
    [[nodiscard]] static Consent read(Connection &db);

    /// Of an example, gap or practice. One without an interview goes by the strictest of its participant's.
    [[nodiscard]] Sharing of(qint64 interview, qint64 participant) const;
    /// Of an interview as a whole: nothing if only one of its participants withdrew, or takes no part.
    [[nodiscard]] Sharing ofInterview(InterviewId interview) const;
    [[nodiscard]] bool withholdsNothing() const { return m_withdrawn.isEmpty() && !m_anyNothing; }

private:
    QHash<qint64, Sharing> m_interviews;
    QHash<qint64, Sharing> m_participants;      ///< the strictest of their interviews
    QSet<qint64> m_withdrawn, m_withWithdrawn;  ///< participants; interviews with one of them
    QSet<std::pair<qint64, qint64>> m_declined; ///< interview and who of several takes no part in it
    bool m_anyNothing = false;
};

/// Whether the texts of an example or gap are marked as the interviewer's own words: one of its passages is,
/// and is no part of a transcript.
[[nodiscard]] bool isParaphrased(Connection &db, qint64 target);

} // namespace seamfinder
