#pragma once

#include "core/analysis/Selection.h"

#include <vector>

namespace seamfinder {

/// The units of a selection, grouped by participant and within it by row, so that distinct participants and
/// examples can be counted with one remembered number per cell.
class UnitWalk
{
public:
    UnitWalk(const CatalogueColumns &columns, const Selection &selection);

    struct Unit
    {
        qint32 row;
        qint32 gap; ///< -1: an example without gaps
    };
    [[nodiscard]] const std::vector<Unit> &units() const { return m_units; }

private:
    std::vector<Unit> m_units;
};

/// Distinct counts of many cells, fed unit by unit in the order of a UnitWalk.
class CellCounter
{
public:
    explicit CellCounter(size_t cells)
        : m_cells(cells)
    {
    }

    /// `participant` -1: not known, counts as nobody.
    void add(size_t cell, qint32 participant, qint32 row, bool isExample, bool isGap)
    {
        Cell &c = m_cells[cell];
        c.counts.gaps += isGap;
        if (c.lastRow == row)
            return; // the row's participant and example are in it already
        c.lastRow = row;
        c.counts.examples += isExample;
        if (c.lastParticipant != participant) {
            c.lastParticipant = participant;
            ++c.counts.participants;
        }
    }
    [[nodiscard]] const UnitCounts &counts(size_t cell) const { return m_cells[cell].counts; }

private:
    struct Cell
    {
        UnitCounts counts;
        qint32 lastRow = -1;
        qint32 lastParticipant = -1;
    };
    std::vector<Cell> m_cells;
};

} // namespace seamfinder
