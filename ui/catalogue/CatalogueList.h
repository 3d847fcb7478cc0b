#pragma once

#include "core/analysis/Selection.h"
#include "ui/catalogue/CatalogueModel.h"

#include <QObject>
#include <QTimer>
#include <utility>

namespace seamfinder {

class CatalogueService;
class StudySession;
struct Commit;

/// Fills the model: reads the order in the background, asks for the filter's selection, and lays one over the
/// other. Without a filter the order is shown as soon as it is there; a filter waits for the columns in
/// memory, and the list keeps showing what it showed until then. Reads again after commits; the rows that are
/// there keep their places then, until another order or filter is asked for or the list is come back to.
class CatalogueList : public QObject
{
    Q_OBJECT

public:
    CatalogueList(StudySession &session, CatalogueService &service, CatalogueModel &model,
                  QObject *parent = nullptr);

    /// While nobody sees it, commits only make it outdated: reading a million rows again would take a core
    /// from who is typing elsewhere. It reads again when it is seen.
    void setSeen(bool seen);
    void setFilter(const Filter &filter);
    [[nodiscard]] const Filter &filter() const { return m_filter; }
    void setSort(SortKey key, Qt::SortOrder order);
    [[nodiscard]] SortKey sortKey() const { return m_key; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_order; }
    /// Shows what is in the bin instead; filter and sort wait meanwhile.
    void setBin(bool bin);
    [[nodiscard]] bool isBin() const { return m_bin; }

    /// Of what is shown; nothing while it is not known yet, or for the bin.
    [[nodiscard]] const std::optional<UnitCounts> &counts() const { return m_counts; }
    /// How many of the examples shown turned out not to be mismatches.
    [[nodiscard]] int notMismatches() const { return m_notMismatches; }
    /// The same as bits; nullptr as long as `counts` is nothing. The columns are those that it numbers.
    [[nodiscard]] const std::shared_ptr<const Selection> &selection() const { return m_selection; }
    [[nodiscard]] const std::shared_ptr<const CatalogueColumns> &columns() const { return m_columns; }

    /// The rows do not answer the filter yet.
    [[nodiscard]] bool isWaiting() const { return m_waiting; }
    /// The order was read at least once.
    [[nodiscard]] bool isReady() const { return m_ready; }
    /// The study has neither examples nor needs (nothing to do with the filter).
    [[nodiscard]] bool isEmptyStudy() const { return m_ready && m_all->empty(); }

Q_SIGNALS:
    /// Rows, counts or waiting changed.
    void changed();
    void failed(const std::exception_ptr &error);

private:
    void readSoon(const Commit &commit);
    void readInPlace();
    void readInOrder();
    void read(CatalogueModel::Rows before);
    [[nodiscard]] std::pair<SortKey, Qt::SortOrder> orderToRead() const;
    void readFirst();
    void apply();
    void show(CatalogueModel::Rows rows);
    void fail(const std::exception_ptr &error);
    void lay(const Generation::Ticket &ticket, const std::shared_ptr<const Selection> &selection,
             const std::shared_ptr<const CatalogueColumns> &columns);

    StudySession &m_session;
    CatalogueService &m_service;
    CatalogueModel &m_model;
    Generation m_firstGeneration;
    Generation m_orderGeneration;
    Generation m_filterGeneration;
    QTimer m_soon;
    Filter m_filter;
    SortKey m_key = SortKey::Updated;
    Qt::SortOrder m_order = Qt::DescendingOrder;
    bool m_bin = false;
    bool m_seen = true;
    bool m_outdated = false; ///< something changed while it was not seen
    bool m_ready = false;
    bool m_inOrder = true;       ///< no row kept a place that is no longer its own
    bool m_wantsOrder = true;    ///< and none is to, once they are read
    bool m_readsInPlace = false; ///< rows that keep theirs are on their way
    std::pair<SortKey, Qt::SortOrder> m_orderOfAll{};
    bool m_waiting = true;
    CatalogueModel::Rows m_all = std::make_shared<const std::vector<CatalogueRow>>();
    std::optional<UnitCounts> m_counts;
    int m_notMismatches = 0;
    std::shared_ptr<const Selection> m_selection;
    std::shared_ptr<const CatalogueColumns> m_columns;
};

} // namespace seamfinder
