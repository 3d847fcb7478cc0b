#include "core/catalogue/SqlError.h"

#include <sqlite3.h>

namespace seamfinder {

namespace {
ErrorCode codeOf(int resultCode)
{
    // The index of the log could not grow.
    if (resultCode == SQLITE_IOERR_SHMSIZE)
        return ErrorCode::DiskFull;
    switch (resultCode & 0xff) {
    case SQLITE_NOTADB:
        return ErrorCode::NotAStudy;
    case SQLITE_CORRUPT:
        return ErrorCode::Damaged;
    case SQLITE_READONLY:
        return ErrorCode::ReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Locked;
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_CANTOPEN:
        return ErrorCode::CannotRead;
    case SQLITE_PERM:
    case SQLITE_IOERR:
        return ErrorCode::CannotWrite;
    case SQLITE_INTERRUPT:
    case SQLITE_ABORT:
        return ErrorCode::Cancelled;
    case SQLITE_CONSTRAINT:
        return ErrorCode::InvalidInput;
    default:
        return ErrorCode::Internal;
    }
}
} // namespace

Error sqlError(int resultCode, const QString &what, const QString &file)
{
    return Error(codeOf(resultCode),
                 what + QStringLiteral(": ") + QString::fromUtf8(sqlite3_errstr(resultCode)), file);
}

void throwSqlError(sqlite3 *handle, const QString &what)
{
    const char *path = sqlite3_db_filename(handle, "main");
    throw Error(codeOf(sqlite3_extended_errcode(handle)),
                what + QStringLiteral(": ") + QString::fromUtf8(sqlite3_errmsg(handle)),
                QString::fromUtf8(path));
}

} // namespace seamfinder
