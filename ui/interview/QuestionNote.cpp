#include "ui/interview/QuestionNote.h"

#include "core/interview/InterviewSession.h"
#include "ui/common/TypedText.h"
#include "ui/common/UndoStep.h"

#include <QApplication>
#include <QKeyEvent>

namespace seamfinder {

QuestionNote::QuestionNote(InterviewSession &session, QWidget *parent)
    : AutoGrowTextEdit(parent)
    , m_session(session)
{
    setLineLimits(2, 6);
    setPlaceholderText(tr("Your own note on this question"));
    setAccessibleName(tr("Note on this question"));
    setObjectName(QStringLiteral("questionNote"));
    // Not flush: the pause is over when it is due.
    connect(&m_pause, &TypingPause::due, this, &QuestionNote::write);
    connect(this, &AutoGrowTextEdit::edited, &m_pause, &TypingPause::typed);
    connect(this, &AutoGrowTextEdit::left, this, [this] {
        flush();
        m_session.endVisit();
        const QWidget *now = QApplication::focusWidget();
        m_wantsFocusBack = now && !parentWidget()->isAncestorOf(now);
    });
    setFirstUndoBeyond(true);
    connect(this, &AutoGrowTextEdit::undoBeyondField, this, [this] {
        writeFirst();
        UndoStep::of(m_session.study()).undo();
    });
    connect(this, &AutoGrowTextEdit::redoBeyondField, this, [this] {
        writeFirst();
        UndoStep::of(m_session.study()).redo();
    });
}

QuestionNote::~QuestionNote()
{
    disconnect(this, &AutoGrowTextEdit::left, this, nullptr); // it would be said when half of this is gone
    flush();
}

void QuestionNote::showNote(const QuestionRef &ref)
{
    flush();
    m_ref = ref;
    const QString note = m_session.lastNote(m_ref);
    setTextQuietly(note);
    setVisible(!note.isEmpty());
    forgetFocus(); // of the question before, and of being hidden
}

void QuestionNote::refresh(const QString &meanwhile)
{
    setReadOnly(!m_session.isWritable());
    if (m_pause.isActive())
        return;
    const QString note = m_session.lastNote(m_ref);
    showChange(note);
    if (!note.isEmpty() && note != meanwhile)
        show();
}

void QuestionNote::flush()
{
    if (m_pause.isActive())
        write();
}

void QuestionNote::open()
{
    show();
    moveCursor(QTextCursor::End);
    setFocus(Qt::ShortcutFocusReason);
}

bool QuestionNote::takeTyped(QKeyEvent *event)
{
    if (!isTypedText(*event) || !m_session.isWritable() || hasFocus())
        return false;
    open();
    typeAtEnd(*this, *event);
    return true;
}

bool QuestionNote::event(QEvent *event)
{
    // Esc is the field's own before it is a command of the window.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FocusIn)
        forgetFocus();
    return AutoGrowTextEdit::event(event);
}

void QuestionNote::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT done();
    else
        AutoGrowTextEdit::keyPressEvent(event);
}

/// So that the step is the one that is seen.
void QuestionNote::writeFirst()
{
    flush();
    m_session.endVisit();
}

void QuestionNote::write()
{
    m_pause.stop();
    m_session.setNote(m_ref, toPlainText());
}

} // namespace seamfinder
