#pragma once

#include "core/catalogue/EditInterview.h"

#include <QElapsedTimer>

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
    void add(Edit &edit, qint64 moment, QLatin1StringView event, const AnswerPlace &place,
             const QString &detail = {})
    {
        if (!m_session) {
            m_session = startParadataSession(edit, m_interview);
            m_anchor = m_clock.elapsed();
        }
        addParadata(edit, m_session, qMax(qint64(0), moment - m_anchor), event, place, detail);
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
};

} // namespace seamfinder
