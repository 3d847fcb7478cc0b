#include "ui/catalogue/CatalogueModel.h"

#include "core/catalogue/ExampleName.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/Deliver.h"
#include "ui/common/StudyNames.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

/// A scroll bar that is dragged through a million rows asks for more pages than anyone will see: only the
/// last few are fetched.
constexpr qsizetype pagesWanted = 4;

constexpr std::array<SortKey, catalogueColumnCount> sortKeys{
    SortKey::Title,  SortKey::Participant, SortKey::System,   SortKey::MainElement,
    SortKey::Effect, SortKey::Occurrence,  SortKey::Status,   SortKey::Gaps,
    SortKey::Open,   SortKey::Updated,     SortKey::Severity, SortKey::Created};

} // namespace

CatalogueModel::CatalogueModel(StudySession &session, const CodebookCache &codebook, const StudyNames &names,
                               QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_codebook(codebook)
    , m_names(names)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &CatalogueModel::fetch);
    connect(&m_names, &StudyNames::changed, this, &CatalogueModel::outdateAll);
    connect(&m_codebook, &CodebookCache::changed, this, &CatalogueModel::outdateAll);
}

void CatalogueModel::setRows(Rows rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_wanted.clear();
    endResetModel();
}

int CatalogueModel::rowOf(qint64 id) const
{
    const auto found =
        std::find_if(m_rows->begin(), m_rows->end(), [id](const CatalogueRow &row) { return row.id == id; });
    return found == m_rows->end() ? -1 : int(found - m_rows->begin());
}

const CatalogueCells *CatalogueModel::cells(int row) const
{
    const Entry *entry = m_cache.object((*m_rows)[size_t(row)].id);
    if (!entry || entry->outdated)
        want(row);
    return entry ? &entry->cells : nullptr;
}

void CatalogueModel::outdate(const QSet<qint64> &ids)
{
    bool any = false;
    for (const qint64 id : ids) {
        if (Entry *entry = m_cache.object(id)) {
            entry->outdated = true;
            any = true;
        }
    }
    if (any && !m_rows->empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, catalogueColumnCount - 1));
}

void CatalogueModel::outdateAll()
{
    const QList<qint64> ids = m_cache.keys();
    outdate({ids.begin(), ids.end()});
}

QStringList CatalogueModel::termsOf(CatalogueColumn column) const
{
    const auto shown = [column]() -> std::optional<Dimension> {
        switch (column) {
        case CatalogueColumn::MainElement:
            return Dimension::MainElement;
        case CatalogueColumn::Effect:
            return Dimension::Effect;
        case CatalogueColumn::Occurrence:
            return Dimension::Occurrence;
        default:
            return std::nullopt;
        }
    }();
    QStringList labels;
    if (shown) {
        for (const Term &term : m_codebook.codebook().inFacet(QString(info(*shown).facet)))
            labels << term.label;
    } else if (column == CatalogueColumn::Status) {
        for (const Choice &choice : fields::example::status.choices)
            labels << label(choice);
    }
    return labels;
}

SortKey CatalogueModel::sortKey(int column)
{
    return sortKeys[size_t(column)];
}

int CatalogueModel::columnOf(SortKey key)
{
    return int(std::find(sortKeys.begin(), sortKeys.end(), key) - sortKeys.begin());
}

int CatalogueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows->size());
}

int CatalogueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : catalogueColumnCount;
}

QVariant CatalogueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const CatalogueRow &row = (*m_rows)[size_t(index.row())];
    switch (role) {
    case IdRole:
        return row.id;
    case IsNeedRole:
        return row.isNeed;
    case CellsRole:
        return QVariant::fromValue<void *>(const_cast<CatalogueCells *>(cells(index.row())));
    case Qt::DisplayRole: {
        const CatalogueCells *loaded = cells(index.row());
        if (!loaded)
            return index.column() == 0 ? QVariant(u"…"_s) : QVariant();
        return loaded->text[size_t(index.column())];
    }
    case Qt::ToolTipRole: {
        const CatalogueCells *loaded = cells(index.row());
        if (!loaded)
            return {};
        return index.column() == 0 ? loaded->toolTip : loaded->text[size_t(index.column())];
    }
    case Qt::TextAlignmentRole: {
        const auto column = CatalogueColumn(index.column());
        const bool number = column == CatalogueColumn::Gaps || column == CatalogueColumn::Severity;
        return int((number ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignTop);
    }
    default:
        return {};
    }
}

