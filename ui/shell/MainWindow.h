#pragma once

#include "ui/shell/WindowActions.h"

#include <functional>
#include <optional>
#include <QDateTime>
#include <QMainWindow>

class QStackedWidget;

namespace seamfinder {

class JobIndicator;
class Jobs;
class Messages;
class MessageStrip;
class NavigationRail;
class SavedIndicator;
class Settings;
class StartPage;
class Theme;
class Workspace;

/// The application's window: one per process, one study at a time. It knows neither the study nor any
/// workspace; the composition root hands workspaces in, listens to its signals and sets what it shows.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Settings &settings, Theme &theme, QWidget *parent = nullptr);

    /// Takes it over; the order is that of the rail and of Ctrl+1 … Ctrl+5.
    void addWorkspace(Workspace *workspace);
    /// Removes and deletes them all (the study was closed), after saving their state.
    void clearWorkspaces();
    [[nodiscard]] Workspace *currentWorkspace() const;
    /// Does nothing where no workspace has this key.
    void showWorkspace(const QString &key);

    [[nodiscard]] Messages &messages();
    /// To the first button of the newest message.
    void focusMessages();
    [[nodiscard]] Jobs &jobs();
    [[nodiscard]] WindowActions &actions() { return *m_actions; }

    /// A study is open: its workspaces (added before) are shown as they were left, the path goes into Recent.
    void setStudy(const QString &path, const QString &title, bool readOnly);
    void setStudyTitle(const QString &title);
    /// No study is open: the start page is shown.
    void clearStudy();

    /// The name of the step that Undo (Redo) would take back, none when there is nothing.
    void setUndoText(const std::optional<QString> &step);
    void setRedoText(const std::optional<QString> &step);
    void setSaved(const QDateTime &when);
    void setSaving();
    void setSaveProblem(const QString &sentence);

    /// Geometry as it was left, within today's screens. Call before show().
    void restoreWindow();
    /// Asked before the window closes; false keeps it open (text that could not be written yet).
    void setCloseGuard(std::function<bool()> mayClose);

Q_SIGNALS:
    void newStudyRequested(const QString &path);
    void openStudyRequested(const QString &path);
    void closeStudyRequested();
    void exportRequested();
    void scrubRequested();
    void undoRequested();
    void redoRequested();
    /// The window will close, or lost the focus: what is being typed must go into the file now.
    void flushRequested();
    void currentWorkspaceChanged(seamfinder::Workspace *workspace);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectActions();
    void showIndex(int index);
    void cyclePane(int step);
    void saveWindow();
    void showTitle();
    void showRecent();
    void chooseNewStudy();
    void chooseStudy();

    Settings &m_settings;
    Theme &m_theme;
    WindowActions *m_actions;
    NavigationRail *m_rail;
    MessageStrip *m_strip;
    QStackedWidget *m_pages;
    StartPage *m_start;
    SavedIndicator *m_saved;
    JobIndicator *m_jobs;
    QList<Workspace *> m_workspaces;
    Workspace *m_current = nullptr;
    QString m_path;
    QString m_title;
    bool m_readOnly = false;
    std::function<bool()> m_mayClose;
};

} // namespace seamfinder
