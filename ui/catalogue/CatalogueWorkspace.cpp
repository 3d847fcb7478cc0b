#include "ui/catalogue/CatalogueWorkspace.h"

#include "core/catalogue/EditExamples.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/FilterText.h"
#include "ui/catalogue/CatalogueActions.h"
#include "ui/catalogue/CatalogueList.h"
#include "ui/catalogue/CatalogueTable.h"
#include "ui/catalogue/CodingActions.h"
#include "ui/catalogue/DetailPane.h"
#include "ui/catalogue/FacetPanel.h"
#include "ui/catalogue/FilterChips.h"
#include "ui/catalogue/NoMatchPage.h"
#include "ui/common/CatalogueService.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/Deliver.h"
#include "ui/common/Door.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/EmptyState.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/Icons.h"
#include "ui/common/SearchField.h"
#include "ui/common/StudyNames.h"
#include "ui/report/ChartData.h"
#include "ui/shell/Messages.h"
#include "ui/shell/Sentences.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QListView>
#include <QLocale>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

/// Windows narrower than this have no room for three panes.
constexpr int narrowWindow = 1300;

enum Page { TablePage, EmptyPage, NoMatch };

} // namespace

CatalogueWorkspace::CatalogueWorkspace(StudySession &session, CodebookCache &codebook,
                                       CatalogueService &service, Messages &messages, QWidget *parent)
    : Workspace(parent)
    , m_session(session)
    , m_service(service)
    , m_codebook(codebook)
    , m_messages(messages)
    , m_names(&service.names())
    , m_model(new CatalogueModel(session, codebook, *m_names, this))
    , m_list(new CatalogueList(session, service, *m_model, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_facets(new FacetPanel(session, *m_names, *m_list, m_splitter))
{
    setObjectName(CatalogueWorkspace::key());
    m_splitter->addWidget(m_facets);
    m_splitter->addWidget(makeMiddle());
    m_detail = new DetailPane({session, codebook, CodingStage::After}, *m_names, m_splitter);
    m_splitter->addWidget(m_detail);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setStretchFactor(2, 1);
    m_splitter->setSizes({240, 760, 460});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);

    m_actions = new CatalogueActions(session, codebook, messages, *m_list, *m_table, this);
    m_facetButton->setDefaultAction(m_actions->showFilters);
    m_table->setSort(m_list->sortKey(), m_list->sortOrder());
    connectAll();
    m_list->setSeen(false); // until it is
    service.addViewer(this);
    showProgress(0);
    listChanged();
}

CatalogueWorkspace::~CatalogueWorkspace() = default;

QWidget *CatalogueWorkspace::makeMiddle()
{
    auto *middle = new QWidget(m_splitter);
    m_facetButton = new QToolButton(middle);
    m_facetButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_facetButton->setAutoRaise(true);
    m_facetButton->setFocusPolicy(Qt::TabFocus);
    m_search = new SearchField(tr("Search in examples, gaps and evidence"), middle);
    m_search->setObjectName(u"catalogueSearch"_s);
    m_chips = new FilterChips(*m_names, middle);
    m_counts = new ElidedLabel({}, middle);
    m_counts->setObjectName(u"catalogueCounts"_s);
    m_counts->setMuted(true);
    m_middle = new QStackedWidget(middle);
    m_table = new CatalogueTable(*m_model, m_middle);
    m_empty = makeEmptyPage();
    m_noMatch = new NoMatchPage(m_session, *m_names, *m_list, m_middle);
    m_middle->addWidget(m_table);
    m_middle->addWidget(m_empty);
    m_middle->addWidget(m_noMatch);

    auto *bar = new QHBoxLayout;
    bar->addWidget(m_facetButton);
    bar->addWidget(m_search, 1);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(8, 8, 8, 6);
    head->setSpacing(6);
    head->addLayout(bar);
    head->addWidget(m_chips);
    head->addWidget(m_counts);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_middle, 1);
    middle->setMinimumWidth(300);
    return middle;
}

