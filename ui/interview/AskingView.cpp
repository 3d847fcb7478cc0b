#include "ui/interview/AskingView.h"

#include <QKeyEvent>

namespace seamfinder {

void AskingView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F4 && event->modifiers() == Qt::NoModifier) {
        toggleMissing();
        return;
    }
    FocusRing::keyPressEvent(event);
}

} // namespace seamfinder
