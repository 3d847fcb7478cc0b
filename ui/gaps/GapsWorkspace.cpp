#include "ui/gaps/GapsWorkspace.h"

#include "core/analysis/Behind.h"
#include "core/analysis/Withheld.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/FilterText.h"
#include "ui/common/CatalogueService.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/Deliver.h"
#include "ui/common/EmptyState.h"
#include "ui/common/StudyNames.h"
#include "ui/gaps/ChartActions.h"
#include "ui/gaps/FilterBar.h"
#include "ui/gaps/GapsPanes.h"
#include "ui/gaps/HeatMapView.h"
#include "ui/gaps/RankingView.h"
#include "ui/gaps/Segments.h"
#include "ui/report/BarPicture.h"
#include "ui/report/FilterWords.h"
#include "ui/report/WindowExportLog.h"
#include "ui/shell/Sentences.h"

#include <algorithm>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

GapsWorkspace::GapsWorkspace(StudySession &session, CodebookCache &codebook, CatalogueService &catalogue,
                             Messages &messages, QWidget *parent)
    : Workspace(parent)
    , m_session(session)
    , m_codebook(codebook)
    , m_catalogue(catalogue)
    , m_messages(messages)
{
    build();
    catalogue.addViewer(this);
    connect(&catalogue, &CatalogueService::changed, this, &GapsWorkspace::askAnew);
    connect(&catalogue, &CatalogueService::loading, this, [this](double progress) {
        if (!m_answer)
            m_empty->setSentence(tr("Reading the codings: %1 %").arg(int(progress * 100)));
    });
    connect(&codebook, &CodebookCache::changed, this, &GapsWorkspace::askAnew);
    connect(&catalogue.names(), &StudyNames::changed, this, &GapsWorkspace::askAnew);
    for (const auto signal : {&StudySession::committed, &StudySession::undone, &StudySession::redone})
        connect(&session, signal, this, &GapsWorkspace::followConsent);
    showNothing();
}

GapsWorkspace::~GapsWorkspace()
{
    m_generation.next();
    m_offerGeneration.next();
}

void GapsWorkspace::build()
{
    m_controls = new GapsControls(this);
    m_heatPane = new HeatPane(this);
    m_rankingPane = new RankingPane(this);
    m_bar = new FilterBar(this);
    m_bar->setObjectName(u"gapsFilter"_s);
    m_empty = new EmptyState(u"seamfinder-gaps"_s, {}, {}, this);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->addWidget(m_heatPane);
    m_splitter->addWidget(m_rankingPane);
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({680, 300});
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_empty);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(14, 10, 14, 8);
    head->setSpacing(8);
    head->addWidget(m_controls);
    head->addWidget(m_bar);
    m_withheld = new QLabel(this);
    m_withheld->setObjectName(u"gapsWithheld"_s);
    m_withheld->setWordWrap(true);
    m_withheld->setForegroundRole(QPalette::PlaceholderText);
    m_withheld->hide();
    m_follows = new QLabel(
        tr("The charts follow the catalogue's filter, without what it shows at the moment: that was opened "
           "from a chart or another place, and can be taken back there."),
        this);
    m_follows->setObjectName(u"gapsFollows"_s);
    m_follows->setWordWrap(true);
    m_follows->setForegroundRole(QPalette::PlaceholderText);
    m_follows->hide();
    head->addWidget(m_follows);
    head->addWidget(m_withheld);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_stack, 1);

    connect(m_controls, &GapsControls::dimensionsChanged, this, &GapsWorkspace::askAnew);
    connect(m_controls->counting, &Segments::chosen, this, &GapsWorkspace::render);
    connect(m_controls->expected, &QCheckBox::toggled, this, &GapsWorkspace::render);
    connect(m_controls->follow, &Segments::chosen, this, [this](int which) {
        // The own filter starts from what is on screen: it is there to be varied.
        if (which == GapsControls::Own && m_ownFilter.isEmpty())
            m_ownFilter = m_catalogueFilter;
        sayWhatIsFollowed();
        askAnew();
    });
    connect(m_rankingPane->ranked, &QComboBox::currentIndexChanged, this, &GapsWorkspace::askAnew);
    connect(m_bar, &FilterBar::filterChanged, this, &GapsWorkspace::setOwnFilter);
    connect(m_bar, &FilterBar::valuesWanted, this, &GapsWorkspace::offerValues);
    connect(m_bar, &FilterBar::catalogueWanted, this, &GapsWorkspace::catalogueFilterWanted);
    connect(m_heatPane->view, &HeatMapView::opened, this, &GapsWorkspace::openCell);
    connect(m_rankingPane->view, &RankingView::opened, this, [this](DimensionValue value) {
        m_openedFrom = m_rankingPane->view;
        Q_EMIT catalogueWanted(behind(m_answer->filter, m_rankingPane->view->chart().dimension, value));
    });
    connect(m_heatPane->view, &HeatMapView::currentTextChanged, m_heatPane, &HeatPane::describe);

    const QString study = m_session.study().path();
    m_heatActions = new ChartActions(
        tr("heat map"), u"heatMap"_s,
        {.fileName = tr("heat map"),
         .image = [this] { return HeatMapPicture(m_heatPane->view->map(), {.font = font()}).image(); },
         .svg = [this] { return HeatMapPicture(m_heatPane->view->map(), {.font = font()}).svg(); },
         .table = [this] { return tableOf(m_heatPane->view->map()); },
         .left = [this](const QString &format, const QString &path) { return logChart(format, path); }},
        study, m_messages, m_heatPane);
    m_rankingActions = new ChartActions(
        tr("ranking"), u"ranking"_s,
        {.fileName = tr("ranking"),
         .image = [this] { return BarPicture(m_rankingPane->view->chart(), {.font = font()}).image(); },
         .svg = [this] { return BarPicture(m_rankingPane->view->chart(), {.font = font()}).svg(); },
         .table = [this] { return tableOf(m_rankingPane->view->chart()); },
         .left = [this](const QString &format, const QString &path) { return logChart(format, path); }},
        study, m_messages, m_rankingPane);
    m_heatPane->addTrailing(m_heatActions->makeButton(m_heatPane));
    m_rankingPane->addTrailing(m_rankingActions->makeButton(m_rankingPane));
}

