#include "core/catalogue/StudySession.h"

#include "core/catalogue/Edit.h"
#include "core/catalogue/Erasure.h"
#include "core/catalogue/StudyWriter.h"

#include <QPromise>

namespace seamfinder {

using namespace Qt::StringLiterals;

struct StudySession::Outcome
{
    std::optional<Commit> commit{};
    std::optional<Error> error{};
    std::optional<JournalEntry> nextUndo{};
    std::optional<JournalEntry> nextRedo{};
};

StudySession::StudySession(std::unique_ptr<Study> study, QObject *parent)
    : QObject(parent)
    , m_study(std::move(study))
    , m_writer(m_study->isWritable() ? std::make_unique<StudyWriter>(m_study->openWriter()) : nullptr)
    , m_reader(m_study->openReader())
    , m_jobs(*m_study)
{
    if (m_writer) {
        m_coder = m_writer->coder();
        m_nextUndo = m_writer->nextUndo();
        m_nextRedo = m_writer->nextRedo();
    }
    m_worker = new QObject;
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    if (m_writer && isErasurePending(m_reader))
        completePending();
}

StudySession::~StudySession()
{
    flush();
    m_thread.quit();
    m_thread.wait();
}

// The program ended between an erasure and its cleaning up.
void StudySession::completePending()
{
    run(
        [this] {
            completeErasure(*m_writer);
            return Outcome();
        },
        [](const Outcome &) {}); // what failed now is tried at the next opening
}

void StudySession::setCoder(CoderId coder)
{
    m_coder = coder;
    if (m_writer)
        QMetaObject::invokeMethod(m_worker, [this, coder] { m_writer->setCoder(coder); });
}

void StudySession::run(std::function<Outcome()> job, std::function<void(const Outcome &)> finished)
{
    if (++m_pending == 1)
        Q_EMIT savingChanged(true);
    QMetaObject::invokeMethod(m_worker, [this, job = std::move(job), finished = std::move(finished)] {
        Outcome outcome;
        try {
            if (!m_writer)
                throw Error(ErrorCode::ReadOnly, u"the study is open for reading only"_s, m_study->path());
            outcome = job();
            outcome.nextUndo = m_writer->nextUndo();
            outcome.nextRedo = m_writer->nextRedo();
        } catch (const Error &error) {
            outcome.error = error;
        } catch (const std::exception &exception) {
            outcome.error = Error(ErrorCode::Internal, QString::fromUtf8(exception.what()));
        }
        QMetaObject::invokeMethod(this, [this, outcome = std::move(outcome), finished] {
            --m_pending;
            if (!outcome.error) {
                m_nextUndo = outcome.nextUndo;
                m_nextRedo = outcome.nextRedo;
            }
            finished(outcome);
            Q_EMIT undoStateChanged();
            if (m_pending == 0)
                Q_EMIT savingChanged(false);
        });
    });
}

void StudySession::accept(const Outcome &outcome, void (StudySession::*signal)(const Commit &))
{
    // Where there was nothing to undo, everything is in the file as before.
    if (outcome.commit)
        Q_EMIT(this->*signal)(*outcome.commit);
    else if (outcome.error)
        return;
    Q_EMIT saved(QDateTime::currentDateTime());
}

QFuture<Commit> StudySession::perform(const Action &action, std::function<void(Edit &)> change)
{
    return runAction(
        action, [this, action, change = std::move(change)] { return m_writer->perform(action, change); });
}

QFuture<Commit> StudySession::performApart(const Action &action, std::function<Commit(StudyWriter &)> work)
{
    return runAction(action, [this, work = std::move(work)] { return work(*m_writer); });
}

QFuture<Commit> StudySession::runAction(const Action &action, std::function<Commit()> work)
{
    auto promise = std::make_shared<QPromise<Commit>>();
    promise->start();
    run(
        [work = std::move(work)] {
            Outcome outcome; // no aggregate: g++ 12 destroys its members twice when an initialiser throws
            outcome.commit = work();
            return outcome;
        },
        [this, action, promise](const Outcome &outcome) {
            if (outcome.error) {
                Q_EMIT failed(action, *outcome.error);
                promise->setException(std::make_exception_ptr(*outcome.error));
            } else {
                accept(outcome, &StudySession::committed);
                promise->addResult(*outcome.commit);
            }
            promise->finish();
        });
    return promise->future();
}

void StudySession::undo()
{
    run([this] { return Outcome{.commit = m_writer->undo()}; },
        [this](const Outcome &outcome) {
            if (outcome.error)
                Q_EMIT failed({tr("Undo")}, *outcome.error);
            accept(outcome, &StudySession::undone);
        });
}

void StudySession::redo()
{
    run([this] { return Outcome{.commit = m_writer->redo()}; },
        [this](const Outcome &outcome) {
            if (outcome.error)
                Q_EMIT failed({tr("Redo")}, *outcome.error);
            accept(outcome, &StudySession::redone);
        });
}

void StudySession::flush()
{
    if (m_thread.isRunning())
        QMetaObject::invokeMethod(
            m_worker, [] {}, Qt::BlockingQueuedConnection);
}

} // namespace seamfinder
