#pragma once

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;

namespace seamfinder {

class InterviewSession;

/// Seen while the interview is paused: since when, why (a usual reason or one's own words), and the way on.
/// When it goes, the focus goes back to where it came from.
class PauseStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit PauseStrip(InterviewSession &session, QWidget *parent = nullptr);
    ~PauseStrip() override;

    void flush();

Q_SIGNALS:
    /// It goes, it had the focus, and where that came from is gone, too.
    void leftAlone();

private:
    void refresh();
    void giveFocusBack();

    InterviewSession &m_session;
    QLabel *m_since;
    QComboBox *m_reason;
    QString m_written;
    QPointer<QWidget> m_cameFrom;
};

} // namespace seamfinder
