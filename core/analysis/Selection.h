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

enum class CountBy : quint8 { Participants, Examples, Gaps };

[[nodiscard]] constexpr int count(const UnitCounts &counts, CountBy by)
{
    return by == CountBy::Participants ? counts.participants
           : by == CountBy::Examples   ? counts.examples
                                       : counts.gaps;
}

/// What a filter leaves. The unit is the gap, and an example without gaps is a unit of its own: an example is
/// chosen if one of its units is. Information needs without an example are among the gaps.
struct Selection
{
    std::vector<quint8> examples; ///< 0 or 1 by row ordinal (CatalogueColumns::exampleOrdinal)
    std::vector<quint8> gaps;     ///< 0 or 1 by gap ordinal
    UnitCounts counts;
};

/// `textHits`: the ids of examples and gaps whose text (or evidence) matches the filter's text; nothing if it
/// has none. A gap is chosen by its own text or its example's; so an example is by its own or one of its
/// gaps'. All limits hold for one and the same gap.
[[nodiscard]] Selection select(const CatalogueColumns &columns, const Filter &filter,
                               const std::optional<std::vector<qint64>> &textHits = {});

} // namespace seamfinder