QString GapsWorkspace::key() const
{
    return u"gaps"_s;
}

QString GapsWorkspace::title() const
{
    return tr("Gaps");
}

QString GapsWorkspace::iconName() const
{
    return u"seamfinder-gaps"_s;
}

QList<QAction *> GapsWorkspace::menuActions() const
{
    return m_heatActions->actions() << nullptr << m_rankingActions->actions();
}

QList<QWidget *> GapsWorkspace::panes() const
{
    return {m_controls, m_bar, m_heatPane, m_rankingPane};
}

QWidget *GapsWorkspace::startOf(const QWidget *pane) const
{
    // The charts are what the panes are for; their buttons are a Tab away.
    if (pane == m_heatPane)
        return m_heatPane->view;
    return pane == m_rankingPane ? m_rankingPane->view : nullptr;
}

void GapsWorkspace::focusDefault()
{
    m_wantsChart = m_stack->currentWidget() != m_splitter;
    if (m_wantsChart)
        m_controls->rows->setFocus();
    else
        (m_openedFrom ? m_openedFrom : m_heatPane->view)->setFocus();
}

void GapsWorkspace::saveState(QSettings &settings) const
{
    settings.setValue(u"rows"_s, QString(info(m_controls->rowDimension()).key));
    settings.setValue(u"columns"_s, QString(info(m_controls->columnDimension()).key));
    settings.setValue(u"ranking"_s, QString(info(m_rankingPane->dimension()).key));
    settings.setValue(u"counting"_s, m_controls->counting->current());
    settings.setValue(u"ownFilter"_s, m_controls->follow->current() == GapsControls::Own);
    // The values of a filter are ids: they mean something in this study only.
    settings.setValue(u"study"_s, m_session.study().path());
    settings.setValue(u"filter"_s, filterToText(m_ownFilter));
    settings.setValue(u"expected"_s, m_controls->expected->isChecked());
    settings.setValue(u"splitter"_s, m_splitter->saveState());
}

