#include "tests/support/ui/Typing.h"

#include <QApplication>
#include <QKeyEvent>
#include <QtTest>
#include <QWidget>

namespace seamfinder::test {

namespace {

QStringList characters(const QString &text)
{
    QStringList result;
    for (const uint point : text.toUcs4())
        result << QString::fromUcs4(reinterpret_cast<const char32_t *>(&point), 1);
    return result;
}

void typeCharacter(QWidget &widget, const QString &character)
{
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, 0, Qt::NoModifier, character);
        QCoreApplication::sendEvent(&widget, &event);
    }
}

QWidget &focused()
{
    QWidget *widget = QApplication::focusWidget();
    if (!widget)
        qFatal("nothing has the focus, so the keys would go nowhere");
    return *widget;
}

} // namespace

void typeText(QWidget &widget, const QString &text)
{
    for (const QString &character : characters(text))
        typeCharacter(widget, character);
}

void type(const QString &text)
{
    for (const QString &character : characters(text))
        typeCharacter(focused(), character);
}

void press(Qt::Key key, Qt::KeyboardModifiers held)
{
    QTest::keyClick(&focused(), key, held);
}

} // namespace seamfinder::test
