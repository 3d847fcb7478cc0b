#pragma once

#include "core/analysis/Counts.h"

namespace seamfinder {

/// What recurs most: the values of a dimension, most reported first (by participants, then examples, then
/// gaps, where `by` comes before the others); "(none)", what is not yet coded, last.
[[nodiscard]] QVector<ValueCount> ranking(const CatalogueColumns &columns, const Selection &selection,
                                          Dimension dimension = Dimension::Item,
                                          CountBy by = CountBy::Participants);

} // namespace seamfinder
