#include "ui/common/UndoStep.h"

#include "core/catalogue/StudySession.h"

namespace seamfinder {

UndoStep &UndoStep::of(StudySession &session)
{
    if (auto *found = session.findChild<UndoStep *>({}, Qt::FindDirectChildrenOnly))
        return *found;
    return *new UndoStep(session);
}

UndoStep::UndoStep(StudySession &session)
    : QObject(&session)
    , m_session(session)
{
    // Behind those who write on when something was saved: it was asked for before.
    connect(&session, &StudySession::savingChanged, this, &UndoStep::takeWaiting, Qt::QueuedConnection);
}

void UndoStep::undo()
{
    ask(Way::Back);
}

void UndoStep::redo()
{
    ask(Way::Forth);
}

void UndoStep::ask(Way way)
{
    if (!m_mayUndo) {
        take(way);
        return;
    }
    m_waiting.append(way);
    takeWaiting();
}

void UndoStep::takeWaiting()
{
    while (!m_waiting.isEmpty() && !m_session.isSaving())
        take(m_waiting.takeFirst());
}

void UndoStep::take(Way way)
{
    if (way == Way::Forth) {
        m_session.redo();
        return;
    }
    const auto next = m_session.nextUndo();
    if (!next || !m_mayUndo || m_mayUndo(*next))
        m_session.undo();
}

} // namespace seamfinder
