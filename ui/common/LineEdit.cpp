#include "ui/common/LineEdit.h"

#include "ui/common/HiddenWordLineAid.h"
#include "ui/common/LostShortcut.h"

#include <QKeyEvent>

namespace seamfinder {

LineEdit::LineEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_aid(HiddenWordLineAid::watch(this))
{
}

void LineEdit::setTextQuietly(const QString &text)
{
    if (text == this->text())
        return;
    const QSignalBlocker quiet(this);
    const int caret = cursorPosition();
    setText(text);
    setCursorPosition(std::min(caret, int(text.size())));
    m_aid->follow();
}

void LineEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo) && (!isUndoAvailable() || isFirstUndo())) {
        Q_EMIT undoBeyondField();
        return;
    }
    if (event->matches(QKeySequence::Redo) && !isRedoAvailable()) {
        Q_EMIT redoBeyondField();
        return;
    }
    if (!isLostShortcut(*event))
        QLineEdit::keyPressEvent(event);
}

/// Whether one more step back is where the visit began, which is left to whoever keeps the text.
bool LineEdit::isFirstUndo()
{
    if (!m_firstUndoBeyond || isReadOnly())
        return false;
    const QSignalBlocker quiet(this);
    const QString before = text();
    const int caret = cursorPosition();
    undo();
    const bool isFirst = !isUndoAvailable();
    do // one step back may be two steps on
        redo();
    while (text() != before && isRedoAvailable());
    setCursorPosition(caret);
    return isFirst;
}

void LineEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        Q_EMIT left();
}

} // namespace seamfinder
