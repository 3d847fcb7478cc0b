#pragma once

#include <functional>
#include <optional>
#include <QString>
#include <QStringList>
#include <QVector>

namespace seamfinder {

class Connection;
class Edit;
class ErasedRows;

/// Takes everything out of the journal that tells of the erased rows: their own changes and those of rows
/// that are gone by now and pointed to them (an answer that was deleted, a passage that was removed). Steps
/// of which nothing is left go; labels that call somebody or something of it by name lose them. Transcripts
/// of interviews that stay lose the turns of who leaves. `emptied`: rows that stay, without what they said
/// before; what points to them stays as it is.
void eraseFromJournal(Edit &edit, const ErasedRows &rows, const QStringList &names,
                      const QVector<qint64> &emptied = {});

/// Puts every text in the journal through `replaced` (nothing: it stays). Returns in how many steps one was
/// changed.
int rewriteJournalTexts(Connection &db,
                        const std::function<std::optional<QString>(const QString &)> &replaced);

} // namespace seamfinder
