#include "ui/shell/MainWindow.h"

#include "ui/common/CommandKeys.h"
#include "ui/common/Icons.h"
#include "ui/shell/ContextMenuKey.h"
#include "ui/shell/HelpWindow.h"
#include "ui/shell/HiddenWordsPanel.h"
#include "ui/shell/JobIndicator.h"
#include "ui/shell/KeysPanel.h"
#include "ui/shell/MessageStrip.h"
#include "ui/shell/NavigationRail.h"
#include "ui/shell/RecentStudies.h"
#include "ui/shell/SavedIndicator.h"
#include "ui/shell/Settings.h"
#include "ui/shell/StartPage.h"
#include "ui/shell/StudyFileDialog.h"
#include "ui/shell/Theme.h"
#include "ui/shell/Workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int helpHintMilliseconds = 8000;
} // namespace

MainWindow::MainWindow(Settings &settings, Theme &theme, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_theme(theme)
    , m_actions(new WindowActions(menuBar(), this))
    , m_rail(new NavigationRail)
    , m_strip(new MessageStrip)
    , m_pages(new QStackedWidget)
    , m_start(new StartPage)
    , m_saved(new SavedIndicator)
    , m_jobs(new JobIndicator)
{
    setWindowIcon(icon(u"seamfinder"));
    m_pages->addWidget(m_start);

    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_pages, 1);
    right->addWidget(m_strip); // below: what is being typed must not move
    auto *middle = new QWidget;
    auto *line = new QHBoxLayout(middle);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    line->addWidget(m_rail);
    line->addLayout(right, 1);
    setCentralWidget(middle);

    statusBar()->setSizeGripEnabled(false);
    statusBar()->addPermanentWidget(m_jobs);
    statusBar()->addPermanentWidget(m_saved);
    setMinimumSize(720, 480);
    CommandKeys::ofProgram().load(settings.file().fileName());
    openContextMenusByKey(*this);
    connectActions();
    clearStudy();
}

void MainWindow::connectActions()
{
    const WindowActions *a = m_actions;
    connect(a->newStudy, &QAction::triggered, this, &MainWindow::chooseNewStudy);
    connect(a->openStudy, &QAction::triggered, this, &MainWindow::chooseStudy);
    connect(m_start, &StartPage::newWanted, this, &MainWindow::chooseNewStudy);
    connect(m_start, &StartPage::openWanted, this, &MainWindow::chooseStudy);
    connect(m_start, &StartPage::recentChosen, this, &MainWindow::openStudyRequested);
    connect(a, &WindowActions::recentChosen, this, &MainWindow::openStudyRequested);
    connect(a, &WindowActions::recentCleared, this, [this] { forgetStudies(m_settings); });
    connect(&m_settings, &Settings::changed, this, [this](SettingKey key) {
        if (key == SettingKey::RecentStudies)
            showRecent();
    });
    connect(a->exportCsv, &QAction::triggered, this, &MainWindow::exportRequested);
    connect(a->scrub, &QAction::triggered, this, &MainWindow::scrubRequested);
    connect(a->hiddenWords, &QAction::triggered, this, [this] {
        auto *panel = findChild<HiddenWordsPanel *>();
        (panel ? panel : new HiddenWordsPanel(this))->open();
    });
    connect(a->keys, &QAction::triggered, this, [this] {
        auto *panel = findChild<KeysPanel *>();
        (panel ? panel : new KeysPanel(this))->open();
    });
    connect(a->closeStudy, &QAction::triggered, this, &MainWindow::closeStudyRequested);
    connect(a->quit, &QAction::triggered, this, &QWidget::close);

    connect(a->undo, &QAction::triggered, this, &MainWindow::undoRequested);
    connect(a->redo, &QAction::triggered, this, &MainWindow::redoRequested);
    connect(a->find, &QAction::triggered, this, [this] {
        if (m_current && m_current->find())
            return;
        // Where a workspace has nothing to search in, Find goes to the one that has.
        for (int i = 0; i < m_workspaces.size(); ++i) {
            if (m_workspaces[i]->key() == "catalogue"_L1) {
                showIndex(i);
                m_workspaces[i]->find();
            }
        }
    });

    connect(a, &WindowActions::workspaceChosen, this, &MainWindow::showIndex);
    connect(m_rail, &NavigationRail::chosen, this, &MainWindow::showIndex);
    connect(a->nextPane, &QAction::triggered, this, [this] { cyclePane(1); });
    connect(a->previousPane, &QAction::triggered, this, [this] { cyclePane(-1); });
    connect(a->toMessages, &QAction::triggered, m_strip, &MessageStrip::focusNewest);
    connect(a->largerText, &QAction::triggered, this,
            [this] { m_theme.setTextPercent(m_theme.textPercent() + Theme::percentStep); });
    connect(a->smallerText, &QAction::triggered, this,
            [this] { m_theme.setTextPercent(m_theme.textPercent() - Theme::percentStep); });
    connect(a->normalText, &QAction::triggered, this,
            [this] { m_theme.setTextPercent(Theme::minimumPercent); });
    connect(a->schemes, &QActionGroup::triggered, this,
            [this](const QAction *action) { m_theme.setScheme(action->data().toString()); });
    const QList<QAction *> schemes = a->schemes->actions();
    for (QAction *action : schemes)
        action->setChecked(action->data().toString() == m_theme.scheme());

    connect(a->help, &QAction::triggered, this, [this] {
        auto *help = findChild<HelpWindow *>();
        if (!help) {
            help = new HelpWindow(m_settings, this);
            connect(help, &QObject::destroyed, statusBar(), &QStatusBar::clearMessage);
        }
        if (help->help(QApplication::focusWidget(), m_pages->currentWidget()))
            statusBar()->showMessage(
                tr("The help is open beside. %1 again goes into it, Esc there closes it.")
                    .arg(CommandKeys::ofProgram().text(KeyCommand::Help)),
                helpHintMilliseconds);
    });
    connect(a->about, &QAction::triggered, this, [this] { showAbout(this); });
}

