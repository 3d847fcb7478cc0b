#pragma once

#include "core/catalogue/Commit.h"
#include "core/catalogue/ErasedRows.h"

#include <functional>
#include <optional>

namespace seamfinder {

class Edit;
class StudyWriter;

/// What cannot be undone: rows leave the study for good. One transaction erases (all or nothing, whatever
/// happens); afterwards `completeErasure` cleans what SQLite leaves behind in free pages, search index and
/// WAL.

/// Erases what belongs to the participant or the interview: rows, codings, passages, paradata, the journal's
/// memory of them. Leaves a tombstone for each row that an import or a merge could bring back, and a barrier
/// in the journal that undo cannot cross, which reads as `action.label`. The changes are deletions. Error
/// NotFound.
[[nodiscard]] Commit eraseWithdrawn(StudyWriter &writer, const Action &action, const Withdrawal &withdrawal);

/// The rows' part of an erasure, within its transaction: tombstones, the rows themselves, the journal.
/// `told`: what the journal forgets, these rows and perhaps some that stay; `emptied`: as in
/// eraseFromJournal.
[[nodiscard]] QVector<RowChange> eraseRows(Edit &edit, const ErasedRows &rows, const ErasedRows &told,
                                           const QVector<qint64> &emptied);

/// A row that was erased for good, by a withdrawal here.
[[nodiscard]] bool isTombstoned(Connection &db, qint64 row);

/// Whether the program ended between an erasure and its completion, or a reader was in its way.
[[nodiscard]] bool isErasurePending(Connection &db);

/// Takes what was erased out of the search index, free pages and the WAL: merges the index, vacuums, empties
/// the WAL. Outside of any transaction. False if somebody was still reading an older state of the study, so
/// that the WAL could not be emptied: it stays pending. `progress` gets 0 to 1.
bool completeErasure(StudyWriter &writer, const std::function<void(double)> &progress = {});

} // namespace seamfinder
