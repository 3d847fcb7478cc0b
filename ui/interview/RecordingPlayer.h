#pragma once

#include <QObject>
#include <QProcess>

namespace seamfinder {

/// Plays a recording in a process of its own (`seamfinder play`): the libraries that read sound files have
/// been seen to end the program that asked them to, and an interview is being worked on here.
class RecordingPlayer final : public QObject
{
    Q_OBJECT

public:
    explicit RecordingPlayer(QObject *parent = nullptr);
    ~RecordingPlayer() override;

    /// For tests: what is started in place of this program.
    void setProgram(const QString &program) { m_program = program; }
    /// `from` in milliseconds.
    void play(const QString &path, qint64 from);
    void stop();
    [[nodiscard]] bool isPlaying() const { return m_process.state() != QProcess::NotRunning; }

Q_SIGNALS:
    void started();
    /// Where it is, in milliseconds.
    void reached(qint64 position);
    /// Stopped, or played to its end.
    void ended();
    /// What the other process said, or nothing where it could not say anything.
    void failed(const QString &reason);

private:
    void hear();
    void finish(int code, QProcess::ExitStatus status);

    QString m_program;
    QProcess m_process;
    bool m_stopped = false;
};

} // namespace seamfinder