void GapsWorkspace::restoreState(QSettings &settings)
{
    const auto dimension = [&](const QString &name, Dimension otherwise) {
        const DimensionInfo *found = dimensionByKey(settings.value(name).toString());
        return found && found->forCharts ? found->dimension : otherwise;
    };
    m_controls->setDimensions(dimension(u"rows"_s, Dimension::ItemElement),
                              dimension(u"columns"_s, Dimension::NeededBy));
    m_rankingPane->setDimension(dimension(u"ranking"_s, Dimension::Item));
    m_controls->counting->setCurrent(std::clamp(settings.value(u"counting"_s).toInt(), 0, 2));
    const bool isOfStudy = settings.value(u"study"_s).toString() == m_session.study().path();
    m_ownFilter = isOfStudy ? filterFromText(settings.value(u"filter"_s).toString()) : Filter{};
    m_controls->follow->setCurrent(
        isOfStudy && settings.value(u"ownFilter"_s).toBool() ? GapsControls::Own : GapsControls::Catalogue);
    sayWhatIsFollowed();
    m_controls->expected->setChecked(settings.value(u"expected"_s).toBool());
    m_splitter->restoreState(settings.value(u"splitter"_s).toByteArray());
    askAnew();
}

void GapsWorkspace::setCatalogueFilter(const Filter &filter)
{
    if (m_catalogueFilter == filter)
        return;
    m_catalogueFilter = filter;
    if (m_controls->follow->current() == GapsControls::Catalogue)
        askAnew();
}

void GapsWorkspace::setCatalogueLook(bool isLook)
{
    m_catalogueLook = isLook;
    sayWhatIsFollowed();
}

void GapsWorkspace::sayWhatIsFollowed()
{
    m_follows->setVisible(m_catalogueLook && m_controls->follow->current() == GapsControls::Catalogue);
}

void GapsWorkspace::setDimensions(Dimension rows, Dimension columns)
{
    m_controls->setDimensions(rows, columns);
    askAnew();
}

void GapsWorkspace::setCounting(CountBy counting)
{
    m_controls->counting->setCurrent(int(counting));
    render();
}

Filter GapsWorkspace::filter() const
{
    return withoutNonMismatches(m_controls->follow->current() == GapsControls::Own ? m_ownFilter
                                                                                   : m_catalogueFilter);
}

void GapsWorkspace::setOwnFilter(const Filter &filter)
{
    m_ownFilter = filter;
    askAnew();
}

void GapsWorkspace::showEvent(QShowEvent *event)
{
    Workspace::showEvent(event);
    if (m_stale)
        askAnew();
}

void GapsWorkspace::askAnew()
{
    m_stale = true;
    const auto columns = m_catalogue.columns();
    if (!isVisible() || !columns || !m_catalogue.names().isReady())
        return; // asked again when shown, or when the columns and names are there
    m_stale = false;
    const Filter filter = this->filter();
    const auto ticket = m_generation.next();
    const auto failed = [this](const std::exception_ptr &error) { m_messages.show(messageFor(error)); };
    const Dimension rows = m_controls->rowDimension(), across = m_controls->columnDimension(),
                    ranked = m_rankingPane->dimension();
    const auto countIt = [=, this](const Selection &chosen) {
        auto count = [=](Connection &db) {
            // These charts are made to be shown to others.
            const Selection selection = withoutWithheld(*columns, Consent::read(db), chosen);
            return Answer{.filter = filter,
                          .table = withinFilter(crossTab(*columns, selection, rows, across), filter),
                          .ranking = withinFilter(countValues(*columns, selection, ranked), ranked, filter),
                          .ranked = ranked,
                          .everything = columns->rowIds().size(),
                          .participants = participantsIn(*columns, selection),
                          .withheld = chosen.counts.examples + chosen.counts.gaps -
                                      selection.counts.examples - selection.counts.gaps};
        };
        deliver(
            m_session.jobs().run(ticket, std::move(count)), ticket, this,
            [this](const Answer &answer) { accept(answer); }, failed);
    };
    deliver(m_catalogue.select(ticket, filter), ticket, this, countIt, failed);
}

void GapsWorkspace::accept(const Answer &answer)
{
    m_answer = answer;
    m_bar->setEditable(m_controls->follow->current() == GapsControls::Own);
    m_bar->setFilter(answer.filter, *m_catalogue.names().names());
    m_withheld->setVisible(answer.withheld > 0);
    m_withheld->setText(tr("Left out, because somebody withdrew or takes no part: %1 examples and gaps. The "
                           "catalogue shows them still.")
                            .arg(answer.withheld));
    render();
}

