#include "core/analysis/UnitWalk.h"

namespace seamfinder {

namespace {
/// A place counted in 32 bits, which halve the memory, as an index.
constexpr size_t at(qint32 place)
{
    return size_t(place);
}
} // namespace

UnitWalk::UnitWalk(const CatalogueColumns &columns, const Selection &selection)
{
    const std::span<const qint32> rowOfGap = columns.rowOfGap(),
                                  participantOfRow = columns.participantOfRow();
    const size_t rowCount = columns.rowIds().size(), gapCount = columns.gapIds().size();

    // Two counting sorts: the rows by participant, then the gaps by their row's rank.
    std::vector<qint32> rank(rowCount), nextRank(size_t(columns.participantCount()) + 2);
    for (size_t row = 0; row < rowCount; ++row)
        ++nextRank[at(participantOfRow[row] + 2)];
    for (size_t i = 1; i < nextRank.size(); ++i)
        nextRank[i] += nextRank[i - 1];
    for (size_t row = 0; row < rowCount; ++row)
        rank[row] = nextRank[at(participantOfRow[row] + 1)]++;

    std::vector<qint32> nextUnit(rowCount + 1);
    for (size_t gap = 0; gap < gapCount; ++gap) {
        if (selection.gaps[gap])
            ++nextUnit[at(rank[at(rowOfGap[gap])] + 1)];
    }
    // A chosen example none of whose gaps is chosen has none at all.
    for (size_t row = 0; row < rowCount; ++row) {
        qint32 &units = nextUnit[at(rank[row] + 1)];
        if (selection.examples[row] && units == 0)
            units = 1;
    }
    for (size_t i = 1; i < nextUnit.size(); ++i)
        nextUnit[i] += nextUnit[i - 1];
    m_units.resize(at(nextUnit.back()), Unit{-1, -1});
    for (size_t row = 0; row < rowCount; ++row) {
        if (const auto first = at(nextUnit[at(rank[row])]);
            selection.examples[row] && nextUnit[at(rank[row] + 1)] > nextUnit[at(rank[row])])
            m_units[first].row = qint32(row);
    }
    for (size_t gap = 0; gap < gapCount; ++gap) {
        if (!selection.gaps[gap])
            continue;
        const qint32 row = rowOfGap[gap];
        m_units[at(nextUnit[at(rank[at(row)])]++)] = {row, qint32(gap)};
    }
}

} // namespace seamfinder
