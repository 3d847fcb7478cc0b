#include "app/SaveTrouble.h"

#include "core/catalogue/StudySession.h"
#include "core/domain/Error.h"
#include "ui/shell/Messages.h"
#include "ui/shell/Sentences.h"

#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QStandardPaths>
#include <QTimer>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

constexpr int retryMs = 5000;
constexpr int lookMs = 2000;

bool isOfTheStorage(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DiskFull:
    case ErrorCode::CannotWrite:
    case ErrorCode::CannotRead:
    case ErrorCode::Damaged:
    case ErrorCode::Locked:
    case ErrorCode::NotAStudy:
        return true;
    default:
        return false;
    }
}

} // namespace

SaveTrouble::SaveTrouble(StudySession &session, Messages &messages, Waiting waiting, QWidget &window)
    : m_session(session)
    , m_messages(messages)
    , m_waiting(std::move(waiting))
    , m_window(window)
    , m_file(FileIdentity::of(session.study().path()))
    , m_retry(new QTimer(this))
{
    m_retry->setInterval(retryMs);
    connect(m_retry, &QTimer::timeout, this, [this] { m_waiting.retry(); });
    connect(&session, &StudySession::saved, this, &SaveTrouble::checkWhetherOver);
    auto *look = new QTimer(this);
    look->setInterval(lookMs);
    connect(look, &QTimer::timeout, this, &SaveTrouble::checkFile);
    if (session.isWritable())
        look->start();
}

bool SaveTrouble::take(const Error &error)
{
    if (!isOfTheStorage(error.code()))
        return false;
    if (!std::exchange(m_inTrouble, true))
        say(error);
    m_retry->start();
    return true;
}

MessageAction SaveTrouble::copyElsewhere()
{
    // The strip may outlive the study.
    return {tr("Save a copy elsewhere…"), [self = QPointer(this)] {
                if (self)
                    self->askWhere();
            }};
}

void SaveTrouble::say(const Error &error)
{
    m_messages.show({Severity::Problem,
                     sentenceFor(error),
                     error.detail(),
                     {{tr("Try again"),
                       [self = QPointer(this)] {
                           if (!self)
                               return;
                           self->m_inTrouble = false; // so that it is said again if it fails again
                           self->m_waiting.retry();
                       }},
                      copyElsewhere()}});
}

void SaveTrouble::checkWhetherOver()
{
    // One write went through; the others follow by themselves.
    if (m_inTrouble && m_waiting.changes().isEmpty()) {
        m_inTrouble = false;
        m_retry->stop();
        m_messages.show(
            {Severity::Information, tr("Writing works again. Everything that you typed is in the file.")});
    }
}

void SaveTrouble::checkFile()
{
    const bool isThere = FileIdentity::of(m_session.study().path()) == m_file;
    if (isThere || m_saidGone) {
        m_saidGone = m_saidGone && !isThere;
        return;
    }
    m_saidGone = true;
    m_messages.show(
        {Severity::Problem,
         tr("“%1” was renamed, moved or deleted while it was open, or its disk is gone. What you see "
            "and type is kept here as long as the window is open. Save a copy elsewhere, or give the "
            "file its name back.")
             .arg(QFileInfo(m_session.study().path()).fileName()),
         m_session.study().path(),
         {copyElsewhere()}});
}

QString SaveTrouble::suggestedPath() const
{
    const QFileInfo file(m_session.study().path());
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return u"%1/%2 %3.seam"_s.arg(folder, file.completeBaseName(),
                                  QDateTime::currentDateTime().toString(u"yyyy-MM-dd HHmm"_s));
}

void SaveTrouble::askWhere()
{
    auto *dialog =
        new QFileDialog(&m_window, tr("Save a copy elsewhere"), suggestedPath(), tr("Studies (*.seam)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"seam"_s);
    dialog->selectFile(suggestedPath());
    dialog->setModal(false);
    connect(dialog, &QFileDialog::fileSelected, this, &SaveTrouble::saveCopy);
    dialog->show();
}

void SaveTrouble::saveCopy(const QString &path)
{
    try {
        // On this thread and its own reader: nobody else may be able to open the file any more.
        const QVector<PendingChange> waiting = m_waiting.changes();
        const int made = copyStudy(m_session.reader(), path, waiting);
        m_messages.show({Severity::Warning,
                         made < waiting.size()
                             ? tr("A copy is at “%1”. Changes that it refused: %2; they stay on screen here.")
                                   .arg(path)
                                   .arg(waiting.size() - made)
                             : tr("A copy with everything that you typed is at “%1”.").arg(path),
                         {},
                         {{tr("Go on in the copy"), [self = QPointer(this), path] {
                               if (self)
                                   Q_EMIT self->openCopyWanted(path);
                           }}}});
    } catch (const Error &error) {
        m_messages.show({Severity::Problem, sentenceFor(error), error.detail(), {copyElsewhere()}});
    }
}

} // namespace seamfinder
