#pragma once

#include "core/catalogue/Commit.h"
#include "core/catalogue/Edit.h"

#include <functional>

namespace seamfinder {

class StudyWriter;

/// Runs `erase` as one transaction that the journal does not record, with the guard of the paradata lifted
/// and SQLite overwriting what it frees; puts the barrier into the journal and marks the erasure as pending.
/// `erase` returns what it changed.
[[nodiscard]] Commit runErasure(StudyWriter &writer, const Action &action,
                                const std::function<QVector<RowChange>(Edit &)> &erase);

} // namespace seamfinder
