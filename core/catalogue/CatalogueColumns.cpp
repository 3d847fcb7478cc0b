#include "core/catalogue/CatalogueColumns.h"

#include "core/catalogue/ColumnsReader.h"

#include <algorithm>
#include <set>
#include <utility>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
// More than that is a bulk action, for which reading everything is as quick.
constexpr qsizetype mostChangesInPlace = 2000;
} // namespace

int placeOfId(const std::vector<qint64> &ids, qint64 id)
{
    const auto found = std::lower_bound(ids.begin(), ids.end(), id);
    return found != ids.end() && *found == id ? int(found - ids.begin()) : -1;
}

void ColumnsData::assign(Dimension dimension, size_t unit, std::span<const DimensionValue> values)
{
    Shared<SetColumn> &into = column(dimension);
    const std::optional<quint32> known = into->find(values);
    if (known && into->setOf(unit) == *known)
        return;
    SetColumn &edited = into.edit();
    edited.set(unit, known ? *known : edited.intern(values));
}

void ColumnsData::assign(Dimension dimension, size_t unit, DimensionValue value)
{
    const std::span<const DimensionValue> one(&value, 1);
    assign(dimension, unit, value == DimensionValue{} ? one.first(0) : one);
}

void ColumnsData::resizeRows(size_t size)
{
    growTo(rowIds.edit(), size);
    growTo(rowFlags.edit(), size);
    growTo(rowOpen.edit(), size);
    growTo(participantOfRow.edit(), size);
    for (const DimensionInfo &info : dimensions()) {
        if (!info.ofGap)
            column(info.dimension).edit().resize(size);
    }
}

void ColumnsData::resizeGaps(size_t size)
{
    growTo(gapIds.edit(), size);
    growTo(gapFlags.edit(), size);
    growTo(rowOfGap.edit(), size);
    for (const DimensionInfo &info : dimensions()) {
        if (info.ofGap)
            column(info.dimension).edit().resize(size);
    }
}

CatalogueColumns::CatalogueColumns()
    : d(std::make_unique<ColumnsData>())
{
}
CatalogueColumns::~CatalogueColumns() = default;
CatalogueColumns::CatalogueColumns(const CatalogueColumns &other)
    : d(std::make_unique<ColumnsData>(*other.d))
{
}
CatalogueColumns &CatalogueColumns::operator=(const CatalogueColumns &other)
{
    *d = *other.d;
    return *this;
}
CatalogueColumns::CatalogueColumns(CatalogueColumns &&) noexcept = default;
CatalogueColumns &CatalogueColumns::operator=(CatalogueColumns &&) noexcept = default;

CatalogueColumns CatalogueColumns::load(Connection &db, const std::function<void(double)> &progress)
{
    CatalogueColumns columns;
    const Transaction snapshot(db, Transaction::Kind::Read);
    ColumnsReader(db, *columns.d).readAll(progress);
    return columns;
}

bool CatalogueColumns::update(Connection &db, const Commit &commit)
{
    if (commit.changes.size() > mostChangesInPlace || commit.touches("coder"_L1))
        return false;
    std::set<qint64> targets;
    bool smallTables = false;
    for (const RowChange &change : commit.changes) {
        if (change.table == "example"_L1 || change.table == "gap"_L1)
            targets.insert(change.row);
        else if (change.table == "coding"_L1 || change.table == "field_missing"_L1)
            targets.insert(change.target);
        else if (change.table == "participant_term"_L1 || change.table == "interview_coder"_L1 ||
                 change.table == "term"_L1)
            smallTables = true;
    }
    if (targets.empty() && !smallTables)
        return true;
    const Transaction snapshot(db, Transaction::Kind::Read);
    ColumnsReader reader(db, *d);
    if (smallTables && !reader.refreshSmallTables())
        return false;
    return reader.readAgain(targets);
}

std::span<const qint64> CatalogueColumns::rowIds() const
{
    return *d->rowIds;
}

std::span<const qint64> CatalogueColumns::gapIds() const
{
    return *d->gapIds;
}

bool CatalogueColumns::isShown(size_t row) const
{
    return ((*d->rowFlags)[row] & ColumnsData::RowShown) != 0;
}

bool CatalogueColumns::isNeed(size_t row) const
{
    return ((*d->rowFlags)[row] & ColumnsData::RowNeed) != 0;
}

bool CatalogueColumns::isGapShown(size_t gap) const
{
    const qint32 row = (*d->rowOfGap)[gap];
    return ((*d->gapFlags)[gap] & ColumnsData::GapShown) != 0 && row >= 0 && isShown(size_t(row));
}

int CatalogueColumns::findRow(qint64 id) const
{
    return placeOfId(*d->rowIds, id);
}

int CatalogueColumns::findGap(qint64 id) const
{
    return placeOfId(*d->gapIds, id);
}

int CatalogueColumns::exampleOrdinal(ExampleId id) const
{
    const int row = findRow(id.value);
    return row >= 0 && isShown(size_t(row)) && !isNeed(size_t(row)) ? row : -1;
}

int CatalogueColumns::gapOrdinal(GapId id) const
{
    const int gap = findGap(id.value);
    return gap >= 0 && isGapShown(size_t(gap)) ? gap : -1;
}

std::span<const qint32> CatalogueColumns::rowOfGap() const
{
    return *d->rowOfGap;
}

std::span<const qint32> CatalogueColumns::participantOfRow() const
{
    return *d->participantOfRow;
}

int CatalogueColumns::participantCount() const
{
    return int(d->participants.size());
}

const SetColumn &CatalogueColumns::column(Dimension dimension) const
{
    return std::as_const(*d).column(dimension);
}

} // namespace seamfinder
