#pragma once

#include "core/catalogue/CatalogueOrder.h"

namespace seamfinder {

/// What is in the bin, the latest first: examples, and gaps that were put there by themselves (the gaps of a
/// deleted example come back with it). `isNeed` is set for every gap.
[[nodiscard]] std::vector<CatalogueRow> readBin(Connection &db);

} // namespace seamfinder
