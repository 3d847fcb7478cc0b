#pragma once

#include "core/domain/Field.h"

#include <QString>

namespace seamfinder {

/// The number under which a field of kind Coding stands in `coding.facet` and `adopted.facet`: the fixed
/// content of the table coding_facet, so that a coding is small. 0 for a field that has none.
[[nodiscard]] int facetNumber(const Field &field);

/// The field of a number; nullptr if there is none.
[[nodiscard]] const Field *facetField(int number);

} // namespace seamfinder
