#include "ui/catalogue/CatalogueList.h"

#include "core/analysis/Counts.h"
#include "core/catalogue/KeptPlaces.h"
#include "core/catalogue/ReadBin.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "ui/common/CatalogueService.h"
#include "ui/common/Deliver.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

/// The rows of `all` that the selection leaves, in the same order.
std::vector<CatalogueRow> chosenRows(const std::vector<CatalogueRow> &all, const CatalogueColumns &columns,
                                     const Selection &selection)
{
    std::vector<CatalogueRow> rows;
    rows.reserve(size_t(selection.counts.examples));
    for (const CatalogueRow &row : all) {
        const int ordinal =
            row.isNeed ? columns.gapOrdinal(GapId{row.id}) : columns.exampleOrdinal(ExampleId{row.id});
        if (ordinal >= 0 && (row.isNeed ? selection.gaps : selection.examples)[size_t(ordinal)])
            rows.push_back(row);
    }
    return rows;
}

int notMismatchesIn(const CatalogueColumns &columns, const Selection &selection)
{
    const auto choices = fields::example::status.choices;
    const auto choice = std::find_if(choices.begin(), choices.end(),
                                     [](const Choice &one) { return one.key == "not-mismatch"_L1; });
    const DimensionValue wanted{choice - choices.begin() + 1, 0};
    for (const ValueCount &one : countValues(columns, selection, Dimension::Status)) {
        if (one.value == wanted)
            return one.counts.examples;
    }
    return 0;
}

constexpr int firstRows = 4 * CatalogueModel::pageRows;

/// Orders that are made from the columns in memory; the others come straight from an index.
bool isFromColumns(SortKey key)
{
    return key != SortKey::Created && key != SortKey::Updated && key != SortKey::Title &&
           key != SortKey::Severity;
}

bool sameRows(const std::vector<CatalogueRow> &a, const std::vector<CatalogueRow> &b)
{
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(),
                      [](const CatalogueRow &one, const CatalogueRow &other) { return one.id == other.id; });
}

} // namespace

CatalogueList::CatalogueList(StudySession &session, CatalogueService &service, CatalogueModel &model,
                             QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_service(service)
    , m_model(model)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(150);
    connect(&m_soon, &QTimer::timeout, this, &CatalogueList::readInPlace);
    for (const auto signal : {&StudySession::committed, &StudySession::undone, &StudySession::redone})
        connect(&session, signal, this, &CatalogueList::readSoon);
    connect(&service, &CatalogueService::changed, this, [this] {
        if (m_bin)
            return;
        if (!m_seen)
            m_outdated = true;
        else if (isFromColumns(m_key))
            readInPlace();
        else if (m_ready)
            apply();
    });
    readInOrder();
}

void CatalogueList::readSoon(const Commit &commit)
{
    QSet<qint64> touched;
    bool structure = false;
    for (const RowChange &change : commit.changes) {
        if (change.table == "example"_L1 || change.table == "gap"_L1) {
            touched.insert(change.row);
            structure = true;
        } else if (change.table == "coding"_L1 || change.table == "field_missing"_L1 ||
                   change.table == "participant"_L1 || change.table == "system"_L1) {
            structure = true;
        }
    }
    if (!structure)
        return;
    // A coding or a gap shows in its example's row, but the change names the row of the coding or the gap;
    // what is in memory is a few pages, so all of it is looked at again.
    m_model.outdateAll();
    if (m_seen)
        m_soon.start();
    else
        m_outdated = true;
}

void CatalogueList::setSeen(bool seen)
{
    m_seen = seen;
    if (!seen && m_soon.isActive()) {
        m_soon.stop();
        m_outdated = true;
    }
    const bool outdated = m_outdated || !m_inOrder || m_readsInPlace;
    if (!seen || !outdated)
        return;
    m_outdated = false;
    if (m_ready && m_all->empty())
        m_waiting = true; // "no examples" may be true no longer
    readInOrder();
}

void CatalogueList::setFilter(const Filter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    if (m_bin || !m_ready)
        return;
    apply();
    if (!m_inOrder || m_soon.isActive() || m_readsInPlace)
        readInOrder();
}

void CatalogueList::setSort(SortKey key, Qt::SortOrder order)
{
    if (m_key == key && m_order == order)
        return;
    m_key = key;
    m_order = order;
    if (!m_bin)
        readInOrder();
}

void CatalogueList::setBin(bool bin)
{
    if (m_bin == bin)
        return;
    m_bin = bin;
    m_waiting = true;
    readInOrder();
}

