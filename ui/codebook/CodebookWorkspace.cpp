#include "ui/codebook/CodebookWorkspace.h"

#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Facet.h"
#include "ui/codebook/CodebookTree.h"
#include "ui/codebook/TermEditor.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/CommandKeys.h"
#include "ui/common/Deliver.h"
#include "ui/common/EmptyState.h"
#include "ui/common/HiddenWordLineAid.h"
#include "ui/common/Icons.h"
#include "ui/common/SearchField.h"
#include "ui/common/SectionHeading.h"
#include "ui/shell/Sentences.h"

#include <algorithm>
#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

CodebookWorkspace::CodebookWorkspace(StudySession &session, CodebookCache &codebook, Messages &messages,
                                     QWidget *parent)
    : Workspace(parent)
    , m_session(session)
    , m_codebook(codebook)
    , m_messages(messages)
{
    makeActions();
    m_editor = new TermEditor(session, codebook, this);
    m_editor->setObjectName(u"termEditor"_s);
    m_nothing =
        new EmptyState(u"seamfinder-codebook"_s, tr("Choose a term"),
                       tr("Its definition, when to use it, and how often it was used stand here."), this);
    m_right = new QStackedWidget(this);
    m_right->addWidget(m_nothing);
    m_right->addWidget(m_editor);
    m_right->setMinimumWidth(fontMetrics().averageCharWidth() * 44);
    m_treePane = buildTreePane();
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->addWidget(m_treePane);
    m_splitter->addWidget(m_right);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({400, 600});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);

    m_usePause.setSingleShot(true);
    m_usePause.setInterval(400);
    connect(&m_usePause, &QTimer::timeout, this, &CodebookWorkspace::countUse);
    connect(&codebook, &CodebookCache::changed, this, &CodebookWorkspace::readAnew);
    for (const auto signal : {&StudySession::committed, &StudySession::undone, &StudySession::redone})
        connect(&session, signal, this, &CodebookWorkspace::followUse);
    connect(m_editor, &TermEditor::usesWanted, this, &CodebookWorkspace::openUses);
    m_tree->codebookModel()->setCodebook(codebook.codebook());
    m_tree->setCurrentIndex(m_tree->codebookModel()->index(0, 0));
    m_tree->expand(m_tree->currentIndex());
    readAnew();
}

CodebookWorkspace::~CodebookWorkspace()
{
    m_generation.next();
}

void CodebookWorkspace::makeActions()
{
    m_addAction = new QAction(seamfinder::icon(u"list-add"), tr("Add a term"), this);
    m_addAction->setObjectName(u"codebookAdd"_s);
    CommandKeys::ofProgram().drive(*m_addAction, KeyCommand::AddTerm);
    m_addAction->setShortcutContext(
        Qt::WidgetShortcut); // of the tree: in a text field the key is the field's
    m_addAction->setEnabled(m_session.isWritable());
    connect(m_addAction, &QAction::triggered, this, &CodebookWorkspace::startAdding);
    const auto moveAction = [this](const QString &name, const QString &text, const QString &iconName,
                                   int step) {
        auto *action = new QAction(seamfinder::icon(iconName), text, this);
        action->setObjectName(name);
        action->setEnabled(m_session.isWritable());
        connect(action, &QAction::triggered, this, [this, step] {
            if (const auto before = m_tree->codebookModel()->destination(m_tree->currentIndex(), step))
                move(m_tree->currentTerm(), *before);
        });
        return action;
    };
    m_showRetired = new QAction(tr("Show retired terms"), this);
    m_showRetired->setObjectName(u"codebookRetired"_s);
    m_showRetired->setCheckable(true);
    m_showRetired->setChecked(true);
    connect(m_showRetired, &QAction::toggled, this,
            [this](bool on) { m_tree->keepingPlace([&] { m_tree->codebookModel()->setRetiredShown(on); }); });
    // The tree itself takes Alt+Up and Alt+Down; the menu only names them.
    m_actions = {m_addAction,
                 nullptr,
                 moveAction(u"codebookUp"_s, tr("Move up (Alt+Up)"), u"go-up"_s, -1),
                 moveAction(u"codebookDown"_s, tr("Move down (Alt+Down)"), u"go-down"_s, 1),
                 nullptr,
                 m_showRetired};
}

