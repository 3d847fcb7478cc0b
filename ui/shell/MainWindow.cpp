#include "ui/shell/MainWindow.h"

namespace seamfinder
{

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
{
    setWindowTitle(tr("Seamfinder"));
}

} // namespace seamfinder
