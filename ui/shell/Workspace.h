#pragma once

#include <QHash>
#include <QList>
#include <QPointer>
#include <QWidget>

class QAction;
class QSettings;

namespace seamfinder {

/// One of the pages that the navigation rail switches between. The window knows its pages only through this
/// class, so a workspace can be added or left out without touching the shell.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    explicit Workspace(QWidget *parent = nullptr);
    ~Workspace() override;

    /// A short ASCII word that never changes: the group of its settings and its object name ("catalogue").
    [[nodiscard]] virtual QString key() const = 0;
    /// The translated name on the rail and in the menu ("Catalogue").
    [[nodiscard]] virtual QString title() const = 0;
    /// A name for `icon()`, e.g. "seamfinder-catalogue".
    [[nodiscard]] virtual QString iconName() const = 0;

    /// Actions for the window's menu of this workspace, in order; a null pointer is a separator. They stay
    /// owned by the workspace. Shortcuts with Qt::WidgetWithChildrenShortcut work while the workspace is
    /// shown.
    [[nodiscard]] virtual QList<QAction *> menuActions() const { return {}; }

    /// Actions that say how the workspace looks, for the window's View menu while it is shown.
    [[nodiscard]] virtual QList<QAction *> viewActions() const { return {}; }

    /// The panes that F6 and Shift+F6 walk through, in reading order. Hidden and disabled ones are skipped.
    [[nodiscard]] virtual QList<QWidget *> panes() const { return {}; }

    /// Where F6 goes in this pane, wherever the focus was there before; nullptr: to where it was last.
    [[nodiscard]] virtual QWidget *startOf(const QWidget *) const { return nullptr; }

    /// Puts the focus where work in this workspace starts. Called whenever it is shown.
    virtual void focusDefault() = 0;

    /// Edit → Find: puts the focus into the workspace's search. Returns false when it has none.
    virtual bool find() { return false; }

    /// Called before another workspace is shown, the study is closed or the window loses its focus: write
    /// what is being typed.
    virtual void flush() {}

    /// Splitters, columns, filters. The group of this workspace is already open in `settings`.
    virtual void saveState(QSettings &settings) const;
    virtual void restoreState(QSettings &settings);

    /// Moves the focus to the next (+1) or previous (-1) pane; a pane gets it back where it was last.
    void cyclePane(int step);
    /// Whether that would come round, from the last pane to the first or from the first to the last.
    [[nodiscard]] bool wouldComeRound(int step) const;

private:
    void rememberFocus(QWidget *now);
    [[nodiscard]] QList<QWidget *> usablePanes() const;

    QHash<QWidget *, QPointer<QWidget>> m_lastFocus;
};

} // namespace seamfinder
