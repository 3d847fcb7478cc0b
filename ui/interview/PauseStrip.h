#pragma once

#include <QWidget>

class QComboBox;
class QLabel;

namespace seamfinder {

class InterviewSession;

/// Seen while the interview is paused: since when, why (a usual reason or one's own words), and the way on.
class PauseStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit PauseStrip(InterviewSession &session, QWidget *parent = nullptr);

    void flush();

private:
    void refresh();

    InterviewSession &m_session;
    QLabel *m_since;
    QComboBox *m_reason;
    QString m_written;
};

} // namespace seamfinder
