#pragma once

#include <QList>
#include <QObject>
#include <QStringList>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;

namespace seamfinder {

class Workspace;

/// The window's own actions and its menu bar. Every action has an object name, so that keys can be changed
/// and tests can find it; the window decides what each one does.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QMenuBar *bar, QObject *parent);

    QAction *newStudy, *openStudy, *exportCsv, *closeStudy, *quit;
    QAction *undo, *redo, *find, *hiddenWords, *scrub;
    QAction *largerText, *smallerText, *normalText, *keys;
    QAction *nextPane, *previousPane, *toMessages;
    QAction *help, *about;
    /// Checkable, exclusive, their data is the scheme's name for Theme.
    QActionGroup *schemes;

    void setRecent(const QStringList &paths);
    /// Rebuilds View → workspaces and the workspaces' own menus.
    void setWorkspaces(const QList<Workspace *> &workspaces);
    void setCurrentWorkspace(int index);
    /// Enables what needs an open study.
    void setStudyOpen(bool open);

Q_SIGNALS:
    void recentChosen(const QString &path);
    void recentCleared();
    void workspaceChosen(int index);

protected:
    /// Every menu that opens, whoever made it, has a letter for each of its entries.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    void makeMenus(QMenuBar *bar);
    void showViewActions(const QList<QAction *> &actions);
    QAction *make(const QString &name, const QString &text, const QString &iconName = {});

    QMenuBar *m_bar;
    QMenu *m_recent;
    QMenu *m_view;
    QMenu *m_place; ///< the current workspace's own menu
    QAction *m_placesEnd;
    QAction *m_viewEnd; ///< before it stand the current workspace's view actions
    QList<QAction *> m_viewActions;
    QActionGroup *m_places;
    QList<Workspace *> m_workspaces;
};

} // namespace seamfinder
