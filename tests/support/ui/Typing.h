#pragma once

#include <QString>

class QWidget;

namespace seamfinder::test {

/// Types any text into a widget, one key event a character: QTest::keyClicks knows Latin-1 only.
void typeText(QWidget &widget, const QString &text);

} // namespace seamfinder::test
