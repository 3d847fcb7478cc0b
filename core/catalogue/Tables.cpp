#include "core/catalogue/Tables.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Edit.h"
#include "core/catalogue/Query.h"
#include "core/domain/Error.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

QString tableOf(Entity entity)
{
    return entityKey(entity);
}

void stampRow(Edit &edit, const QString &table, qint64 row, bool hasUpdated)
{
    if (hasUpdated)
        edit.db()
            .query(u"UPDATE %1 SET updated = ?, revision = ?, changed_by = ? WHERE id = ?"_s.arg(table))
            .bind(edit.now(), edit.entry(), edit.coder(), row)
            .run();
    else
        edit.db()
            .query(u"UPDATE %1 SET revision = ?, changed_by = ? WHERE id = ?"_s.arg(table))
            .bind(edit.entry(), edit.coder(), row)
            .run();
}

void setDeleted(Edit &edit, const QString &table, qint64 row, bool deleted)
{
    Query q = edit.db().query(
        u"UPDATE %1 SET deleted_at = ?, revision = ?, changed_by = ? WHERE id = ? RETURNING id"_s.arg(table));
    q.bind(deleted ? std::optional(edit.now()) : std::nullopt, edit.entry(), edit.coder(), row);
    if (!q.next())
        throw Error(ErrorCode::NotFound, u"no such row in "_s + table, QString::number(row));
}

} // namespace seamfinder
