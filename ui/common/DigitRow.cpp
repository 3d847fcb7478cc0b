#include "ui/common/DigitRow.h"

#include <QKeyEvent>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
const QString &azertyRow()
{
    static const QString row = u"&é\"'(-è_ç"_s;
    return row;
}
} // namespace

int digitOf(const QKeyEvent &event)
{
    if (event.key() >= Qt::Key_1 && event.key() <= Qt::Key_9)
        return event.key() - Qt::Key_0;
    const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    return plain && event.text().size() == 1 ? int(azertyRow().indexOf(event.text())) + 1 : 0;
}

QList<QKeySequence> altDigit(int digit)
{
    // Qt names a key by the upper case of its character.
    const int azerty = azertyRow()[digit - 1].toUpper().unicode();
    return {QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + digit)), QKeySequence(Qt::ALT | Qt::Key(azerty))};
}

} // namespace seamfinder
