#include "ui/shell/MainWindow.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    seamfinder::MainWindow window;
    window.show();
    return QApplication::exec();
}
