#pragma once

#include "core/catalogue/Commit.h"

namespace seamfinder {

class Edit;
class ErasedRows;

/// Of interviews with others that stay: what was picked among their examples is nobody's own and stays,
/// without the examples that go, and without the name of who said it. Else what others tell of the examples
/// that stay would no longer be asked for, and be hidden.
QVector<RowChange> cutPicks(Edit &edit, const ErasedRows &rows);

} // namespace seamfinder
