#pragma once

#include "core/analysis/DimensionLabels.h"
#include "core/domain/Filter.h"

namespace seamfinder {

/// The dimension of this key. Error InvalidInput whose detail lists those there are; `forCharts`: only the
/// ones that charts offer. Underscores are as good as hyphens, as in the headers of exports.
[[nodiscard]] Dimension parseDimension(const QString &key, bool forCharts);

/// Adds what "owner=data-scientist" says to a filter; "text=words" is the full-text search. Several values of
/// one dimension are OR. Error InvalidInput whose detail lists the dimensions, or the dimension's keys.
void addFilterOption(Filter &filter, const QString &option, const DimensionLabels &labels);

} // namespace seamfinder
