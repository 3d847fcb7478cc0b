#include "tests/support/ui/Shots.h"

#include <QDir>
#include <QPixmap>
#include <QWidget>

namespace seamfinder::test {

void shoot(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("SEAMFINDER_SHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    widget.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace seamfinder::test
