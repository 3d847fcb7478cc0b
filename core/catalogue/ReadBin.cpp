#include "core/catalogue/ReadBin.h"

#include "core/catalogue/Query.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

std::vector<CatalogueRow> readBin(Connection &db)
{
    struct Deleted
    {
        CatalogueRow row;
        qint64 time;
    };
    std::vector<Deleted> found;
    // Both scan a covering index: the bin is small, but nothing leads to it by time.
    Query examples = db.query(
        u"SELECT id, deleted_at FROM example INDEXED BY example_facts WHERE deleted_at IS NOT NULL"_s);
    while (examples.next())
        found.push_back({{examples.integer(0), false}, examples.integer(1)});
    Query gaps = db.query(u"SELECT gap.id, gap.deleted_at FROM gap INDEXED BY gap_facts "
                          "LEFT JOIN example ON example.id = gap.example "
                          "WHERE gap.deleted_at IS NOT NULL AND example.deleted_at IS NULL"_s);
    while (gaps.next())
        found.push_back({{gaps.integer(0), true}, gaps.integer(1)});
    std::stable_sort(found.begin(), found.end(),
                     [](const Deleted &a, const Deleted &b) { return a.time > b.time; });
    std::vector<CatalogueRow> rows;
    rows.reserve(found.size());
    for (const Deleted &one : found)
        rows.push_back(one.row);
    return rows;
}

} // namespace seamfinder