QWidget *CatalogueWorkspace::makeEmptyPage()
{
    auto *page = new EmptyState(
        u"seamfinder-catalogue"_s, tr("No examples yet"),
        tr("Everything that interviews bring to light is listed, searched and coded here."), m_middle);
    const Door *interview = page->addDoor(u"seamfinder-interview"_s, tr("Start an interview"),
                                          tr("A pseudonym is enough; the rest can wait."));
    const Door *material = page->addDoor(u"document-import"_s, tr("I already have material"),
                                         tr("Paste or open a transcript, and mark examples in it."));
    const Door *example =
        page->addDoor(u"document-new"_s, tr("Record an example"),
                      tr("One sentence about what people counted on, and what turned out."));
    connect(interview, &Door::clicked, this, &CatalogueWorkspace::interviewWanted);
    connect(material, &Door::clicked, this, &CatalogueWorkspace::materialWanted);
    connect(example, &Door::clicked, this, &CatalogueWorkspace::createExample);
    return page;
}

void CatalogueWorkspace::connectAll()
{
    const auto failing = [this](const std::exception_ptr &error) { fail(error); };
    connect(m_model, &CatalogueModel::failed, this, failing);
    connect(m_list, &CatalogueList::failed, this, failing);
    connect(m_facets, &FacetPanel::failed, this, failing);
    connect(m_detail, &DetailPane::failed, this, failing);
    connect(&m_service, &CatalogueService::failed, this, failing);

    connect(m_model, &CatalogueModel::sortWanted, m_list, &CatalogueList::setSort);
    connect(m_list, &CatalogueList::changed, this, &CatalogueWorkspace::listChanged);
    connect(&m_service, &CatalogueService::loading, this, &CatalogueWorkspace::showProgress);
    connect(&m_service, &CatalogueService::changed, this, [this] { showProgress(1); });

    connect(m_search, &SearchField::searchChanged, this,
            [this](const QString &text) { changeFilter([&text](Filter &filter) { filter.text = text; }); });
    connect(m_search, &SearchField::resultsWanted, this,
            [this] { m_table->setFocus(Qt::ShortcutFocusReason); });
    connect(m_facets, &FacetPanel::left, this, [this] {
        if (m_narrow) {
            m_facetsNarrow = false; // there, they are called up when they are needed
            arrange();
        }
        focusDefault();
    });
    connect(m_facets, &FacetPanel::toggled, this, [this](Dimension dimension, DimensionValue value) {
        changeFilter([&](Filter &filter) { filter.toggle(dimension, value); });
    });
    connect(m_chips, &FilterChips::removed, this, [this](Dimension dimension, DimensionValue value) {
        changeFilter([&](Filter &filter) { filter.toggle(dimension, value); });
    });
    connect(m_chips, &FilterChips::textRemoved, this,
            [this] { changeFilter([](Filter &filter) { filter.text.clear(); }); });
    connect(m_chips, &FilterChips::cleared, this, [this] { setFilter({}); });
    connect(m_chips, &FilterChips::lookRemoved, this, &CatalogueWorkspace::endLook);
    connect(m_chips, &FilterChips::lookLeft, this, &CatalogueWorkspace::leaveLook);
    addAction(m_actions->leaveLook);
    connect(m_actions->leaveLook, &QAction::triggered, this, &CatalogueWorkspace::leaveLook);
    connect(m_chips, &FilterChips::binLeft, this, [this] { m_list->setBin(false); });
    connect(m_noMatch, &NoMatchPage::filterWanted, this, [this](const Filter &filter) {
        setFilter(filter);
        m_table->setFocus(Qt::OtherFocusReason);
    });

    connect(m_table, &CatalogueTable::currentRowChanged, this, &CatalogueWorkspace::followRow);
    connect(m_table, &CatalogueTable::chosenChanged, this,
            [this] { m_detail->setChosen(m_table->chosenCount()); });
    connect(m_table, &CatalogueTable::opened, this, [this] { m_detail->focusFirst(); });
    connect(m_detail, &DetailPane::exampleWanted, this, &CatalogueWorkspace::showExample);
    connect(m_detail, &DetailPane::left, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    // The card deleted its example: the row that takes its place is wanted.
    connect(m_detail->card(), &ExampleCard::deleted, this,
            [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(&m_actions->coding(), &CodingActions::reasonWanted, this, [this](ExampleId example) {
        showExample(example);
        m_detail->focusField(u"status_reason");
    });

    connect(m_actions->newExample, &QAction::triggered, this, &CatalogueWorkspace::createExample);
    connect(m_actions->showFilters, &QAction::triggered, this, [this](bool on) {
        (m_narrow ? m_facetsNarrow : m_facetsWide) = on;
        arrange();
        if (on)
            m_facets->view()->setFocus(Qt::ShortcutFocusReason);
    });
}

QString CatalogueWorkspace::key() const
{
    return u"catalogue"_s;
}

QString CatalogueWorkspace::title() const
{
    return tr("Catalogue");
}

QString CatalogueWorkspace::iconName() const
{
    return u"seamfinder-catalogue"_s;
}

QList<QAction *> CatalogueWorkspace::menuActions() const
{
    return m_actions->menu();
}

QList<QWidget *> CatalogueWorkspace::panes() const
{
    return {m_facets, m_splitter->widget(1), m_detail};
}

void CatalogueWorkspace::focusDefault()
{
    if (m_middle->currentIndex() == TablePage)
        m_table->setFocus(Qt::OtherFocusReason);
    else
        m_middle->currentWidget()->setFocus(Qt::OtherFocusReason);
}

bool CatalogueWorkspace::find()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
    return true;
}

void CatalogueWorkspace::flush()
{
    m_detail->flush();
}

void CatalogueWorkspace::saveState(QSettings &settings) const
{
    settings.setValue(u"columns"_s, m_table->columnState());
    settings.setValue(u"splitter"_s, m_splitter->saveState());
    settings.setValue(u"sort"_s, int(m_list->sortKey()));
    settings.setValue(u"descending"_s, m_list->sortOrder() == Qt::DescendingOrder);
    settings.setValue(u"facets"_s, m_facetsWide);
    settings.setValue(u"unfolded"_s, m_facets->unfolded());
    settings.setValue(u"tab"_s, m_detail->tabs()->currentIndex());
    // The values of a filter are ids: they mean something in this study only.
    settings.setValue(u"study"_s, m_session.study().path());
    settings.setValue(u"filter"_s, filterToText(m_look ? m_look->before : m_filter));
}

void CatalogueWorkspace::restoreState(QSettings &settings)
{
    if (settings.contains(u"columns"_s))
        m_table->restoreColumns(settings.value(u"columns"_s).toByteArray());
    if (settings.contains(u"splitter"_s))
        m_splitter->restoreState(settings.value(u"splitter"_s).toByteArray());
    m_splitter->setHandleWidth(1);
    const int sort = settings.value(u"sort"_s, int(m_list->sortKey())).toInt();
    if (sort >= 0 && sort <= int(SortKey::Open)) {
        const bool down = settings.value(u"descending"_s, true).toBool();
        m_list->setSort(SortKey(sort), down ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
    m_table->setSort(m_list->sortKey(), m_list->sortOrder());
    m_facetsWide = settings.value(u"facets"_s, true).toBool();
    if (settings.contains(u"unfolded"_s))
        m_facets->setUnfolded(settings.value(u"unfolded"_s).toStringList());
    m_detail->tabs()->setCurrentIndex(settings.value(u"tab"_s, 0).toInt());
    if (settings.value(u"study"_s).toString() == m_session.study().path())
        setFilter(filterFromText(settings.value(u"filter"_s).toString()));
    arrange();
}

void CatalogueWorkspace::setFilter(const Filter &filter)
{
    m_list->setBin(false);
    const Filter followed = m_look ? m_look->before : m_filter;
    const bool wasLook = std::exchange(m_look, std::nullopt).has_value();
    if (filter != m_filter)
        applyFilter(filter);
    if (filter != followed)
        Q_EMIT filterChanged(m_filter);
    if (wasLook)
        showLook();
}

void CatalogueWorkspace::changeFilter(const std::function<void(Filter &)> &change)
{
    Filter filter = m_filter;
    change(filter);
    m_list->setBin(false);
    if (filter == m_filter)
        return;
    applyFilter(filter); // within a look, it stays one
    if (!m_look)
        Q_EMIT filterChanged(m_filter);
}

void CatalogueWorkspace::look(const Filter &filter, const QString &key, const QString &title)
{
    m_list->setBin(false);
    // One look after another comes from the same filter.
    m_look = Look{.key = key, .title = title, .before = m_look ? m_look->before : m_filter};
    if (filter != m_filter)
        applyFilter(filter);
    showLook();
}

void CatalogueWorkspace::endLook()
{
    if (m_look)
        setFilter(Filter(m_look->before));
}

void CatalogueWorkspace::leaveLook()
{
    if (!m_look)
        return;
    const QString key = m_look->key;
    endLook();
    Q_EMIT lookLeft(key);
}

void CatalogueWorkspace::showLook()
{
    m_chips->setLook(m_look ? m_look->title : QString());
    m_actions->leaveLook->setEnabled(m_look.has_value());
    Q_EMIT lookChanged(m_look.has_value());
}

void CatalogueWorkspace::applyFilter(const Filter &filter)
{
    m_filter = filter;
    if (m_search->text() != filter.text)
        m_search->setQuietly(filter.text);
    m_chips->setFilter(filter);
    m_facets->setFilter(filter);
    m_list->setFilter(filter);
}

void CatalogueWorkspace::showExample(ExampleId example)
{
    goTo({example.value, false});
}

void CatalogueWorkspace::showGap(GapId gap)
{
    const auto record = readGap(m_session.reader(), gap);
    if (!record)
        return;
    if (!record->example) {
        goTo({gap.value, true});
        return;
    }
    goTo({record->example.value, false});
    m_detail->focusField(u"information", gap);
}

bool CatalogueWorkspace::focusField(QStringView field, GapId gap)
{
    return m_detail->focusField(field, gap);
}

void CatalogueWorkspace::goTo(const CatalogueRow &row)
{
    m_awaited = {};
    if (m_table->goTo(row.id)) {
        m_detail->setNote({});
        m_detail->showRow(row);
        m_detail->settle();
        return;
    }
    m_awaited = row;
    m_detail->showRow(row);
    m_detail->settle();
    if (!row.isNeed)
        Q_EMIT exampleOpened(ExampleId{row.id});
}

void CatalogueWorkspace::followRow(const CatalogueRow &row, bool byUser)
{
    if (!byUser) {
        // The rows changed. What is being worked on stays, even where it no longer matches the filter.
        const QWidget *focus = QApplication::focusWidget();
        if (m_awaited.id || (m_detail->row().id && focus && m_detail->isAncestorOf(focus)))
            return;
    }
    m_awaited = {};
    m_detail->setNote({});
    m_detail->showRow(row);
    if (row.id && !row.isNeed)
        Q_EMIT exampleOpened(ExampleId{row.id});
}

void CatalogueWorkspace::createExample()
{
    if (!m_session.isWritable())
        return;
    const auto made = std::make_shared<ExampleId>();
    afterCommit(m_session.perform({.label = tr("New example")},
                                  [made](Edit &edit) { *made = seamfinder::createExample(edit, {}); }),
                this, [this, made](const Commit &) {
                    m_list->setBin(false);
                    goTo({made->value, false});
                    m_detail->focusFirst();
                });
}

void CatalogueWorkspace::listChanged()
{
    m_chips->setBin(m_list->isBin());
    const bool none = m_model->rowCount() == 0;
    Page page = TablePage;
    if (none && !m_list->isBin() && !m_list->isWaiting()) {
        if (m_list->isEmptyStudy())
            page = EmptyPage;
        else if (m_list->isReady() && !m_filter.isEmpty())
            page = NoMatch;
    }
    const bool hadFocus = m_middle->isAncestorOf(QApplication::focusWidget());
    if (page == NoMatch && m_middle->currentIndex() != NoMatch)
        m_noMatch->ask();
    m_middle->setCurrentIndex(page);
    if (hadFocus && !m_middle->isAncestorOf(QApplication::focusWidget()))
        focusDefault();
    // Nothing to filter, nothing to show beside it: the doors have the room.
    m_detail->setVisible(page != EmptyPage);
    arrange();

    if (m_awaited.id && !m_list->isWaiting()) {
        const CatalogueRow awaited = m_awaited;
        if (m_table->goTo(awaited.id)) {
            m_awaited = {};
            m_detail->setNote({});
        } else if (!m_filter.isEmpty()) {
            m_detail->setNote(tr("It does not match the filter, so it is not in the list."));
        }
    }
    showCounts();
}

void CatalogueWorkspace::showCounts()
{
    const QString rows = QLocale().toString(m_model->rowCount());
    if (m_list->isBin()) {
        m_counts->setText(m_model->rowCount() == 0 ? tr("The bin is empty.")
                                                   : tr("In the bin: %1").arg(rows));
        return;
    }
    if (!m_list->isReady()) {
        m_counts->setText(tr("Reading…"));
        return;
    }
    if (m_list->isWaiting() && !m_service.columns()) {
        m_counts->setText(tr("The list waits for the filters, which are being prepared: %1 %")
                              .arg(QLocale().toString(int(m_progress * 100))));
        return;
    }
    if (m_list->isWaiting() && m_list->counts())
        return; // the numbers on show belong to the rows on show
    if (!m_list->counts()) {
        m_counts->setText(m_model->rowCount() == 0 ? QString() : tr("%1 rows, being counted").arg(rows));
        return;
    }
    QString text = countsText(*m_list->counts());
    if (const int others = m_list->notMismatches(); others > 0)
        text += u"  ("_s + tr("not mismatches among them: %1").arg(QLocale().toString(others)) + u')';
    m_counts->setText(text);
}

void CatalogueWorkspace::showProgress(double progress)
{
    m_progress = progress;
    m_facets->setNote(m_service.columns()
                          ? QString()
                          : tr("being prepared, %1 %").arg(QLocale().toString(int(progress * 100))));
    showCounts();
}

void CatalogueWorkspace::arrange()
{
    m_narrow = window()->width() < narrowWindow;
    const bool facets = (m_narrow ? m_facetsNarrow : m_facetsWide) && m_middle->currentIndex() != EmptyPage;
    m_facets->setVisible(facets);
    m_actions->showFilters->setChecked(facets);
    m_search->setEnabled(m_middle->currentIndex() != EmptyPage);
}

void CatalogueWorkspace::resizeEvent(QResizeEvent *event)
{
    Workspace::resizeEvent(event);
    arrange();
}

void CatalogueWorkspace::showEvent(QShowEvent *event)
{
    Workspace::showEvent(event);
    arrange();
    m_list->setSeen(true);
}

void CatalogueWorkspace::hideEvent(QHideEvent *event)
{
    Workspace::hideEvent(event);
    m_list->setSeen(false);
}

void CatalogueWorkspace::fail(const std::exception_ptr &error)
{
    m_messages.show(messageFor(error));
}

} // namespace seamfinder