void CatalogueList::readInPlace()
{
    const bool known = m_ready && !m_bin && !m_wantsOrder && m_orderOfAll == orderToRead();
    read(known ? m_all : nullptr);
}

void CatalogueList::readInOrder()
{
    m_wantsOrder = true;
    read(nullptr);
}

/// Until the columns are there, any order is better than none.
std::pair<SortKey, Qt::SortOrder> CatalogueList::orderToRead() const
{
    return {isFromColumns(m_key) && !m_service.columns() ? SortKey::Updated : m_key, m_order};
}

void CatalogueList::readFirst()
{
    const Generation::Ticket ticket = m_firstGeneration.next();
    const auto readRows = [key = m_key, order = m_order](Connection &db) {
        return std::make_shared<const std::vector<CatalogueRow>>(readFirstRows(db, key, order, firstRows));
    };
    deliver(
        m_session.jobs().run(ticket, readRows), ticket, this,
        [this](const CatalogueModel::Rows &rows) {
            if (!m_ready && !m_bin && m_filter.isEmpty())
                show(rows);
        },
        [](const std::exception_ptr &) {}); // the whole order says it
}

void CatalogueList::read(CatalogueModel::Rows before)
{
    if (!m_ready && !m_bin)
        readFirst();
    const Generation::Ticket ticket = m_orderGeneration.next();
    const auto order = orderToRead();
    const auto readRows = [bin = m_bin, order, columns = m_service.columns(), before](Connection &db) {
        auto rows = bin ? readBin(db) : readOrder(db, order.first, order.second, columns.get());
        if (before)
            rows = keepPlaces(*before, std::move(rows));
        return std::make_shared<const std::vector<CatalogueRow>>(std::move(rows));
    };
    const bool bin = m_bin, inPlace = before != nullptr;
    m_readsInPlace = inPlace;
    deliver(
        m_session.jobs().run(ticket, readRows), ticket, this,
        [this, bin, order, inPlace](const CatalogueModel::Rows &rows) {
            if (bin) {
                static_cast<void>(m_filterGeneration.next());
                m_counts.reset();
                m_selection.reset();
                m_waiting = false;
                show(rows);
                return;
            }
            m_orderOfAll = order;
            m_inOrder = !inPlace;
            m_readsInPlace = false;
            m_wantsOrder = m_wantsOrder && inPlace;
            m_all = rows;
            m_ready = true;
            apply();
        },
        [this](const std::exception_ptr &error) { fail(error); });
}

void CatalogueList::apply()
{
    const Generation::Ticket ticket = m_filterGeneration.next();
    const auto columns = m_service.columns();
    if (m_filter.isEmpty()) {
        m_waiting = false;
        if (!columns) {
            m_counts.reset();
            m_selection.reset();
        }
        show(m_all);
    } else {
        m_waiting = true;
        Q_EMIT changed();
    }
    if (!columns)
        return; // until they are loaded
    deliver(
        m_service.select(ticket, m_filter), ticket, this,
        [this, ticket, columns](Selection selection) {
            lay(ticket, std::make_shared<const Selection>(std::move(selection)), columns);
        },
        [this](const std::exception_ptr &error) { fail(error); });
}

void CatalogueList::lay(const Generation::Ticket &ticket, const std::shared_ptr<const Selection> &selection,
                        const std::shared_ptr<const CatalogueColumns> &columns)
{
    struct Laid
    {
        CatalogueModel::Rows rows;
        int notMismatches = 0;
    };
    const auto work = [all = m_all, limited = !m_filter.isEmpty(), selection, columns](Connection &) {
        Laid laid{all, notMismatchesIn(*columns, *selection)};
        if (limited)
            laid.rows =
                std::make_shared<const std::vector<CatalogueRow>>(chosenRows(*all, *columns, *selection));
        return laid;
    };
    deliver(
        m_session.jobs().run(ticket, work), ticket, this,
        [this, selection, columns](const Laid &laid) {
            m_counts = selection->counts;
            m_notMismatches = laid.notMismatches;
            m_selection = selection;
            m_columns = columns;
            m_waiting = false;
            show(laid.rows);
        },
        [this](const std::exception_ptr &error) { fail(error); });
}

void CatalogueList::show(CatalogueModel::Rows rows)
{
    // A commit often leaves the order as it was: then the view keeps its selection without being told.
    if (!sameRows(*rows, *m_model.rows()))
        m_model.setRows(std::move(rows));
    Q_EMIT changed();
}

void CatalogueList::fail(const std::exception_ptr &error)
{
    m_waiting = false;
    Q_EMIT changed();
    Q_EMIT failed(error);
}

} // namespace seamfinder