QVariant CatalogueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= catalogueColumnCount)
        return {};
    if (role == Qt::ToolTipRole)
        return CatalogueColumn(section) == CatalogueColumn::Headline
                   ? tr("Title, and the example as one sentence. Sorts by title.")
                   : tr("Sorts by this column. Drag to move it.");
    if (role != Qt::DisplayRole)
        return {};
    switch (CatalogueColumn(section)) {
    case CatalogueColumn::Headline:
        return tr("Mismatch example");
    case CatalogueColumn::Participant:
        return tr("Participant");
    case CatalogueColumn::System:
        return tr("System");
    case CatalogueColumn::MainElement:
        return tr("Main element");
    case CatalogueColumn::Effect:
        return tr("Effect");
    case CatalogueColumn::Occurrence:
        return tr("Occurrence");
    case CatalogueColumn::Status:
        return tr("Status");
    case CatalogueColumn::Gaps:
        return tr("Gaps");
    case CatalogueColumn::Open:
        return tr("Open");
    case CatalogueColumn::Updated:
        return tr("Changed");
    case CatalogueColumn::Severity:
        return tr("Severity");
    case CatalogueColumn::Created:
        return tr("Recorded");
    }
    return {};
}

void CatalogueModel::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < catalogueColumnCount)
        Q_EMIT sortWanted(sortKey(column), order);
}

void CatalogueModel::want(int row) const
{
    const int page = row / pageRows;
    if (!m_wanted.isEmpty() && m_wanted.back() == page)
        return;
    m_wanted.removeAll(page);
    m_wanted.append(page);
    if (m_wanted.size() > pagesWanted)
        m_wanted.removeFirst();
    if (!m_fetching && !m_soon.isActive())
        m_soon.start();
}

void CatalogueModel::fetch()
{
    QVector<ExampleId> examples;
    QVector<GapId> needs;
    int first = rowCount();
    int last = -1;
    for (const int page : std::exchange(m_wanted, {})) {
        const int end = std::min(rowCount(), (page + 1) * pageRows);
        for (int row = page * pageRows; row < end; ++row) {
            const CatalogueRow &one = (*m_rows)[size_t(row)];
            const Entry *entry = m_cache.object(one.id);
            if (entry && !entry->outdated)
                continue;
            if (one.isNeed)
                needs.append(GapId{one.id});
            else
                examples.append(ExampleId{one.id});
            first = std::min(first, row);
            last = std::max(last, row);
        }
    }
    if (last < 0)
        return;
    m_fetching = true;
    // Answers are kept by id, so one that comes after the rows changed is still good.
    const Generation::Ticket ticket = m_generation.next();
    const auto read = [examples, needs, codebook = m_codebook.codebook(),
                       names = m_names.names()](Connection &db) {
        QVector<CatalogueCells> fetched;
        for (const ExampleRecord &one : readExamples(db, examples)) {
            const QString quote = exampleWords(one).isEmpty() ? firstQuote(db, one.exampleId()) : QString();
            fetched.append(cellsOf(one, codebook, *names, quote));
        }
        for (const GapRecord &one : readGaps(db, needs))
            fetched.append(cellsOf(one, codebook, *names));
        return fetched;
    };
    deliver(
        m_session.jobs().run(ticket, read), ticket, this,
        [this, first, last, examples, needs](const QVector<CatalogueCells> &fetched) {
            // A row that is gone from the file would be asked for for ever: it stays blank until the order is
            // read.
            for (const ExampleId id : examples)
                m_cache.insert(id.value, new Entry{});
            for (const GapId id : needs)
                m_cache.insert(id.value, new Entry{});
            accept(fetched, first, last);
        },
        [this](const std::exception_ptr &error) {
            m_fetching = false;
            Q_EMIT failed(error);
        });
}

void CatalogueModel::accept(const QVector<CatalogueCells> &fetched, int first, int last)
{
    m_fetching = false;
    for (const CatalogueCells &one : fetched)
        m_cache.insert(one.id, new Entry{one, false});
    last = std::min(last, rowCount() - 1);
    if (first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, catalogueColumnCount - 1));
    if (!m_wanted.isEmpty())
        m_soon.start();
}

} // namespace seamfinder
