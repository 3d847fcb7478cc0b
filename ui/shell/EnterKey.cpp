#include "ui/shell/EnterKey.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

namespace seamfinder {

EnterKey::EnterKey(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool EnterKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    // Of a check box Enter is no business: where it stands among answers, Enter goes on.
    auto *button = qobject_cast<QAbstractButton *>(watched);
    const bool pressable = qobject_cast<QPushButton *>(watched) || qobject_cast<QToolButton *>(watched);
    if (!enter || !pressable || (key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return QObject::eventFilter(watched, event);
    if (!key->isAutoRepeat()) // a key that is held down is meant once
        button->click();
    return true;
}

} // namespace seamfinder
