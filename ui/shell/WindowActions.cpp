#include "ui/shell/WindowActions.h"

#include "ui/common/CommandKeys.h"
#include "ui/common/Icons.h"
#include "ui/common/Mnemonics.h"
#include "ui/shell/Workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QMenuBar>

namespace seamfinder {

using namespace Qt::StringLiterals;

WindowActions::WindowActions(QMenuBar *bar, QObject *parent)
    : QObject(parent)
    , schemes(new QActionGroup(this))
    , m_bar(bar)
    , m_places(new QActionGroup(this))
{
    makeActions();
    makeMenus(bar);
    setStudyOpen(false);
    setRecent({});
    qApp->installEventFilter(this);
}

bool WindowActions::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show) {
        if (auto *menu = qobject_cast<QMenu *>(watched))
            giveMnemonics(*menu);
    }
    return QObject::eventFilter(watched, event);
}

QAction *WindowActions::make(const QString &name, const QString &text, const QString &iconName)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    return action;
}

void WindowActions::makeActions()
{
    CommandKeys &allKeys = CommandKeys::ofProgram();
    newStudy = make(u"newStudy"_s, tr("&New study…"), u"document-new"_s);
    allKeys.drive(*newStudy, KeyCommand::NewStudy);
    openStudy = make(u"openStudy"_s, tr("&Open study…"), u"document-open"_s);
    allKeys.drive(*openStudy, KeyCommand::OpenStudy);
    exportCsv = make(u"exportCsv"_s, tr("&Export…"), u"document-export"_s);
    allKeys.drive(*exportCsv, KeyCommand::Export);
    closeStudy = make(u"closeStudy"_s, tr("&Close study"), u"document-close"_s);
    allKeys.drive(*closeStudy, KeyCommand::CloseStudy);
    quit = make(u"quit"_s, tr("&Quit"), u"application-exit"_s);
    allKeys.drive(*quit, KeyCommand::Quit);
    quit->setMenuRole(QAction::QuitRole);

    undo = make(u"undo"_s, tr("&Undo"), u"edit-undo"_s);
    undo->setShortcut(QKeySequence(u"Ctrl+Z"_s)); // a text field's too, so these two stay
    redo = make(u"redo"_s, tr("&Redo"), u"edit-redo"_s);
    redo->setShortcut(QKeySequence(u"Ctrl+Shift+Z"_s));
    find = make(u"find"_s, tr("&Find"), u"edit-find"_s);
    allKeys.drive(*find, KeyCommand::Find);

    hiddenWords = make(u"hiddenWords"_s, tr("&Words to hide…"));
    scrub = make(u"scrub"_s, tr("Re&move a word everywhere…"));

    largerText = make(u"largerText"_s, tr("&Larger text"), u"zoom-in"_s);
    allKeys.drive(*largerText, KeyCommand::LargerText);
    smallerText = make(u"smallerText"_s, tr("&Smaller text"), u"zoom-out"_s);
    allKeys.drive(*smallerText, KeyCommand::SmallerText);
    normalText = make(u"normalText"_s, tr("&Normal text size"), u"zoom-original"_s);
    allKeys.drive(*normalText, KeyCommand::NormalText);
    keys = make(u"keys"_s, tr("&Keys…"));
    nextPane = make(u"nextPane"_s, tr("Next &pane"));
    allKeys.drive(*nextPane, KeyCommand::NextPane);
    previousPane = make(u"previousPane"_s, tr("P&revious pane"));
    allKeys.drive(*previousPane, KeyCommand::PreviousPane);
    toMessages = make(u"toMessages"_s, tr("Go to &messages"));
    allKeys.drive(*toMessages, KeyCommand::ToMessages);

    help = make(u"help"_s, tr("&Help pages"), u"help-contents"_s);
    allKeys.drive(*help, KeyCommand::Help);
    help->setShortcutContext(Qt::ApplicationShortcut); // also in the windows for exporting and erasing
    about = make(u"about"_s, tr("&About Seamfinder"), u"help-about"_s);
    about->setMenuRole(QAction::AboutRole);

    const std::pair<QString, QString> kinds[] = {
        {u"system"_s, tr("As the &system")}, {u"light"_s, tr("&Light")}, {u"dark"_s, tr("&Dark")}};
    for (const auto &[name, text] : kinds) {
        QAction *action = make(u"scheme-"_s + name, text);
        action->setCheckable(true);
        action->setData(name);
        schemes->addAction(action);
    }
}

