#pragma once

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;

namespace seamfinder {

class InterviewSession;

/// Seen while the interview is paused: since when, why (a usual reason or one's own words), and the way on.
/// Enter and Esc in the reason lead back to where the focus came from, and so does its going.
class PauseStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit PauseStrip(InterviewSession &session, QWidget *parent = nullptr);
    ~PauseStrip() override;

    void flush();
    /// The pause that is asked for now: the focus comes to its reason.
    void askWhenPaused() { m_asksWhenPaused = true; }
    /// It lies over the top of the question, or of `whole` where none is shown: nothing moves when it comes.
    void lieOver(QWidget &question, QWidget &whole);

Q_SIGNALS:
    /// It goes, it had the focus, and where that came from is gone, too.
    void leftAlone();
    /// The reason has the focus.
    void asks();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void giveFocusBack();
    void place();

    InterviewSession &m_session;
    QLabel *m_since;
    QComboBox *m_reason;
    QString m_written;
    QPointer<QWidget> m_cameFrom;
    QPointer<QWidget> m_question, m_whole; ///< that it lies over
    bool m_asksWhenPaused = false;
};

} // namespace seamfinder
