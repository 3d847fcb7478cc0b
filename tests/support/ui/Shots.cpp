#include "tests/support/ui/Shots.h"

#include <QDir>
#include <QPixmap>
#include <QtTest>
#include <QWidget>

namespace seamfinder::test {

void shoot(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("SEAMFINDER_SHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QTest::qWait(80); // for what is laid out when the event loop comes round
    widget.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace seamfinder::test
