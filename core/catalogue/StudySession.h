#pragma once

#include "core/catalogue/Commit.h"
#include "core/catalogue/ReadJobs.h"
#include "core/catalogue/Study.h"
#include "core/domain/Error.h"

#include <exception>
#include <QDateTime>
#include <QFuture>
#include <QObject>
#include <QThread>

namespace seamfinder {

class StudyWriter;

/// An open study as the window uses it: writes go to a thread of their own, in order; what they changed comes
/// back as a signal. Lives in the GUI thread. In a study that is open for reading only, every write fails
/// with ReadOnly.
class StudySession : public QObject
{
    Q_OBJECT

public:
    explicit StudySession(std::unique_ptr<Study> study, QObject *parent = nullptr);
    /// Waits for the writes that were asked for, then closes the file.
    ~StudySession() override;

    [[nodiscard]] const Study &study() const { return *m_study; }
    [[nodiscard]] bool isWritable() const { return m_study->isWritable(); }

    /// The GUI thread's own reader, for look-ups by key that take less than a frame.
    [[nodiscard]] Connection &reader() { return m_reader; }
    /// Longer reads.
    [[nodiscard]] ReadJobs &jobs() { return m_jobs; }

    [[nodiscard]] CoderId coder() const { return m_coder; }
    void setCoder(CoderId coder);

    /// Queues an action. The future is finished after `committed` or `failed` were emitted in the GUI thread;
    /// on failure it carries the Error. What the change wants to hand out (an id, say) it may write to shared
    /// state.
    QFuture<Commit> perform(const Action &action, std::function<void(Edit &)> change);
    /// Runs what is no step of the journal and needs more than one transaction (an erasure) on the writer's
    /// thread, in turn with the writes. What it changed comes back as `committed`; failures as of `perform`.
    QFuture<Commit> performApart(const Action &action, std::function<Commit(StudyWriter &)> work);
    void undo();
    void redo();

    /// Waits until everything asked for so far is on disk or has failed: for closing, and for losing the
    /// window.
    void flush();
    [[nodiscard]] bool isSaving() const { return m_pending > 0; }

    [[nodiscard]] const std::optional<JournalEntry> &nextUndo() const { return m_nextUndo; }
    [[nodiscard]] const std::optional<JournalEntry> &nextRedo() const { return m_nextRedo; }

Q_SIGNALS:
    void committed(const seamfinder::Commit &commit);
    /// As `committed`, for an undo or a redo: where it happened is in `commit.action.place`.
    void undone(const seamfinder::Commit &commit);
    void redone(const seamfinder::Commit &commit);
    void failed(const seamfinder::Action &action, const seamfinder::Error &error);
    void saved(const QDateTime &time);
    void savingChanged(bool saving);
    void undoStateChanged();

private:
    struct Outcome;
    void completePending();
    QFuture<Commit> runAction(const Action &action, std::function<Commit()> work);
    void run(std::function<Outcome()> job, std::function<void(const Outcome &)> finished);
    void accept(const Outcome &outcome, void (StudySession::*signal)(const Commit &));

    std::unique_ptr<Study> m_study;
    std::unique_ptr<StudyWriter> m_writer; ///< above the readers: they close first
    Connection m_reader;
    ReadJobs m_jobs;
    CoderId m_coder{};
    QThread m_thread;
    QObject *m_worker = nullptr; ///< lives in m_thread; what is posted to it runs there, in order
    int m_pending = 0;
    std::optional<JournalEntry> m_nextUndo;
    std::optional<JournalEntry> m_nextRedo;
};

} // namespace seamfinder
