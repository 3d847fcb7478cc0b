#pragma once

#include "core/domain/Id.h"

#include <QHash>
#include <QSet>

namespace seamfinder {

class Connection;

/// How much of what somebody told may leave the study; each includes those before it.
enum class Sharing : quint8 {
    Nothing,  ///< withdrawn, or does not take part
    Codes,    ///< "no quotes": choices and numbers; texts only where they are marked as the interviewer's own
    OwnWords, ///< "in other words only", or nothing was said: what was noted, but no passage word for word
    Verbatim, ///< passages, too
};

/// What the participants agreed to, for everything that leaves the study. Ids of 0 are "none".
class Consent
{
public:
    [[nodiscard]] static Consent read(Connection &db);

    /// Of an example, gap or practice. One without an interview goes by the strictest of its participant's.
    [[nodiscard]] Sharing of(qint64 interview, qint64 participant) const;
    /// Of an interview as a whole: nothing if only one of its participants withdrew.
    [[nodiscard]] Sharing ofInterview(InterviewId interview) const;
    [[nodiscard]] bool withholdsNothing() const { return m_withdrawn.isEmpty() && !m_anyNothing; }

private:
    QHash<qint64, Sharing> m_interviews;
    QHash<qint64, Sharing> m_participants;     ///< the strictest of their interviews
    QSet<qint64> m_withdrawn, m_withWithdrawn; ///< participants; interviews with one of them
    bool m_anyNothing = false;
};

/// Whether the texts of an example or gap are marked as the interviewer's own words: one of its passages is,
/// and is no part of a transcript.
[[nodiscard]] bool isParaphrased(Connection &db, qint64 target);

} // namespace seamfinder
