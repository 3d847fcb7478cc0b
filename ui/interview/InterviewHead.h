#pragma once

#include <QWidget>

class QPushButton;

namespace seamfinder {

class ElidedLabel;
class InterviewClock;
class InterviewSession;
class LanguageButton;

/// The line above an interview: who is in it, how it stands, clock and language, and the buttons that pause,
/// finish and leave it.
class InterviewHead final : public QWidget
{
    Q_OBJECT

public:
    /// `practice`: says that nothing is kept.
    InterviewHead(InterviewSession &session, bool practice, QWidget *parent = nullptr);

    /// As the interview is now.
    void refresh();
    [[nodiscard]] InterviewClock &clock() const { return *m_clock; }
    [[nodiscard]] LanguageButton &language() const { return *m_language; }

Q_SIGNALS:
    void pauseWanted();
    void finishWanted();
    void leaveWanted();

private:
    void colour(bool practice);

    InterviewSession &m_session;
    ElidedLabel *m_title;
    InterviewClock *m_clock;
    LanguageButton *m_language;
    QPushButton *m_pause;
    QPushButton *m_finish;
    QString m_state; ///< for which the number of the sitting holds
    int m_sitting = 0;
};

} // namespace seamfinder
