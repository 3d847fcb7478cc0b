#pragma once

#include "core/catalogue/CatalogueOrder.h"

namespace seamfinder {

/// `now` with the rows of `before` where they were, so that a row that is edited does not leave under the
/// hand of who edits it: what is gone leaves a place to what follows, what is new comes behind what it
/// follows in `now`. Where more than `mostNew` rows are new, `now` as it is: many came from elsewhere, and
/// who reads on has to look anyway.
[[nodiscard]] std::vector<CatalogueRow> keepPlaces(const std::vector<CatalogueRow> &before,
                                                   std::vector<CatalogueRow> now);

inline constexpr size_t mostNew = 100;

} // namespace seamfinder
