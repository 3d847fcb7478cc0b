#pragma once

#include "core/catalogue/ReadMarks.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace seamfinder {

class InterviewSession;
class RecordingPlayer;

/// Where a marked moment lies in the interview's recording, and a button that plays from some seconds before
/// it. Which file the recording is, is asked for once and remembered on this machine. Not there where nobody
/// said when a recording started, and where a recording is not agreed to.
class RecordingStrip final : public QWidget
{
    Q_OBJECT

public:
    RecordingStrip(InterviewSession &session, const Mark &mark, QWidget *parent = nullptr);
    ~RecordingStrip() override;

    /// Plays; again: stops. Asks which file it is where nobody said.
    void listen();

private:
    void hearPlayer();
    void chooseFile();
    void play(const QString &path);
    [[nodiscard]] QString file() const;
    void say(const QString &text);

    InterviewSession &m_session;
    qint64 m_offset = 0; ///< of the moment, in milliseconds
    QLabel *m_text;
    QPushButton *m_listen;
    QPushButton *m_choose;
    RecordingPlayer *m_player;
};

} // namespace seamfinder
