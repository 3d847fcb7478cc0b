#pragma once

#include "core/catalogue/Commit.h"
#include "core/domain/Field.h"

#include <QVector>

namespace seamfinder {

class Connection;
class Edit;
class ErasedRows;

/// A field of a system that stays, as an answer that goes filled it in.
struct SharedField
{
    const Field *field = nullptr;
    qint64 row = 0;
};

/// A system is nobody's own: in an interview with others it stays when one of them withdraws, but what their
/// answers say of it is theirs and goes. (The fields of an example are whoever's the example is.)
[[nodiscard]] QVector<SharedField> sharedFieldsOf(Connection &db, const ErasedRows &rows);

QVector<RowChange> emptySharedFields(Edit &edit, const QVector<SharedField> &fields);

} // namespace seamfinder
