#pragma once

#include "ui/shell/EnterKey.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/PopupKeys.h"
#include "ui/shell/Settings.h"
#include "ui/shell/Theme.h"

#include <memory>
#include <QObject>

namespace seamfinder {

class ExportPanel;
class OpenStudy;

/// The composition root of the window: settings, theme, the window, and the study that is open in it.
class Application : public QObject
{
    Q_OBJECT

public:
    /// `settingsFile`: for tests; the user's own without it.
    explicit Application(const QString &settingsFile = {});
    ~Application() override;

    [[nodiscard]] MainWindow &window() { return m_window; }
    /// nullptr where none is open.
    [[nodiscard]] OpenStudy *study() { return m_study.get(); }

    void show();
    /// Opens it in place of the one that is open; what goes wrong is said in the window, and the open one
    /// stays.
    void openStudy(const QString &path);
    void newStudy(const QString &path);
    void closeStudy();

private:
    void connectWindow();
    [[nodiscard]] bool mayClose();
    void showExport();

    Settings m_settings;
    Theme m_theme;
    EnterKey m_enterKey;
    PopupKeys m_popupKeys;
    MainWindow m_window;
    std::unique_ptr<OpenStudy> m_study;
    ExportPanel *m_export = nullptr;
};

} // namespace seamfinder