void GapsWorkspace::render()
{
    if (!m_answer)
        return;
    const auto counting = CountBy(m_controls->counting->current());
    const DimensionLabels &names = *m_catalogue.names().names();
    HeatMap map = heatMap(m_answer->table, names, counting);
    m_controls->expected->setEnabled(canBeExpected(map.rowDimension, map.columnDimension));
    if (m_controls->expected->isChecked())
        markExpected(map, m_codebook.codebook());
    BarChart chart = barChart(m_answer->ranking, m_answer->ranked, m_answer->table.total, names, counting);
    map.limits = chart.limits = filterInWords(m_answer->filter, names);
    const bool nothing = map.total == UnitCounts{};
    m_heatActions->setEnabled(!nothing);
    m_rankingActions->setEnabled(!nothing);
    m_heatPane->setMap(std::move(map));
    m_rankingPane->setChart(std::move(chart));
    if (nothing)
        showNothing();
    else
        m_stack->setCurrentWidget(m_splitter);
    // Who came while it was counted is led to what they came for, unless they went elsewhere.
    if (std::exchange(m_wantsChart, false) && !nothing && m_controls->rows->hasFocus())
        m_heatPane->view->setFocus();
    Q_EMIT shown();
}

void GapsWorkspace::showNothing()
{
    m_stack->setCurrentWidget(m_empty);
    if (!m_answer) {
        m_empty->setTitle(tr("Counting"));
        m_empty->setSentence(tr("Reading the codings"));
    } else if (m_answer->everything == 0) {
        m_empty->setTitle(tr("Nothing can recur yet"));
        m_empty->setSentence(
            tr("As soon as examples and their information gaps are recorded, this place shows "
               "which information keeps getting lost, and between whom."));
    } else {
        m_empty->setTitle(tr("Nothing is left by this filter"));
        m_empty->setSentence(m_controls->follow->current() == GapsControls::Own
                                 ? tr("Take a limit away from the filter above, or follow the catalogue's.")
                                 : tr("The catalogue is limited to examples that do not exist. Take a limit "
                                      "away there, or use a filter of this place's own."));
    }
}

void GapsWorkspace::offerValues(Dimension dimension)
{
    const auto columns = m_catalogue.columns();
    if (!columns)
        return;
    // How many there would be with the rest of the filter, so that no choice leads to nothing.
    Filter rest = filter();
    rest.values.remove(dimension);
    const auto ticket = m_offerGeneration.next();
    const auto failed = [this](const std::exception_ptr &error) { m_messages.show(messageFor(error)); };
    const auto offer = [this, dimension](const QVector<ValueCount> &values) {
        const DimensionLabels &names = *m_catalogue.names().names();
        QHash<DimensionValue, int> examples;
        QVector<DimensionValue> order;
        for (const ValueCount &value : values) {
            examples.insert(value.value, value.counts.examples);
            order.append(value.value);
        }
        QVector<FilterBar::Offer> offers;
        for (const DimensionValue value : names.sorted(dimension, order))
            offers.append({value, examples.value(value)});
        m_bar->offer(dimension, offers, names);
    };
    const auto countIt = [=, this](const Selection &selection) {
        auto count = [=](Connection &db) {
            return countValues(*columns, withoutWithheld(*columns, Consent::read(db), selection), dimension);
        };
        deliver(m_session.jobs().run(ticket, std::move(count)), ticket, this, offer, failed);
    };
    deliver(m_catalogue.select(ticket, rest), ticket, this, countIt, failed);
}

QString GapsWorkspace::logChart(const QString &format, const QString &path)
{
    return logWindowExport(m_session, format, path, m_answer->participants) ? QString() : whyNotLogged();
}

void GapsWorkspace::followConsent(const Commit &commit)
{
    if (commit.touches("interview"_L1) || commit.touches("participant"_L1))
        askAnew();
}

void GapsWorkspace::openCell(std::optional<DimensionValue> row, std::optional<DimensionValue> column)
{
    m_openedFrom = m_heatPane->view;
    const HeatMap &map = m_heatPane->view->map();
    Filter filter = m_answer->filter;
    if (row)
        filter = behind(filter, map.rowDimension, *row);
    if (column)
        filter = behind(filter, map.columnDimension, *column);
    Q_EMIT catalogueWanted(filter);
}

} // namespace seamfinder
