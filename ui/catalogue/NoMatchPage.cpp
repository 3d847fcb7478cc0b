#include "ui/catalogue/NoMatchPage.h"

#include "core/catalogue/CatalogueOrder.h"
#include "core/catalogue/StudySession.h"
#include "ui/catalogue/CatalogueList.h"
#include "ui/common/Deliver.h"
#include "ui/common/EmptyState.h"
#include "ui/common/StudyNames.h"
#include "ui/report/ChartData.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int waysShown = 3;
}

NoMatchPage::NoMatchPage(StudySession &session, const StudyNames &names, const CatalogueList &list,
                         QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_names(names)
    , m_list(list)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    show({});
}

void NoMatchPage::ask()
{
    show({});
    const auto columns = m_list.columns();
    if (!columns)
        return;
    QVector<WayOut> ways;
    const Filter filter = m_list.filter();
    if (!filter.text.trimmed().isEmpty()) {
        WayOut way{.filter = filter, .without = tr("Text: %1").arg(filter.text.simplified()), .counts = {}};
        way.filter.text.clear();
        ways << way;
    }
    for (auto it = filter.values.begin(); it != filter.values.end(); ++it) {
        QStringList labels;
        for (const DimensionValue value : it.value())
            labels << m_names.label(it.key(), value);
        WayOut way{.filter = filter,
                   .without = tr("%1: %2", "facet, value").arg(label(it.key()), labels.join(u", "_s)),
                   .counts = {}};
        way.filter.values.remove(it.key());
        ways << way;
    }
    if (ways.size() < 2)
        return; // clearing all says it already
    const Generation::Ticket ticket = m_generation.next();
    const auto work = [ways, columns, text = filter.text](Connection &db) {
        std::optional<std::vector<qint64>> hits;
        if (!text.trimmed().isEmpty())
            hits = searchText(db, text);
        QVector<WayOut> counted = ways;
        for (WayOut &way : counted)
            way.counts = select(*columns, way.filter, way.filter.text.isEmpty() ? std::nullopt : hits).counts;
        return counted;
    };
    deliver(
        m_session.jobs().run(ticket, work), ticket, this,
        [this](const QVector<WayOut> &counted) { show(counted); },
        [](const std::exception_ptr &) {}); // the page is usable without the counts
}

void NoMatchPage::show(const QVector<WayOut> &ways)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    auto *state = new EmptyState(u"search"_s, tr("Nothing matches all of this"), {}, this);
    state->setButtonsStacked(true);
    QVector<WayOut> best = ways;
    best.removeIf([](const WayOut &way) { return way.counts == UnitCounts{}; });
    std::stable_sort(best.begin(), best.end(),
                     [](const WayOut &a, const WayOut &b) { return a.counts.examples > b.counts.examples; });
    state->setSentence(best.isEmpty() ? tr("Take a filter away to see more.")
                                      : tr("Take one of these filters away to see more:"));
    for (const WayOut &way : best.mid(0, waysShown)) {
        const QString label = fontMetrics().elidedText(way.without, Qt::ElideMiddle, 360);
        QPushButton *button = state->addButton(tr("Without “%1”: %2", "filter, counts")
                                                   .arg(label, countsText(way.counts))
                                                   .replace(u'&', u"&&"_s));
        connect(button, &QPushButton::clicked, this,
                [this, filter = way.filter] { Q_EMIT filterWanted(filter); });
    }
    connect(state->addButton(tr("Clear all filters"), u"edit-clear-all"_s), &QPushButton::clicked, this,
            [this] { Q_EMIT filterWanted({}); });
    m_column->addWidget(state);
}

} // namespace seamfinder
