#pragma once

#include <QWidget>

namespace seamfinder {

class InterviewSession;

/// Stands above an interview that is locked as complete: says what that means, and unlocks it.
class LockStrip : public QWidget
{
    Q_OBJECT

public:
    explicit LockStrip(InterviewSession &session, QWidget *parent = nullptr);

private:
    void refresh();

    InterviewSession &m_session;
    QWidget *m_unlock;
};

} // namespace seamfinder
