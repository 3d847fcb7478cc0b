#pragma once

#include <QMainWindow>

namespace seamfinder
{

/// The application's window: one per process, one study at a time.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);
};

} // namespace seamfinder
