#include "ui/common/TypedText.h"

#include <QKeyEvent>

namespace seamfinder {

bool isTypedText(const QKeyEvent &event)
{
    return !event.text().isEmpty() && event.text().front().isPrint() && !event.text().front().isSpace() &&
           !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

} // namespace seamfinder
