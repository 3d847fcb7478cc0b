#include "ui/shell/MainWindow.h"
#include "ui/shell/Settings.h"
#include "ui/shell/Theme.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    seamfinder::Settings settings;
    seamfinder::Theme theme(settings);
    seamfinder::MainWindow window(settings, theme);
    window.restoreWindow();
    window.show();
    return QApplication::exec();
}
