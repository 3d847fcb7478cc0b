#pragma once

#include "core/analysis/Counts.h"

namespace seamfinder {

/// What stands behind a mark of a chart, as a filter whose selection has exactly the mark's counts.
///
/// A filter joins the values of one dimension by OR, so it cannot say "needed by A and, of those, by B". A
/// chart whose own filter limits one of its dimensions therefore shows only the values that the filter names
/// (`withinFilter`); for each of those, naming that one value alone says the same as both together.

/// `filter` with this dimension limited to this one value.
[[nodiscard]] Filter behind(Filter filter, Dimension dimension, DimensionValue value);

/// Leaves out the rows and columns (values) that the filter does not name. Totals stay.
[[nodiscard]] CrossTab withinFilter(const CrossTab &table, const Filter &filter);
[[nodiscard]] QVector<ValueCount> withinFilter(const QVector<ValueCount> &values, Dimension dimension,
                                               const Filter &filter);

} // namespace seamfinder
