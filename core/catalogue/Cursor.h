#pragma once

#include <QByteArrayView>
#include <QString>

struct sqlite3;
struct sqlite3_stmt;

namespace seamfinder {

class Connection;

/// A statement for walks over millions of rows: Query without its comforts. A value costs one call into
/// SQLite and nothing is shared or copied. Only for core/catalogue; lives no longer than its connection.
class Cursor
{
public:
    Cursor(Connection &db, const QString &sql);
    ~Cursor();
    Q_DISABLE_COPY_MOVE(Cursor)

    /// False at the end, however often it is asked; every failure is an Error (Cancelled through the
    /// connection's cancel check).
    [[nodiscard]] bool next();
    /// Starts over with another value of the first parameter.
    void seek(qint64 value);
    /// Sets a parameter (from 1).
    void bind(int place, qint64 value);
    void bind(int place, const QString &text);

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    /// UTF-8, valid until the next step.
    [[nodiscard]] QByteArrayView bytes(int column) const;

private:
    sqlite3 *m_handle;
    sqlite3_stmt *m_statement = nullptr;
    bool m_atEnd = false;
};

} // namespace seamfinder
