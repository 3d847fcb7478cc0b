#pragma once

#include <functional>
#include <memory>
#include <QString>

struct sqlite3;

namespace seamfinder {

class Query;

/// How a connection meets its file.
enum class Access : quint8 {
    ReadWrite, ///< the one writer
    ReadOnly,  ///< a reader beside a writer; can see the WAL
    Immutable, ///< a reader of a file in a folder that cannot be written and that has no WAL
};

/// One connection to a study file, to be used by one thread at a time. Everything that core/catalogue asks of
/// SQLite goes through here and Query, which translate SQLite's exceptions to Error.
class Connection
{
public:
    Connection(const QString &path, Access access);
    /// An empty database in memory, for tests and dry runs.
    static Connection inMemory();
    ~Connection();
    Connection(Connection &&) noexcept;
    Connection &operator=(Connection &&) noexcept;

    [[nodiscard]] const QString &path() const;
    [[nodiscard]] Access access() const;

    /// Runs statements that return nothing; several may be separated by semicolons.
    void execute(const QString &sql);

    /// A query whose statement is kept for the next time the same text is asked for.
    [[nodiscard]] Query query(const QString &sql);

    [[nodiscard]] bool inTransaction() const;
    [[nodiscard]] sqlite3 *handle() const;

    /// Long reads ask this now and then (every few thousand steps of SQLite's machine); true stops the
    /// statement with ErrorCode::Cancelled. An empty function removes the check.
    void setCancelCheck(std::function<bool()> cancelled);

    /// Sets trusted_schema, which triggers on the search index need. Call it only after the schema was
    /// compared.
    void trustSchema(bool trust);

private:
    struct Private;
    void applySettings();
    std::unique_ptr<Private> d;
};

/// A transaction that rolls back unless committed.
class Transaction
{
public:
    enum class Kind : quint8 { Read, Write };
    explicit Transaction(Connection &connection, Kind kind = Kind::Write);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    void commit();

private:
    Connection &m_connection;
    bool m_open = true;
};

} // namespace seamfinder
