#include "ui/shell/ContextMenuKey.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QShortcut>

namespace seamfinder {

void openContextMenusByKey(QWidget &window)
{
    auto *key = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F10), &window);
    QObject::connect(key, &QShortcut::activated, &window, [] {
        QWidget *focus = QApplication::focusWidget();
        if (!focus)
            return;
        const QPoint at = focus->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
        QCoreApplication::postEvent(
            focus, new QContextMenuEvent(QContextMenuEvent::Keyboard, at, focus->mapToGlobal(at)));
    });
}

} // namespace seamfinder
