#include "core/catalogue/KeptPlaces.h"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>

namespace seamfinder {

namespace {

using Rows = std::span<const CatalogueRow>;

bool isBefore(const CatalogueRow &one, const CatalogueRow &other)
{
    return std::tie(one.id, one.isNeed) < std::tie(other.id, other.isNeed);
}

/// Finds rows in a list without an index of its own.
class Among
{
public:
    explicit Among(Rows rows)
        : m_rows(rows.begin(), rows.end())
    {
        std::ranges::sort(m_rows, isBefore);
    }

    [[nodiscard]] bool has(const CatalogueRow &row) const
    {
        return std::ranges::binary_search(m_rows, row, isBefore);
    }

private:
    std::vector<CatalogueRow> m_rows;
};

/// What differs between two lists that begin and end alike: of a million rows that is a handful, mostly.
std::pair<Rows, Rows> differing(Rows before, Rows now)
{
    const auto [first, firstNow] = std::ranges::mismatch(before, now);
    const auto head = size_t(first - before.begin());
    before = before.subspan(head);
    now = now.subspan(head);
    while (!before.empty() && !now.empty() && before.back() == now.back()) {
        before = before.first(before.size() - 1);
        now = now.first(now.size() - 1);
    }
    return {before, now};
}

} // namespace

std::vector<CatalogueRow> keepPlaces(const std::vector<CatalogueRow> &before, std::vector<CatalogueRow> now)
{
    const auto [left, come] = differing(before, now);
    if (come.empty())
        return now;
    const Among known(left), still(come);
    // What is new, by what it follows; by a row that is none what is first.
    const CatalogueRow first;
    std::map<CatalogueRow, std::vector<CatalogueRow>, decltype(&isBefore)> behind(&isBefore);
    size_t isNew = 0;
    CatalogueRow last = first;
    for (const CatalogueRow &row : come) {
        if (known.has(row)) {
            last = row;
        } else {
            behind[last].push_back(row);
            ++isNew;
        }
    }
    if (isNew > mostNew)
        return now;
    std::vector<CatalogueRow> kept;
    kept.reserve(come.size());
    const auto addBehind = [&](const CatalogueRow &row) {
        if (const auto found = behind.find(row); found != behind.end())
            kept.insert(kept.end(), found->second.begin(), found->second.end());
    };
    addBehind(first);
    for (const CatalogueRow &row : left) {
        if (still.has(row)) {
            kept.push_back(row);
            addBehind(row);
        }
    }
    std::ranges::copy(kept, now.begin() + (come.data() - now.data()));
    return now;
}

} // namespace seamfinder
