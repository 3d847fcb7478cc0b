#pragma once

#include "core/catalogue/Commit.h"
#include "core/catalogue/Connection.h"
#include "core/domain/Filter.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <QVector>
#include <span>
#include <vector>

namespace seamfinder {

/// The adopted codings of all examples and gaps as compact columns in memory, so that facets, counts and the
/// matrix of a million examples need no SQL. Filled in the background after opening, then brought up to date
/// from each commit.
///
/// Examples and gaps are numbered from 0 in the order of their ids (ordinals). What is in the bin or hidden
/// by the protocol is left out. For each dimension a column holds one small number per example (or gap): the
/// place of its set of values in the column's dictionary of distinct sets; set 0 is the empty set.
class CatalogueColumns
{
public:
    struct Column
    {
        std::vector<quint16> sets; ///< per example, or per gap for the gap's dimensions
        std::vector<std::vector<DimensionValue>> dictionary; ///< the values of each set, sorted
    };

    /// Reads everything; `progress` gets 0 to 1 now and then. Error Cancelled through the connection's cancel
    /// check.
    [[nodiscard]] static CatalogueColumns load(Connection &db,
                                               const std::function<void(double)> &progress = {});

    /// Re-reads the examples and gaps that the commit touched. Returns false if that is not possible in
    /// little time (a bulk action, another lead coder): then load again.
    [[nodiscard]] bool update(Connection &db, const Commit &commit);

    [[nodiscard]] std::span<const qint64> exampleIds() const;
    [[nodiscard]] std::span<const qint64> gapIds() const;
    /// The ordinal of an example, or -1.
    [[nodiscard]] int exampleOrdinal(ExampleId id) const;
    [[nodiscard]] int gapOrdinal(GapId id) const;
    /// Per gap: the ordinal of its example, or -1 for an information need without one.
    [[nodiscard]] std::span<const qint32> exampleOfGap() const;
    /// Per example and per gap: which participant (0 to participantCount - 1), or -1.
    [[nodiscard]] std::span<const qint32> participantOfExample() const;
    [[nodiscard]] std::span<const qint32> participantOfGap() const;
    [[nodiscard]] int participantCount() const;
    /// A dimension's column; of the example for dimensions of the example.
    [[nodiscard]] const Column &column(Dimension dimension) const;
    /// The same of a gap that has no example: its interview's and participant's dimensions; set 0 otherwise.
    [[nodiscard]] const Column &columnOfNeeds(Dimension dimension) const;

    CatalogueColumns();
    ~CatalogueColumns();
    CatalogueColumns(CatalogueColumns &&) noexcept;
    CatalogueColumns &operator=(CatalogueColumns &&) noexcept;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace seamfinder
