#include "tests/support/ui/OpenedStudy.h"

#include "core/catalogue/ReadStudy.h"

#include <QtTest>
#include <QWidget>

namespace seamfinder::test {

OpenedStudy::OpenedStudy(TempStudy &file)
    : session(file.take())
    , codebook(session)
    , catalogue(session)
{
    session.setCoder(readCoders(session.reader()).value(0).id);
}

void showActive(QWidget &widget, QSize size)
{
    widget.resize(size);
    widget.show();
    widget.activateWindow();
    if (!QTest::qWaitForWindowActive(&widget))
        qFatal("the window did not become active");
}

} // namespace seamfinder::test
