#include "ui/common/DigitRow.h"

#include <array>
#include <QGuiApplication>
#include <QKeyEvent>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

/// What the keys of the digits give without Shift in France and in Belgium.
const std::array<QString, 2> &azertyRows()
{
    static const std::array<QString, 2> rows{u"&é\"'(-è_ç"_s, u"&é\"'(§è!ç"_s};
    return rows;
}

/// The key's place as X11 and Wayland number it (evdev's code and 8); 0 where places are numbered otherwise
/// or not at all.
quint32 placeOf(const QKeyEvent &event)
{
    const QString platform = QGuiApplication::platformName();
    return platform == "windows"_L1 || platform == "cocoa"_L1 ? 0 : event.nativeScanCode();
}

} // namespace

int digitOf(const QKeyEvent &event)
{
    if (event.key() >= Qt::Key_1 && event.key() <= Qt::Key_9)
        return event.key() - Qt::Key_0;
    const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!plain || event.key() == Qt::Key_0)
        return 0;
    constexpr quint32 keyOf1 = 10, keyOf9 = 18;
    if (const quint32 place = placeOf(event); place > 0)
        return place >= keyOf1 && place <= keyOf9 ? int(place - keyOf1) + 1 : 0;
    // With Caps Lock, the row has É, È and Ç.
    const QString text = event.text().toLower();
    for (const QString &row : azertyRows()) {
        if (const qsizetype at = row.indexOf(text); text.size() == 1 && at >= 0)
            return int(at) + 1;
    }
    return 0;
}

bool isZero(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_0)
        return (event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    constexpr quint32 keyOf0 = 19;
    const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    return plain && (placeOf(event) == keyOf0 || (placeOf(event) == 0 && event.text() == u"à"_s));
}

namespace {
QList<QKeySequence> withDigit(Qt::Modifier modifier, int digit)
{
    QList<QKeySequence> result{QKeySequence(modifier | Qt::Key(Qt::Key_0 + digit))};
    for (const QString &row : azertyRows()) {
        // Qt names a key by the upper case of its character.
        const QKeySequence keys(modifier | Qt::Key(row[digit - 1].toUpper().unicode()));
        if (!result.contains(keys))
            result.append(keys);
    }
    return result;
}
} // namespace

QList<QKeySequence> altDigit(int digit)
{
    return withDigit(Qt::ALT, digit);
}

QList<QKeySequence> ctrlDigit(int digit)
{
    return withDigit(Qt::CTRL, digit);
}

} // namespace seamfinder
