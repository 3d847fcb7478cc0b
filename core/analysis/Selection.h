#pragma once

#include "core/catalogue/CatalogueColumns.h"

#include <optional>
#include <vector>

namespace seamfinder {

/// The three counts that every list and cell can be read as. They count distinct units, so they do not add
/// up.
struct UnitCounts
{
    int participants = 0;
    int examples = 0;
    int gaps = 0;

    friend bool operator==(const UnitCounts &, const UnitCounts &) = default;
};

/// What a filter leaves: examples, and the gaps that meet its limits on gaps (every gap of a chosen example
/// where it has none). Information needs without an example are among the gaps.
struct Selection
{
    std::vector<bool> examples; ///< by example ordinal
    std::vector<bool> gaps;     ///< by gap ordinal
    UnitCounts counts;
};

/// `textHits`: the ids of examples and gaps whose text (or evidence) matches the filter's text; nothing if it
/// has none. An example is chosen by its own text, or its gaps'; a gap by its own, or its example's.
[[nodiscard]] Selection select(const CatalogueColumns &columns, const Filter &filter,
                               const std::optional<std::vector<qint64>> &textHits = {});

} // namespace seamfinder
