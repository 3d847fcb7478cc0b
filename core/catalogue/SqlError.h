#pragma once

#include "core/domain/Error.h"

struct sqlite3;

namespace seamfinder {

/// The Error for a result code of SQLite (https://www.sqlite.org/rescode.html); `what` says what was being
/// done.
[[nodiscard]] Error sqlError(int resultCode, const QString &what, const QString &file = {});

/// Throws the Error of the connection's last failure.
[[noreturn]] void throwSqlError(sqlite3 *handle, const QString &what);

} // namespace seamfinder
