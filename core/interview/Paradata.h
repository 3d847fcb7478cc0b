#pragma once

#include "core/catalogue/EditInterview.h"
#include "core/catalogue/ParadataChange.h"

#include <QElapsedTimer>
#include <QHash>

namespace seamfinder {

/// Events of one stretch of work on an interview: a wall clock anchor when the first of them is written, then
/// a monotonic clock. The moments are those of the interviewer; writing may come later, on another thread.
class Paradata
{
public:
    explicit Paradata(InterviewId interview)
        : m_interview(interview)
    {
        m_clock.start();
    }

    [[nodiscard]] qint64 now() const { return m_clock.elapsed(); }

    /// Only the writing thread calls this.
    qint64 add(Edit &edit, qint64 moment, QLatin1StringView event, const AnswerPlace &place,
               const QString &detail = {})
    {
        // Not there: the transaction that started it came to nothing.
        if (!m_session || !hasParadataSession(edit, m_session)) {
            m_session = startParadataSession(edit, m_interview);
            m_anchor = m_clock.elapsed();
        }
        return addParadata(edit, m_session, qMax(qint64(0), moment - m_anchor), event, place, detail);
    }
    /// One event per visit, whatever is written in it: it begins with the first write, and each of the others
    /// brings what is there now, in its own transaction. So a program that is killed leaves what is in the
    /// file.
    void change(Edit &edit, qint64 moment, const QString &visit, const AnswerPlace &place,
                const ParadataChange &change)
    {
        qint64 &event = m_visits[visit];
        if (!event || !replaceParadata(edit, event, change.toDetail()))
            event = add(edit, moment, QLatin1StringView("changed"), place, change.toDetail());
    }
    /// The transaction that started the session was rolled back.
    void forgetIfStartedIn(bool hadSession)
    {
        if (!hadSession)
            m_session = 0;
    }
    [[nodiscard]] bool hasSession() const { return m_session != 0; }

private:
    InterviewId m_interview;
    QElapsedTimer m_clock;
    qint64 m_session = 0;
    qint64 m_anchor = 0;
    QHash<QString, qint64> m_visits; ///< their events
};

} // namespace seamfinder
