#pragma once

#include "core/domain/Field.h"

#include <QString>

namespace seamfinder {

class Edit;

/// The table that holds an entity's rows.
[[nodiscard]] QString tableOf(Entity entity);

/// Marks a row as changed by this edit: its revision, who changed it, and (where the table has it) when.
void stampRow(Edit &edit, const QString &table, qint64 row, bool hasUpdated = true);

/// Sets or clears `deleted_at` and stamps the row. Error NotFound if there is no such row.
void setDeleted(Edit &edit, const QString &table, qint64 row, bool deleted);

} // namespace seamfinder
