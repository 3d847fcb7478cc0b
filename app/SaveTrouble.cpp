#include "app/SaveTrouble.h"

#include "core/catalogue/ExportLog.h"
#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Error.h"
#include "core/exchange/OutputFile.h"
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
    connect(&session, &StudySession::saved, this, [this] { m_written = true; });
    // Not as soon as one write went through: those behind it, and what is tried again, may be refused yet.
    connect(&session, &StudySession::savingChanged, this, [this](bool saving) {
        if (!saving)
            checkWhetherOver();
    });
    auto *look = new QTimer(this);
    look->setInterval(lookMs);
    connect(look, &QTimer::timeout, this, &SaveTrouble::checkFile);
    connect(look, &QTimer::timeout, this, &SaveTrouble::checkLog);
    if (session.isWritable())
        look->start();
}

bool SaveTrouble::take(const Error &error)
{
    if (!isOfTheStorage(error.code()))
        return false;
    m_written = false;
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
    if (m_inTrouble && m_written && !m_session.isSaving() && m_waiting.changes().isEmpty()) {
        m_inTrouble = false;
        m_retry->stop();
        logCopies();
        m_messages.show(
            {Severity::Information, tr("Writing works again. Everything that you typed is in the file.")});
    }
}

PendingChange SaveTrouble::logOf(const QString &path) const
{
    QVector<ParticipantId> people;
    for (const Participant &each : readParticipants(m_session.reader()))
        people.append(each.id);
    return {{.label = tr("Save a copy elsewhere")},
            [path, people](Edit &edit) { logExport(edit, QString(studyCopyFormat), path, people); }};
}

// So that a later withdrawal or removal names the copies that still hold it.
void SaveTrouble::logCopies()
{
    for (const QString &path : std::exchange(m_unlogged, {})) {
        const PendingChange log = logOf(path);
        m_session.perform(log.action, log.change);
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

void SaveTrouble::checkLog()
{
    const QString path = m_session.study().path() + u"-wal"_s;
    const std::optional<FileIdentity> log = FileIdentity::of(path);
    const std::optional<FileIdentity> before = std::exchange(m_log, log);
    if (!before || log == before || m_saidGone)
        return;
    m_messages.show(
        {Severity::Problem,
         tr("Somebody deleted “%1”, which holds what was saved last. Nothing is lost as long as this "
            "window is open. Open the study again, and all of it is in “%2”.")
             .arg(QFileInfo(path).fileName(), QFileInfo(m_session.study().path()).fileName()),
         path,
         {{tr("Open it again"),
           [self = QPointer(this)] {
               if (self)
                   Q_EMIT self->reopenWanted();
           }},
          copyElsewhere()}});
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
        if (QFileInfo::exists(path)) // otherwise it was moved or deleted, and may have its place again
            refuseTheStudyAsOutput(path, m_session.study().path());
        // On this thread and its own reader: nobody else may be able to open the file any more.
        QVector<PendingChange> waiting = m_waiting.changes();
        waiting.append(logOf(m_session.study().path())); // to the copy, this one is the copy
        const int made = copyStudy(m_session.reader(), path, waiting);
        m_unlogged.append(path);
        if (!m_inTrouble && m_session.isWritable())
            logCopies();
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
