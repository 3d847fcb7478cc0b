#include "ui/common/ArrowColumn.h"

#include <QKeyEvent>
#include <QWidget>

namespace seamfinder {

bool moveInColumn(QWidget &from, const QKeyEvent &key)
{
    const bool up = key.key() == Qt::Key_Up || key.key() == Qt::Key_Home;
    const bool toEnd = key.key() == Qt::Key_Home || key.key() == Qt::Key_End;
    const bool plain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!plain || (!up && !toEnd && key.key() != Qt::Key_Down))
        return false;
    QList<QWidget *> column;
    for (auto *each : from.parentWidget()->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (each->metaObject() == from.metaObject() && each->isVisible() && each->isEnabled())
            column.append(each);
    }
    const qsizetype to = toEnd ? (up ? 0 : column.size() - 1) : column.indexOf(&from) + (up ? -1 : 1);
    if (to >= 0 && to < column.size())
        column[to]->setFocus(up ? Qt::BacktabFocusReason : Qt::TabFocusReason);
    return true;
}

} // namespace seamfinder
