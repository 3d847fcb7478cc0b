#include "core/catalogue/CatalogueOrder.h"

#include "core/catalogue/CatalogueColumns.h"
#include "core/catalogue/Cursor.h"
#include "core/catalogue/Query.h"

#include <algorithm>
#include <limits>
#include <QCollator>
#include <QHash>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
struct Ranked
{
    qint64 rank;
    CatalogueRow row;
};
constexpr qint64 noValue = std::numeric_limits<qint64>::max();

// The place of each id among the labels that a statement gives (id, label), as people sort names.
QHash<qint64, qint64> ranksByName(Connection &db, const QString &sql)
{
    struct Named
    {
        QCollatorSortKey key;
        qint64 id;
    };
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<Named> names;
    Query q = db.query(sql);
    while (q.next())
        names.push_back({collator.sortKey(q.text(1)), q.integer(0)});
    std::stable_sort(names.begin(), names.end(),
                     [](const Named &a, const Named &b) { return a.key < b.key; });
    QHash<qint64, qint64> ranks;
    for (size_t i = 0; i < names.size(); ++i)
        ranks.insert(names[i].id, qint64(i));
    return ranks;
}

QHash<qint64, qint64> ranksOfTerms(Connection &db)
{
    QHash<qint64, qint64> ranks;
    Query q = db.query(u"SELECT id FROM term ORDER BY facet, position, id"_s);
    while (q.next())
        ranks.insert(q.integer(0), ranks.size());
    return ranks;
}

// A set stands where its first value does.
std::vector<qint64> ranksOfSets(const SetColumn &column, const QHash<qint64, qint64> &ranks)
{
    std::vector<qint64> ranksOfSets;
    for (const SetColumn::Values &values : column.dictionary()) {
        qint64 first = noValue;
        for (const DimensionValue &value : values)
            first = std::min(first, ranks.value(value.first, noValue));
        ranksOfSets.push_back(first);
    }
    return ranksOfSets;
}

std::vector<Ranked> rankedBySets(const CatalogueColumns &columns, Dimension dimension,
                                 const std::function<std::vector<qint64>(const SetColumn &)> &rank)
{
    const SetColumn &column = columns.column(dimension);
    const std::vector<qint64> ranks = rank(column);
    std::vector<Ranked> rows;
    rows.reserve(column.size());
    for (size_t row = 0; row < column.size(); ++row) {
        if (columns.isShown(row))
            rows.push_back({ranks[column.setOf(row)], {columns.rowIds()[row], columns.isNeed(row)}});
    }
    return rows;
}

std::vector<Ranked> rankedByGaps(const CatalogueColumns &columns)
{
    std::vector<qint64> gaps(columns.rowIds().size());
    for (size_t gap = 0; gap < columns.gapIds().size(); ++gap) {
        if (columns.isGapShown(gap))
            ++gaps[size_t(columns.rowOfGap()[gap])];
    }
    std::vector<Ranked> rows;
    for (size_t row = 0; row < gaps.size(); ++row) {
        if (columns.isShown(row))
            rows.push_back({gaps[row], {columns.rowIds()[row], columns.isNeed(row)}});
    }
    return rows;
}

std::vector<Ranked> rankedByColumns(Connection &db, SortKey key, const CatalogueColumns &columns)
{
    const auto byRanks = [&](Dimension dimension, const QHash<qint64, qint64> &ranks) {
        return rankedBySets(columns, dimension,
                            [&](const SetColumn &column) { return ranksOfSets(column, ranks); });
    };
    switch (key) {
    case SortKey::Participant:
        return byRanks(Dimension::Participant, ranksByName(db, u"SELECT id, pseudonym FROM participant"_s));
    case SortKey::System:
        return byRanks(Dimension::System, ranksByName(db, u"SELECT id, alias FROM system"_s));
    case SortKey::Occurrence:
        return byRanks(Dimension::Occurrence, ranksOfTerms(db));
    case SortKey::MainElement:
        return byRanks(Dimension::MainElement, ranksOfTerms(db));
    case SortKey::Effect:
        return byRanks(Dimension::Effect, ranksOfTerms(db));
    case SortKey::Status:
        return rankedBySets(columns, Dimension::Status, [](const SetColumn &column) {
            std::vector<qint64> ranks;
            for (const SetColumn::Values &values : column.dictionary())
                ranks.push_back(values.empty() ? noValue : values.front().first);
            return ranks;
        });
    case SortKey::Open: // by how many are open
        return rankedBySets(columns, Dimension::Open, [](const SetColumn &column) {
            std::vector<qint64> ranks;
            for (const SetColumn::Values &values : column.dictionary())
                ranks.push_back(qint64(values.size()));
            return ranks;
        });
    default:
        return rankedByGaps(columns);
    }
}

