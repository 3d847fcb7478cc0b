#include "core/catalogue/Backup.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/SqlError.h"

#include <QFile>
#include <QFileInfo>
#include <sqlite3.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <unistd.h>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int pagesPerStep = 2000;

void copyPages(Connection &source, const QString &path, const std::function<bool(double)> &progress)
{
    try {
        SQLite::Database copy(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        const auto backup = std::unique_ptr<sqlite3_backup, int (*)(sqlite3_backup *)>(
            sqlite3_backup_init(copy.getHandle(), "main", source.handle(), "main"), &sqlite3_backup_finish);
        if (!backup)
            throwSqlError(copy.getHandle(), u"starting a backup"_s);
        int result = SQLITE_OK;
        while ((result = sqlite3_backup_step(backup.get(), pagesPerStep)) == SQLITE_OK ||
               result == SQLITE_BUSY) {
            const int total = sqlite3_backup_pagecount(backup.get());
            const int left = sqlite3_backup_remaining(backup.get());
            if (progress && !progress(total > 0 ? double(total - left) / total : 0))
                throw Error(ErrorCode::Cancelled, u"the backup was stopped"_s, path);
        }
        if (result != SQLITE_DONE)
            throw sqlError(result, u"copying the study"_s, path);
    } catch (const SQLite::Exception &exception) {
        throw sqlError(exception.getExtendedErrorCode(), QString::fromUtf8(exception.what()), path);
    }
}

// Outside WAL the copy is one file with nothing beside it.
void checkCopy(const QString &path)
{
    Connection copy(path, Access::ReadWrite);
    copy.execute(u"PRAGMA journal_mode=DELETE"_s);
    Query check = copy.query(u"PRAGMA quick_check(1)"_s);
    if (!check.next() || check.text(0) != u"ok")
        throw Error(ErrorCode::Damaged, u"the copy failed its check"_s, path);
}
} // namespace

void backUp(Connection &source, const QString &path, const std::function<bool(double)> &progress)
{
    const QString temporary = path + u".part"_s;
    QFile::remove(temporary);
    try {
        copyPages(source, temporary, progress);
        checkCopy(temporary);
    } catch (...) {
        for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s, u"-journal"_s})
            QFile::remove(temporary + suffix);
        throw;
    }
    if (std::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(path).constData()) != 0)
        throw Error(ErrorCode::CannotWrite, u"the finished copy could not take its name"_s, path);
}

} // namespace seamfinder
