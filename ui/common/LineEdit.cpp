#include "ui/common/LineEdit.h"

#include "ui/common/LostShortcut.h"

#include <QKeyEvent>

namespace seamfinder {

void LineEdit::setTextQuietly(const QString &text)
{
    if (text == this->text())
        return;
    const QSignalBlocker quiet(this);
    const int caret = cursorPosition();
    setText(text);
    setCursorPosition(std::min(caret, int(text.size())));
}

void LineEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo) && !isUndoAvailable()) {
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

void LineEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        Q_EMIT left();
}

} // namespace seamfinder
