#include "ui/common/KeyText.h"

#include <QKeySequence>

namespace seamfinder {

QString keyText(const QKeySequence &keys)
{
    const auto name = [](const QKeySequence &key) { return key.toString(QKeySequence::NativeText); };
    return name(keys).replace(name(Qt::Key_Return), name(Qt::Key_Enter));
}

} // namespace seamfinder
