#pragma once

#include "core/catalogue/Commit.h"

#include <optional>
#include <QByteArray>

namespace seamfinder {

class Connection;

/// The journal of a study: one entry per user action, each with the changeset that undoes and redoes it. Undo
/// and redo are strictly last in, first out; entries of an older schema or another installation are for
/// reading only. Every function runs inside the caller's write transaction, except the readers, which need
/// none.
namespace journal {

/// The entry that another save of the same visit may join, if it is the last thing that happened.
[[nodiscard]] std::optional<JournalEntryId> openEntry(Connection &db, const QString &visit);

/// Writes a new entry with its changesets, or joins them to the one that has this id. Entries that had been
/// undone can no longer be redone after it. Empty changesets write nothing, nor does what follows from the
/// erasure that made the barrier before it.
void record(Connection &db, JournalEntryId entry, const Action &action, CoderId coder, qint64 now,
            const QVector<QByteArray> &changesets);

/// Writes a step that undo cannot cross and that has no changes of its own; nothing before it can be redone.
void recordBarrier(Connection &db, JournalEntryId entry, const Action &action, CoderId coder, qint64 now);

[[nodiscard]] std::optional<JournalEntry> nextUndo(Connection &db);
[[nodiscard]] std::optional<JournalEntry> nextRedo(Connection &db);

/// Applies the inverted (undo) or plain (redo) changesets of the entry; returns what changed.
[[nodiscard]] QVector<RowChange> undo(Connection &db, const JournalEntry &entry);
[[nodiscard]] QVector<RowChange> redo(Connection &db, const JournalEntry &entry);

/// The latest entries, newest first; `row`, if not 0, limits them to those that touched that row.
[[nodiscard]] QVector<JournalEntry> history(Connection &db, int limit, qint64 row = 0);

/// Names this installation, so that entries written elsewhere are not undone here. Set once, at start.
void setInstallation(const QString &name);

} // namespace journal
} // namespace seamfinder
