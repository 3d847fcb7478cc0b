#include "ui/interview/RecordingPlayer.h"

#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

RecordingPlayer::RecordingPlayer(QObject *parent)
    : QObject(parent)
    , m_program(QCoreApplication::applicationFilePath())
{
    connect(&m_process, &QProcess::started, this, &RecordingPlayer::started);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &RecordingPlayer::hear);
    connect(&m_process, &QProcess::finished, this, &RecordingPlayer::finish);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) // else it is said when it has finished
            Q_EMIT failed(m_process.errorString());
    });
}

RecordingPlayer::~RecordingPlayer()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished();
}

void RecordingPlayer::play(const QString &path, qint64 from)
{
    if (isPlaying()) {
        stop();
        m_process.waitForFinished(); // it was killed
    }
    m_stopped = false;
    m_process.start(m_program, {u"play"_s, path, u"--from"_s, QString::number(from)});
}

void RecordingPlayer::stop()
{
    m_stopped = true;
    m_process.kill();
}

void RecordingPlayer::hear()
{
    while (m_process.canReadLine()) {
        bool isNumber = false;
        const qint64 position = m_process.readLine().trimmed().toLongLong(&isNumber);
        if (isNumber)
            Q_EMIT reached(position);
    }
}

void RecordingPlayer::finish(int code, QProcess::ExitStatus status)
{
    if (m_stopped || (status == QProcess::NormalExit && code == 0)) {
        Q_EMIT ended();
        return;
    }
    const QString said = QString::fromLocal8Bit(m_process.readAllStandardError()).trimmed();
    // A process that was cut off in the middle has nothing of its own to say.
    Q_EMIT failed(status == QProcess::NormalExit ? said.section(u'\n', -1).section(u": "_s, 1) : QString());
}

} // namespace seamfinder