QWidget *CodebookWorkspace::buildTreePane()
{
    auto *pane = new QWidget(this);
    pane->setAutoFillBackground(true);
    pane->setBackgroundRole(QPalette::Base);
    pane->setMinimumWidth(fontMetrics().averageCharWidth() * 36);
    m_heading = new SectionHeading(tr("Terms"), SectionHeading::Level::Pane, pane);
    auto *addButton = new QToolButton(pane);
    addButton->setDefaultAction(m_addAction);
    addButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addButton->setAutoRaise(true);
    addButton->setFocusPolicy(Qt::StrongFocus);
    m_heading->addTrailing(addButton);
    m_search = new SearchField(tr("Search the terms"), pane);
    m_search->setObjectName(u"codebookSearch"_s);
    m_newName = new QLineEdit(pane);
    m_newName->setObjectName(u"codebookNewName"_s);
    m_newName->setVisible(false);
    HiddenWordLineAid::watch(m_newName);
    m_tree = new CodebookTree(pane);
    m_tree->setObjectName(u"codebookTree"_s);
    m_tree->addAction(m_addAction);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(12, 10, 4, 4);
    column->setSpacing(6);
    column->addWidget(m_heading);
    column->addWidget(m_search);
    column->addWidget(m_newName);
    column->addWidget(m_tree, 1);

    connect(m_search, &SearchField::searchChanged, this, [this](const QString &text) {
        m_tree->keepingPlace([&] { m_tree->codebookModel()->setSearch(text); });
        if (text.trimmed().isEmpty()) {
            m_heading->setNote({});
            return;
        }
        m_tree->expandAll();
        m_heading->setNote(tr("%1 found").arg(m_tree->codebookModel()->matchCount()));
    });
    connect(m_search, &SearchField::resultsWanted, m_tree, [this] { m_tree->setFocus(); });
    connect(m_search, &SearchField::escaped, m_tree, [this] { m_tree->setFocus(); });
    connect(m_newName, &QLineEdit::returnPressed, this, &CodebookWorkspace::add);
    auto *leave = new QShortcut(QKeySequence(Qt::Key_Escape), m_newName);
    leave->setContext(Qt::WidgetShortcut);
    connect(leave, &QShortcut::activated, this, [this] {
        m_newName->clear();
        m_newName->hide();
        m_tree->setFocus();
    });
    connect(m_tree, &CodebookTree::currentTermChanged, this, &CodebookWorkspace::showCurrent);
    connect(m_tree, &CodebookTree::moveWanted, this, &CodebookWorkspace::move);
    connect(m_tree, &CodebookTree::editWanted, m_editor, &TermEditor::editName);
    return pane;
}

QString CodebookWorkspace::key() const
{
    return u"codebook"_s;
}

QString CodebookWorkspace::title() const
{
    return tr("Codebook");
}

QString CodebookWorkspace::iconName() const
{
    return u"seamfinder-codebook"_s;
}

QList<QWidget *> CodebookWorkspace::panes() const
{
    return {m_treePane, m_right};
}

void CodebookWorkspace::focusDefault()
{
    m_tree->setFocus();
}

bool CodebookWorkspace::find()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
    return true;
}

void CodebookWorkspace::flush()
{
    m_editor->flush();
}

void CodebookWorkspace::saveState(QSettings &settings) const
{
    settings.setValue(u"splitter"_s, m_splitter->saveState());
    settings.setValue(u"open"_s, m_tree->openNodes());
    settings.setValue(u"term"_s, m_tree->currentTerm().value);
    settings.setValue(u"showRetired"_s, m_showRetired->isChecked());
}

void CodebookWorkspace::restoreState(QSettings &settings)
{
    m_splitter->restoreState(settings.value(u"splitter"_s).toByteArray());
    m_showRetired->setChecked(settings.value(u"showRetired"_s, true).toBool());
    m_tree->setOpenNodes(settings.value(u"open"_s).toStringList());
    m_tree->select(TermId{settings.value(u"term"_s).toLongLong()});
}

void CodebookWorkspace::showEvent(QShowEvent *event)
{
    Workspace::showEvent(event);
    if (m_useStale)
        countUse();
}

void CodebookWorkspace::readAnew()
{
    m_tree->keepingPlace([&] { m_tree->codebookModel()->setCodebook(m_codebook.codebook()); });
    if (!m_search->text().trimmed().isEmpty())
        m_tree->expandAll();
    showCurrent(m_tree->currentTerm());
}

