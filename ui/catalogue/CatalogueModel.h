#pragma once

#include "core/catalogue/CatalogueOrder.h"
#include "core/catalogue/ReadJobs.h"
#include "ui/catalogue/RowText.h"

#include <exception>
#include <memory>
#include <QAbstractTableModel>
#include <QCache>
#include <QSet>
#include <QTimer>

namespace seamfinder {

class StudyNames;
class CodebookCache;
class StudySession;

/// The catalogue as a table: ids in order, and the cells of the rows that were looked at. A row that is not
/// in memory shows a placeholder and is fetched in the background with its neighbours; data() only looks
/// things up.
class CatalogueModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Rows = std::shared_ptr<const std::vector<CatalogueRow>>;

    enum Role {
        IdRole = Qt::UserRole,
        IsNeedRole,
        CellsRole, ///< `const CatalogueCells *` as void *, valid until the next call; null while loading
    };
    static constexpr int pageRows = 64;
    static constexpr int pagesInMemory = 60;

    CatalogueModel(StudySession &session, const CodebookCache &codebook, const StudyNames &names,
                   QObject *parent = nullptr);

    /// Never null.
    void setRows(Rows rows);
    [[nodiscard]] const Rows &rows() const { return m_rows; }
    /// Looks from the row's old place; -1 if it is not among them.
    [[nodiscard]] int rowOf(qint64 id) const;
    /// nullptr while loading.
    [[nodiscard]] const CatalogueCells *cells(int row) const;

    /// What is shown of these ids is old: it is fetched again when it is looked at, and shown until then.
    void outdate(const QSet<qint64> &ids);
    void outdateAll();

    /// The labels of the terms that a column can show, for its width; empty where it shows no terms.
    [[nodiscard]] QStringList termsOf(CatalogueColumn column) const;
    [[nodiscard]] static SortKey sortKey(int column);
    [[nodiscard]] static int columnOf(SortKey key);
    [[nodiscard]] bool isFetching() const { return m_fetching; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Only says what is wanted: the order is read elsewhere.
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void sortWanted(seamfinder::SortKey key, Qt::SortOrder order);
    void failed(const std::exception_ptr &error);

private:
    struct Entry
    {
        CatalogueCells cells;
        bool outdated = false;
    };

    void want(int row) const;
    void fetch();
    void accept(const QVector<CatalogueCells> &fetched, int first, int last);

    StudySession &m_session;
    const CodebookCache &m_codebook;
    const StudyNames &m_names;
    Generation m_generation;
    Rows m_rows = std::make_shared<const std::vector<CatalogueRow>>();
    mutable QCache<qint64, Entry> m_cache{qsizetype(pageRows) * pagesInMemory};
    mutable QVector<int> m_wanted; ///< pages, the last one asked for at the end
    mutable QTimer m_soon;
    bool m_fetching = false;
};

} // namespace seamfinder