void WindowActions::makeMenus(QMenuBar *bar)
{
    QMenu *file = bar->addMenu(tr("&File"));
    file->addAction(newStudy);
    file->addAction(openStudy);
    m_recent = file->addMenu(icon(u"document-open-recent"), tr("Open &recent"));
    file->addSeparator();
    file->addAction(exportCsv);
    file->addSeparator();
    file->addAction(closeStudy);
    file->addAction(quit);

    QMenu *edit = bar->addMenu(tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addAction(find);
    edit->addSeparator();
    edit->addActions({hiddenWords, scrub});

    m_view = bar->addMenu(tr("&View"));
    m_placesEnd = m_view->addSeparator();
    m_viewEnd = m_view->addSeparator();
    m_view->addActions({nextPane, previousPane, toMessages});
    m_view->addSeparator();
    m_view->addActions({largerText, smallerText, normalText});
    QMenu *look = m_view->addMenu(tr("&Colours"));
    look->addActions(schemes->actions());
    m_view->addAction(keys);

    m_place = bar->addMenu(QString());
    m_place->menuAction()->setVisible(false);

    QMenu *helpMenu = bar->addMenu(tr("&Help"));
    helpMenu->addActions({help, about});
    for (QMenu *menu : {file, m_recent, edit, m_view, look, m_place, helpMenu})
        connect(menu, &QMenu::aboutToShow, this, [menu] { giveMnemonics(*menu); });
}

void WindowActions::setRecent(const QStringList &paths)
{
    m_recent->clear();
    for (const QString &path : paths) {
        const QFileInfo info(path);
        QString shown = info.fileName();
        shown.replace(u'&', u"&&"_s);
        QAction *action = m_recent->addAction(shown);
        action->setToolTip(QDir::toNativeSeparators(path));
        action->setStatusTip(action->toolTip());
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT recentChosen(path); });
    }
    m_recent->setEnabled(!paths.isEmpty());
    if (paths.isEmpty())
        return;
    m_recent->addSeparator();
    connect(m_recent->addAction(tr("&Forget these")), &QAction::triggered, this,
            &WindowActions::recentCleared);
}

void WindowActions::setWorkspaces(const QList<Workspace *> &workspaces)
{
    m_workspaces = workspaces;
    showViewActions({});
    const QList<QAction *> old = m_places->actions();
    qDeleteAll(old);
    m_place->clear();
    m_place->menuAction()->setVisible(false);
    for (int i = 0; i < workspaces.size(); ++i) {
        const Workspace *workspace = workspaces[i];
        QAction *action = make(u"show-"_s + workspace->key(), workspace->title(), workspace->iconName());
        action->setCheckable(true);
        if (const auto command = commandTo(i))
            CommandKeys::ofProgram().drive(*action, *command);
        connect(action, &QAction::triggered, this, [this, i] { Q_EMIT workspaceChosen(i); });
        m_places->addAction(action);
        m_view->insertAction(m_placesEnd, action);
    }
}

void WindowActions::setCurrentWorkspace(int index)
{
    if (index < 0 || index >= m_workspaces.size())
        return;
    m_places->actions().at(index)->setChecked(true);
    const Workspace *workspace = m_workspaces[index];
    showViewActions(workspace->viewActions());
    m_place->clear();
    m_place->setTitle(u'&' + workspace->title());
    const QList<QAction *> actions = workspace->menuActions();
    for (QAction *action : actions) {
        if (action)
            m_place->addAction(action);
        else
            m_place->addSeparator();
    }
    m_place->menuAction()->setVisible(!actions.isEmpty());
    giveMnemonics(*m_view);
    giveMnemonics(*m_place);
}

void WindowActions::showViewActions(const QList<QAction *> &actions)
{
    for (QAction *action : std::exchange(m_viewActions, actions))
        m_view->removeAction(action);
    m_view->insertActions(m_viewEnd, actions);
}

void WindowActions::setStudyOpen(bool open)
{
    for (QAction *action : {exportCsv, closeStudy, find, scrub})
        action->setEnabled(open);
    if (!open) {
        undo->setEnabled(false);
        redo->setEnabled(false);
    }
}

} // namespace seamfinder
