#include "core/catalogue/Connection.h"

#include "core/catalogue/OpenFileLocks.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/SqlError.h"

#include <QHash>
#include <QUrl>
#include <sqlite3.h>
#include <SQLiteCpp/SQLiteCpp.h>

namespace seamfinder {

namespace {
constexpr int stepsBetweenCancelChecks = 4000;
constexpr int busyTimeoutMs = 5000;
constexpr qsizetype maxKeptStatements = 300; // filters make texts of their own

QString sqliteName(const QString &path, Access access)
{
    if (access != Access::Immutable)
        return path;
    return QStringLiteral("file:") + QString::fromUtf8(QUrl::toPercentEncoding(path, "/")) +
           QStringLiteral("?immutable=1");
}

int openFlags(Access access)
{
    switch (access) {
    case Access::ReadWrite:
        return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
    case Access::ReadOnly:
        return SQLite::OPEN_READONLY;
    case Access::Immutable:
        return SQLite::OPEN_READONLY | SQLite::OPEN_URI;
    }
    return SQLite::OPEN_READONLY;
}
} // namespace

struct Connection::Private
{
    QString path;
    Access access = Access::ReadOnly;
    std::unique_ptr<SQLite::Database> database;
    QHash<QString, std::shared_ptr<SQLite::Statement>> statements;
    std::function<bool()> cancelled;
};

Connection::Connection(const QString &path, Access access)
    : d(std::make_unique<Private>())
{
    d->path = path;
    d->access = access;
    lockByOpenFile();
    try {
        d->database = std::make_unique<SQLite::Database>(sqliteName(path, access).toStdString(),
                                                         openFlags(access), busyTimeoutMs);
    } catch (const SQLite::Exception &exception) {
        throw sqlError(exception.getExtendedErrorCode(), QString::fromUtf8(exception.what()), path);
    }
    applySettings();
}

Connection Connection::inMemory()
{
    return Connection(QStringLiteral(":memory:"), Access::ReadWrite);
}

Connection::~Connection() = default;
Connection::Connection(Connection &&) noexcept = default;
Connection &Connection::operator=(Connection &&) noexcept = default;

void Connection::applySettings()
{
    execute(QStringLiteral("PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON; PRAGMA trusted_schema=OFF; "
                           "PRAGMA cache_size=-8000; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY"));
    if (d->access == Access::ReadWrite)
        execute(QStringLiteral("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL"));
}

const QString &Connection::path() const
{
    return d->path;
}

Access Connection::access() const
{
    return d->access;
}

void Connection::execute(const QString &sql)
{
    try {
        d->database->exec(sql.toStdString());
    } catch (const SQLite::Exception &exception) {
        throw sqlError(exception.getExtendedErrorCode(),
                       QString::fromUtf8(exception.what()) + QStringLiteral(" in ") + sql.left(200), d->path);
    }
}

Query Connection::query(const QString &sql)
{
    if (d->statements.size() > maxKeptStatements)
        d->statements.clear();
    std::shared_ptr<SQLite::Statement> &kept = d->statements[sql];
    // A statement that is being walked over (a query inside a query's loop) cannot be shared: prepare
    // another.
    if (kept && kept.use_count() == 1) {
        kept->tryReset();
        kept->clearBindings();
        return Query(kept);
    }
    try {
        auto statement = std::make_shared<SQLite::Statement>(*d->database, sql.toStdString());
        if (!kept)
            kept = statement;
        return Query(std::move(statement));
    } catch (const SQLite::Exception &exception) {
        d->statements.remove(sql);
        throw sqlError(exception.getExtendedErrorCode(),
                       QString::fromUtf8(exception.what()) + QStringLiteral(" in ") + sql, d->path);
    }
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(handle()) == 0;
}

sqlite3 *Connection::handle() const
{
    return d->database->getHandle();
}

void Connection::setCancelCheck(std::function<bool()> cancelled)
{
    d->cancelled = std::move(cancelled);
    if (!d->cancelled) {
        sqlite3_progress_handler(handle(), 0, nullptr, nullptr);
        return;
    }
    sqlite3_progress_handler(
        handle(), stepsBetweenCancelChecks,
        [](void *data) { return static_cast<Private *>(data)->cancelled() ? 1 : 0; }, d.get());
}

void Connection::trustSchema(bool trust)
{
    execute(trust ? QStringLiteral("PRAGMA trusted_schema=ON") : QStringLiteral("PRAGMA trusted_schema=OFF"));
}

Transaction::Transaction(Connection &connection, Kind kind)
    : m_connection(connection)
{
    connection.execute(kind == Kind::Write ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN"));
}

Transaction::~Transaction()
{
    // Some failures (a full disk, say) have rolled back already; a second ROLLBACK would be an error of its
    // own.
    if (m_open && m_connection.inTransaction()) {
        try {
            m_connection.execute(QStringLiteral("ROLLBACK"));
        } catch (const Error &) {
            // The connection is beyond help; its next use reports why.
        }
    }
}

void Transaction::commit()
{
    m_connection.execute(QStringLiteral("COMMIT"));
    m_open = false;
}

} // namespace seamfinder
