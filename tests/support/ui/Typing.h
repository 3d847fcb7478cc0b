#pragma once

#include <QString>

class QWidget;

namespace seamfinder::test {

/// Types any text into a widget, one key event a character: QTest::keyClicks knows Latin-1 only.
void typeText(QWidget &widget, const QString &text);

/// Types each character to where the focus is by then: a picker may have taken it.
void type(const QString &text);

/// Presses a key where the focus is.
void press(Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier);

} // namespace seamfinder::test
