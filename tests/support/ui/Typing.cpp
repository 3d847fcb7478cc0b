#include "tests/support/ui/Typing.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

namespace seamfinder::test {

void typeText(QWidget &widget, const QString &text)
{
    for (const uint point : text.toUcs4()) {
        const QString character = QString::fromUcs4(reinterpret_cast<const char32_t *>(&point), 1);
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, 0, Qt::NoModifier, character);
            QCoreApplication::sendEvent(&widget, &event);
        }
    }
}

} // namespace seamfinder::test
