#pragma once

#include "core/catalogue/ReadMarks.h"

#include <QWidget>

class QLabel;
class QMediaPlayer;
class QPushButton;

namespace seamfinder {

class EditedRow;
class InterviewSession;

/// Where a marked moment lies in the interview's recording, and a button that plays from some seconds before
/// it. Which file the recording is, is asked for once and kept with the interview. Not there where nobody
/// said when a recording started, and where a recording is not agreed to.
class RecordingStrip final : public QWidget
{
    Q_OBJECT

public:
    RecordingStrip(InterviewSession &session, const Mark &mark, QWidget *parent = nullptr);
    ~RecordingStrip() override;

private:
    void listen();
    void chooseFile();
    void play();
    void say(const QString &text);

    InterviewSession &m_session;
    EditedRow *m_interview;
    qint64 m_offset = 0; ///< of the moment, in milliseconds
    QLabel *m_text;
    QPushButton *m_listen;
    QPushButton *m_choose;
    QMediaPlayer *m_player = nullptr; ///< once it was asked for: it starts threads
};

} // namespace seamfinder
