#include "ui/common/LostShortcut.h"

#include <QKeyEvent>

namespace seamfinder {

bool isLostShortcut(const QKeyEvent &event)
{
#ifdef Q_OS_MACOS
    Q_UNUSED(event)
    return false;
#else
    const Qt::KeyboardModifiers held = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    return held == Qt::AltModifier && !event.text().isEmpty() && event.text().front().isPrint();
#endif
}

} // namespace seamfinder
