#pragma once

#include "core/catalogue/Commit.h"
#include "core/catalogue/Connection.h"
#include "core/catalogue/SetColumn.h"
#include "core/domain/Filter.h"

#include <functional>
#include <memory>
#include <span>

namespace seamfinder {

/// The adopted codings of all examples and gaps as compact columns in memory, so that facets, counts and the
/// matrix of a million examples need no SQL. Filled in the background after opening, then brought up to date
/// from each commit. About 110 MB for a million examples with 1.7 million gaps.
///
/// The rows are those of the catalogue: examples, and information needs without an example. Rows and gaps are
/// numbered from 0 in the order of their ids (ordinals); a need is a row and a gap. What is in the bin or
/// hidden by the protocol keeps its ordinal and is told apart by isShown / isGapShown, so that a later change
/// of it moves nothing.
///
/// A value: copies share their columns until one of them is updated.
class CatalogueColumns
{
public:
    /// Reads everything; `progress` gets 0 to 1 now and then. Error Cancelled through the connection's cancel
    /// check.
    [[nodiscard]] static CatalogueColumns load(Connection &db,
                                               const std::function<void(double)> &progress = {});

    /// Re-reads what the commit touched. Returns false if that is not possible in little time (a bulk action,
    /// another lead coder, rows of another study): then load again; this one is half done.
    [[nodiscard]] bool update(Connection &db, const Commit &commit);

    [[nodiscard]] std::span<const qint64> rowIds() const;
    [[nodiscard]] std::span<const qint64> gapIds() const;
    [[nodiscard]] bool isShown(size_t row) const;
    [[nodiscard]] bool isNeed(size_t row) const;
    /// Whether the gap is shown; a gap of an example in the bin is not.
    [[nodiscard]] bool isGapShown(size_t gap) const;
    /// The ordinal of a row or gap that is shown, or -1.
    [[nodiscard]] int exampleOrdinal(ExampleId id) const;
    [[nodiscard]] int gapOrdinal(GapId id) const;
    /// The same of any row or gap, shown or not.
    [[nodiscard]] int findRow(qint64 id) const;
    [[nodiscard]] int findGap(qint64 id) const;
    /// Per gap: its row, that is its example or, for a need, the row that it is itself.
    [[nodiscard]] std::span<const qint32> rowOfGap() const;
    /// Per row: which participant (0 to participantCount - 1), or -1. A gap is its row's participant's.
    [[nodiscard]] std::span<const qint32> participantOfRow() const;
    [[nodiscard]] int participantCount() const;
    /// A dimension's column: per gap for dimensions of the gap, per row for the others. Of the latter a need
    /// has its interview, participant, participant's roles and coders.
    [[nodiscard]] const SetColumn &column(Dimension dimension) const;

    CatalogueColumns();
    ~CatalogueColumns();
    CatalogueColumns(const CatalogueColumns &);
    CatalogueColumns &operator=(const CatalogueColumns &);
    CatalogueColumns(CatalogueColumns &&) noexcept;
    CatalogueColumns &operator=(CatalogueColumns &&) noexcept;

private:
    std::unique_ptr<struct ColumnsData> d;
};

} // namespace seamfinder
