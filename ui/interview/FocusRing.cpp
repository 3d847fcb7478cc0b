#include "ui/interview/FocusRing.h"

#include <QApplication>

namespace seamfinder {

bool cycleFocus(QWidget *form, bool next)
{
    QWidget *from = QApplication::focusWidget();
    if (!from || !form->isAncestorOf(from))
        from = form;
    QWidget *at = from;
    do {
        at = next ? at->nextInFocusChain() : at->previousInFocusChain();
        const bool stop = form->isAncestorOf(at) && (at->focusPolicy() & Qt::TabFocus) && at->isEnabled() &&
                          at->isVisibleTo(form->window()) && !at->focusProxy();
        if (stop) {
            at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (at != from);
    return true;
}

} // namespace seamfinder
