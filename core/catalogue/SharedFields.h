#pragma once

#include "core/catalogue/Commit.h"
#include "core/domain/Field.h"

#include <QStringList>
#include <QVector>

namespace seamfinder {

class Connection;
class Edit;
class ErasedRows;

/// A field of a system, example, gap or practice that stays, as an answer that goes filled it in.
struct SharedField
{
    const Field *field = nullptr;
    qint64 row = 0;
    /// What it says now is theirs. If not, somebody else has answered it since in words of their own, and
    /// only what the study remembers of before goes.
    bool isTheirs = true;
};

/// A system is nobody's own: it stays when one of those who speak about it withdraws, be it in an interview
/// with others or in interviews apart. But what their answers say of it is theirs and goes. So does what
/// somebody answered about an example that another participant told.
///
/// Whose it is goes by the journal: who of the interviews' participants wrote it last, or whose words are
/// still part of it. Edits elsewhere, as in the study's lists, make it nobody else's. What the journal does
/// not know is theirs: better too much than a word of theirs left.
[[nodiscard]] QVector<SharedField> sharedFieldsOf(Connection &db, const ErasedRows &rows);

/// Events of others' interviews that tell what stood in such a field before go along.
void addEventsOf(Connection &db, ErasedRows &rows, const QVector<SharedField> &fields);

/// Codes that such answers made. Their rows go, whoever's the example is.
void addCodingsOf(Connection &db, ErasedRows &rows, const QVector<SharedField> &fields);

/// Empties those that are theirs.
QVector<RowChange> emptySharedFields(Edit &edit, const QVector<SharedField> &fields);

/// The rows of which the study forgets what was said before.
[[nodiscard]] QVector<qint64> rowsOf(const QVector<SharedField> &fields);

/// Names of the systems that lose something, each once.
[[nodiscard]] QStringList systemsThatLose(Connection &db, const QVector<SharedField> &fields);

/// How many fields of examples, gaps and practices of others lose what they say.
[[nodiscard]] qsizetype fieldsOfOthers(Connection &db, const QVector<SharedField> &fields);

} // namespace seamfinder