void CodebookWorkspace::showCurrent(TermId term)
{
    if (m_editor->term() != term)
        m_editor->setTerm(term);
    m_editor->setUse(m_use.value(term));
    m_right->setCurrentWidget(term ? static_cast<QWidget *>(m_editor) : m_nothing);
}

void CodebookWorkspace::showTerm(TermId term)
{
    m_search->clear();
    m_tree->select(term);
}

void CodebookWorkspace::startAdding()
{
    const QModelIndex at = m_tree->currentIndex();
    const QString facet = at.data(CodebookModel::FacetRole).toString();
    if (facet.isEmpty())
        return;
    const TermId about{at.data(CodebookModel::AboutRole).toLongLong()};
    const QString where =
        about ? u"%1 · %2"_s.arg(facetLabel(facet), m_codebook.codebook().label(about)) : facetLabel(facet);
    m_newName->setPlaceholderText(tr("%1: name of the new term, then Enter").arg(where));
    m_newName->setAccessibleName(m_newName->placeholderText());
    m_newName->show();
    m_newName->setFocus();
}

void CodebookWorkspace::add()
{
    const QString label = m_newName->text().simplified();
    const QModelIndex at = m_tree->currentIndex();
    if (label.isEmpty() || !at.isValid())
        return;
    Term term;
    term.facet = at.data(CodebookModel::FacetRole).toString();
    term.label = label;
    term.about = TermId{at.data(CodebookModel::AboutRole).toLongLong()};
    if (const Term *current = m_codebook.codebook().term(m_tree->currentTerm()))
        term.parent = current->parent;
    m_newName->clear();
    m_newName->hide();
    auto made = std::make_shared<TermId>();
    afterCommit(
        m_session.perform({.label = tr("Add “%1” to the codebook").arg(label)},
                          [term, made](Edit &edit) { *made = createTerm(edit, term); }),
        this,
        [this, made](const Commit &) {
            m_search->clear();
            m_tree->select(*made);
            m_editor->editName();
        },
        [this, label] { // the name is not lost
            m_newName->setText(label);
            m_newName->show();
            m_newName->setFocus();
        });
}

void CodebookWorkspace::move(TermId term, TermId before)
{
    const Term *moved = m_codebook.codebook().term(term);
    if (!moved || !m_session.isWritable())
        return;
    m_editor->flush();
    m_session.perform({.label = tr("Move “%1”").arg(moved->label), .place = toText(term)},
                      [term, before](Edit &edit) { moveTerm(edit, term, before); });
}

void CodebookWorkspace::followUse(const Commit &commit)
{
    static constexpr QLatin1StringView tables[]{"coding"_L1, "example"_L1, "gap"_L1, "participant_term"_L1,
                                                "coder"_L1};
    if (std::none_of(std::begin(tables), std::end(tables),
                     [&](QLatin1StringView table) { return commit.touches(table); }))
        return;
    m_useStale = true;
    if (isVisible())
        m_usePause.start();
}

void CodebookWorkspace::countUse()
{
    m_useStale = false;
    const auto ticket = m_generation.next();
    deliver(
        m_session.jobs().run(
            ticket, [](Connection &db) { return termUse(db); }, Lane::Long),
        ticket, this,
        [this](const QHash<TermId, int> &use) {
            m_use = use;
            m_tree->codebookModel()->setUse(use);
            m_editor->setUse(use.value(m_editor->term()));
        },
        [this](const std::exception_ptr &error) { m_messages.show(messageFor(error)); });
}

void CodebookWorkspace::openUses(TermId id)
{
    const Term *term = m_codebook.codebook().term(id);
    if (!term)
        return;
    QVector<Dimension> ways;
    for (const DimensionInfo &info : dimensions()) {
        if (info.facet == term->facet)
            ways.append(info.dimension);
    }
    const auto open = [this, id](Dimension dimension) {
        Filter filter;
        filter.values[dimension] = {{id.value, 0}};
        Q_EMIT catalogueWanted(filter);
    };
    if (ways.size() == 1) {
        open(ways.first());
        return;
    }
    // A filter joins categories by AND: where a term is used in several ways, people say which they mean.
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"usesMenu"_s);
    for (const Dimension way : ways)
        menu->addAction(tr("Used as: %1").arg(label(way)), this, [open, way] { open(way); });
    const auto *button = findChild<QWidget *>(u"termUses"_s);
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

} // namespace seamfinder
