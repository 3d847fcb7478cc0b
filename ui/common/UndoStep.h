#pragma once

#include "core/catalogue/Commit.h"

#include <functional>
#include <QList>
#include <QObject>

namespace seamfinder {

class StudySession;

/// Undo as the keys ask for it, those of the window and those of a field that has nothing of its own to take
/// back. Who knows what is on the screen may hold a step back that would lead away from it. One object per
/// session.
class UndoStep final : public QObject
{
    Q_OBJECT

public:
    static UndoStep &of(StudySession &session);

    void undo();
    void redo();
    /// False: this step is not to be taken now. With a guard, steps wait for what is just being written, so
    /// that it is asked about the step that is really next.
    void setGuard(std::function<bool(const JournalEntry &)> mayUndo) { m_mayUndo = std::move(mayUndo); }

private:
    explicit UndoStep(StudySession &session);

    enum class Way : quint8 { Back, Forth };
    void ask(Way way);
    void takeWaiting();
    void take(Way way);

    StudySession &m_session;
    QList<Way> m_waiting; ///< for writes
    std::function<bool(const JournalEntry &)> m_mayUndo;
};

} // namespace seamfinder
