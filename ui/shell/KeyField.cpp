#include "ui/shell/KeyField.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace seamfinder {

namespace {

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_CapsLock || key == Qt::Key_NumLock ||
           key == Qt::Key_Super_L || key == Qt::Key_Super_R;
}

/// Shift is part of the key unless it only made the character: Ctrl+? and not Ctrl+Shift+?.
Qt::KeyboardModifiers heldFor(const QKeyEvent &event)
{
    Qt::KeyboardModifiers held =
        event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier | Qt::ShiftModifier);
    const int key = event.key();
    const bool isSign =
        key < Qt::Key_Escape && !QChar(key & 0xffff).isLetterOrNumber() && key != Qt::Key_Space;
    if (isSign)
        held &= ~Qt::KeyboardModifiers(Qt::ShiftModifier);
    return held;
}

} // namespace

KeyField::KeyField(QWidget *parent)
    : QKeySequenceEdit(parent)
{
    if (auto *line = findChild<QLineEdit *>()) {
        line->setPlaceholderText(tr("Press a key"));
        line->setFocusPolicy(Qt::NoFocus); // the focus is this field's
    }
}

void KeyField::keyPressEvent(QKeyEvent *event)
{
    event->accept(); // nothing that is pressed here does anything else
    const int key = event->key();
    const Qt::KeyboardModifiers held = heldFor(*event);
    if (held == Qt::NoModifier && key == Qt::Key_Escape)
        Q_EMIT left();
    else if (key != 0 && key != Qt::Key_unknown && !isModifier(key) && !event->isAutoRepeat())
        Q_EMIT pressed(QKeySequence(QKeyCombination(held, Qt::Key(key))));
}

void KeyField::keyReleaseEvent(QKeyEvent *event)
{
    event->accept();
}

} // namespace seamfinder