std::vector<Ranked> rankedBySql(Connection &db, const QString &examples, const QString &needs)
{
    std::vector<Ranked> rows;
    for (const bool isNeed : {false, true}) {
        Cursor cursor(db, isNeed ? needs : examples);
        while (cursor.next())
            rows.push_back({cursor.isNull(1) ? noValue : cursor.integer(1), {cursor.integer(0), isNeed}});
    }
    return rows;
}

// Titles come in order already: the rank is the place. What has no title has no value.
std::vector<Ranked> rankedByTitle(Connection &db)
{
    Cursor cursor(db, u"SELECT id, title = '' FROM example INDEXED BY example_title "
                      "WHERE deleted_at IS NULL AND relevant = 1 ORDER BY title COLLATE NOCASE"_s);
    std::vector<Ranked> rows;
    while (cursor.next())
        rows.push_back({cursor.integer(1) != 0 ? noValue : qint64(rows.size()), {cursor.integer(0), false}});
    Cursor needs(db, u"SELECT id FROM gap INDEXED BY gap_facts WHERE example IS NULL AND deleted_at IS NULL "
                     "AND relevant = 1"_s);
    while (needs.next())
        rows.push_back({noValue, {needs.integer(0), true}});
    return rows;
}

std::vector<CatalogueRow> inOrder(std::vector<Ranked> ranked, Qt::SortOrder order)
{
    std::sort(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) {
        return a.rank != b.rank ? a.rank < b.rank : a.row.id < b.row.id;
    });
    std::vector<CatalogueRow> rows;
    rows.reserve(ranked.size());
    for (const Ranked &entry : ranked)
        rows.push_back(entry.row);
    if (order == Qt::DescendingOrder)
        std::reverse(rows.begin(), rows.end());
    return rows;
}
} // namespace

std::vector<CatalogueRow> readOrder(Connection &db, SortKey key, Qt::SortOrder order,
                                    const CatalogueColumns *columns)
{
    std::vector<Ranked> ranked;
    const QString shown = u" WHERE deleted_at IS NULL AND relevant = 1"_s;
    const QString need = shown + u" AND example IS NULL"_s;
    switch (key) {
    case SortKey::Created:
        ranked = rankedBySql(db, u"SELECT id, created FROM example INDEXED BY example_created"_s + shown,
                             u"SELECT id, created FROM gap"_s + need);
        break;
    case SortKey::Updated:
        ranked = rankedBySql(db, u"SELECT id, updated FROM example INDEXED BY example_updated"_s + shown,
                             u"SELECT id, updated FROM gap"_s + need);
        break;
    case SortKey::Severity:
        ranked = rankedBySql(db, u"SELECT id, severity FROM example INDEXED BY example_facts"_s + shown,
                             u"SELECT id, NULL FROM gap INDEXED BY gap_facts"_s + need);
        break;
    case SortKey::Title:
        ranked = rankedByTitle(db);
        break;
    default:
        ranked = rankedByColumns(db, key, columns ? *columns : CatalogueColumns::load(db));
    }
    return inOrder(std::move(ranked), order);
}

std::vector<CatalogueRow> readFirstRows(Connection &db, SortKey key, Qt::SortOrder order, int limit)
{
    const QString ends =
        u" WHERE deleted_at IS NULL AND relevant = 1%1 ORDER BY %2 LIMIT "_s + QString::number(limit);
    const QString way = order == Qt::AscendingOrder ? u"%1, id"_s : u"%1 DESC, id DESC"_s;
    std::vector<Ranked> ranked;
    if (key == SortKey::Title) {
        // What has no title stands at one end, where needs stand too.
        Cursor titles(db, u"SELECT id FROM example INDEXED BY example_title"_s +
                              ends.arg(u" AND title <> ''"_s, order == Qt::AscendingOrder
                                                                  ? u"title COLLATE NOCASE"_s
                                                                  : u"title COLLATE NOCASE DESC"_s));
        while (titles.next())
            ranked.push_back({qint64(ranked.size()), {titles.integer(0), false}});
        return inOrder(std::move(ranked), Qt::AscendingOrder);
    }
    const QString column = key == SortKey::Created ? u"created"_s : u"updated"_s;
    ranked = rankedBySql(db,
                         u"SELECT id, %1 FROM example INDEXED BY example_%1"_s.arg(column) +
                             ends.arg(QString(), way.arg(column)),
                         u"SELECT id, %1 FROM gap"_s.arg(column) +
                             ends.arg(u" AND example IS NULL"_s, way.arg(column)));
    std::vector<CatalogueRow> rows = inOrder(std::move(ranked), order);
    rows.resize(std::min(rows.size(), size_t(limit)));
    return rows;
}

} // namespace seamfinder
