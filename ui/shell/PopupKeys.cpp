#include "ui/shell/PopupKeys.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace seamfinder {

PopupKeys::PopupKeys(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool PopupKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride || !QApplication::activePopupWidget())
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isCommand = (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) ||
                           (key->key() >= Qt::Key_F1 && key->key() <= Qt::Key_F35);
    if (isCommand)
        return QObject::eventFilter(watched, event);
    event->accept(); // then it comes as a key, to the popup
    return true;
}

} // namespace seamfinder