/// What is said stands behind the last pane, in a workspace and on the start page.
void MainWindow::cyclePane(int step)
{
    const bool inMessages = m_strip->hasFocusInside();
    if (!inMessages && m_strip->isVisible() && (!m_current || m_current->wouldComeRound(step)))
        m_strip->focusNewest();
    else if (m_current)
        m_current->cyclePane(step);
    else
        m_start->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::focusMessages()
{
    m_strip->focusNewest();
}

void MainWindow::chooseNewStudy()
{
    askForNewStudy(this, m_settings, [this](const QString &path) { Q_EMIT newStudyRequested(path); });
}

void MainWindow::chooseStudy()
{
    askForStudy(this, m_settings, [this](const QString &path) { Q_EMIT openStudyRequested(path); });
}

void MainWindow::addWorkspace(Workspace *workspace)
{
    workspace->setObjectName(workspace->key());
    m_workspaces.append(workspace);
    m_pages->addWidget(workspace);
    m_rail->addPlace(workspace->title(), workspace->iconName());
    m_actions->setWorkspaces(m_workspaces);
}

void MainWindow::clearWorkspaces()
{
    saveWindow();
    m_strip->forgetSaid();
    m_current = nullptr;
    m_rail->clear();
    m_actions->setWorkspaces({});
    for (Workspace *workspace : std::as_const(m_workspaces))
        m_pages->removeWidget(workspace);
    qDeleteAll(std::exchange(m_workspaces, {}));
}

Workspace *MainWindow::currentWorkspace() const
{
    return m_current;
}

void MainWindow::showWorkspace(const QString &key)
{
    for (int i = 0; i < m_workspaces.size(); ++i) {
        if (m_workspaces[i]->key() == key)
            showIndex(i);
    }
}

void MainWindow::showIndex(int index)
{
    if (index < 0 || index >= m_workspaces.size())
        return;
    Workspace *next = m_workspaces[index];
    if (m_current && m_current != next)
        m_current->flush();
    const bool changed = std::exchange(m_current, next) != next;
    m_pages->setCurrentWidget(next);
    m_rail->setCurrent(index);
    m_actions->setCurrentWorkspace(index);
    next->focusDefault();
    m_settings.set(SettingKey::CurrentWorkspace, next->key()); // also for who opens it after an unclean end
    if (changed)
        Q_EMIT currentWorkspaceChanged(next);
}

Messages &MainWindow::messages()
{
    return *m_strip;
}

Jobs &MainWindow::jobs()
{
    return *m_jobs;
}

void MainWindow::setStudy(const QString &path, const QString &title, bool readOnly)
{
    m_path = path;
    m_title = title;
    m_readOnly = readOnly;
    const QString last = recentStudies(m_settings).value(0);
    if (!path.isEmpty())
        rememberStudy(m_settings, path);
    const bool again = last == recentStudies(m_settings).value(0);
    const QString lastWorkspace = m_settings.text(SettingKey::CurrentWorkspace);
    if (readOnly)
        m_saved->showReadOnly();
    else
        m_saved->showNothing();
    m_actions->setStudyOpen(true);
    m_rail->setVisible(!m_workspaces.isEmpty());
    QSettings &file = m_settings.file();
    for (Workspace *workspace : std::as_const(m_workspaces)) {
        file.beginGroup(u"workspace-"_s + workspace->key());
        workspace->restoreState(file);
        file.endGroup();
    }
    showTitle();
    showIndex(0);
    // Another study begins at its front page: an empty one shows its doors there.
    if (again)
        showWorkspace(lastWorkspace);
}

void MainWindow::setStudyTitle(const QString &title)
{
    m_title = title;
    showTitle();
}

void MainWindow::clearStudy()
{
    m_path.clear();
    m_title.clear();
    m_readOnly = false;
    m_saved->showNothing();
    m_actions->setStudyOpen(false);
    setUndoText(std::nullopt);
    setRedoText(std::nullopt);
    m_rail->hide();
    showRecent();
    m_pages->setCurrentWidget(m_start);
    m_start->setFocus();
    showTitle();
}

void MainWindow::showTitle()
{
    const QString name = m_title.isEmpty() ? QFileInfo(m_path).completeBaseName() : m_title;
    if (name.isEmpty())
        setWindowTitle(tr("Seamfinder"));
    else
        setWindowTitle(m_readOnly ? tr("%1 (read only) — Seamfinder").arg(name)
                                  : tr("%1 — Seamfinder").arg(name));
}

void MainWindow::setUndoText(const std::optional<QString> &step)
{
    m_actions->undo->setEnabled(step.has_value());
    m_actions->undo->setText(step ? tr("&Undo: %1").arg(QString(*step).replace(u'&', u"&&"_s)) : tr("&Undo"));
}

void MainWindow::setRedoText(const std::optional<QString> &step)
{
    m_actions->redo->setEnabled(step.has_value());
    m_actions->redo->setText(step ? tr("&Redo: %1").arg(QString(*step).replace(u'&', u"&&"_s)) : tr("&Redo"));
}

void MainWindow::setSaved(const QDateTime &when)
{
    m_saved->showSaved(when);
}

void MainWindow::setSaving()
{
    m_saved->showSaving();
}

void MainWindow::setSaveProblem(const QString &sentence)
{
    m_saved->showProblem(sentence);
}

void MainWindow::restoreWindow()
{
    if (restoreGeometry(m_settings.value(SettingKey::WindowGeometry).toByteArray()))
        return;
    const QScreen *screen = this->screen() ? this->screen() : QGuiApplication::primaryScreen();
    const QSize room = screen->availableSize();
    resize(std::min(1440, room.width() * 9 / 10), std::min(900, room.height() * 9 / 10));
}

void MainWindow::saveWindow()
{
    m_settings.set(SettingKey::WindowGeometry, saveGeometry());
    QSettings &file = m_settings.file();
    for (const Workspace *workspace : std::as_const(m_workspaces)) {
        file.beginGroup(u"workspace-"_s + workspace->key());
        workspace->saveState(file);
        file.endGroup();
    }
}

void MainWindow::setCloseGuard(std::function<bool()> mayClose)
{
    m_mayClose = std::move(mayClose);
}

void MainWindow::showRecent()
{
    const QStringList recent = recentStudies(m_settings);
    m_actions->setRecent(recent);
    m_start->setRecent(recent);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_current)
        m_current->flush();
    Q_EMIT flushRequested();
    if (m_mayClose && !m_mayClose()) {
        event->ignore();
        return;
    }
    saveWindow();
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    // Studies may have come and gone while another window was used.
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        showRecent();
    if (event->type() == QEvent::ActivationChange && !isActiveWindow()) {
        if (m_current)
            m_current->flush();
        Q_EMIT flushRequested();
    }
}

} // namespace seamfinder
