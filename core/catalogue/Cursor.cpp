#include "core/catalogue/Cursor.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/SqlError.h"

#include <sqlite3.h>

namespace seamfinder {

using namespace Qt::StringLiterals;

Cursor::Cursor(Connection &db, const QString &sql)
    : m_handle(db.handle())
{
    const QByteArray utf8 = sql.toUtf8();
    if (sqlite3_prepare_v2(m_handle, utf8.constData(), int(utf8.size()), &m_statement, nullptr) != SQLITE_OK)
        throwSqlError(m_handle, u"preparing "_s + sql);
}

Cursor::~Cursor()
{
    sqlite3_finalize(m_statement);
}

bool Cursor::next()
{
    // sqlite3_step would start over after the last row.
    if (m_atEnd)
        return false;
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        m_atEnd = true;
        return false;
    default:
        throwSqlError(m_handle, QString::fromUtf8(sqlite3_sql(m_statement)));
    }
}

void Cursor::seek(qint64 value)
{
    sqlite3_reset(m_statement);
    m_atEnd = false;
    bind(1, value);
}

void Cursor::bind(int place, qint64 value)
{
    if (sqlite3_bind_int64(m_statement, place, value) != SQLITE_OK)
        throwSqlError(m_handle, u"binding a value"_s);
}

void Cursor::bind(int place, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    if (sqlite3_bind_text(m_statement, place, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT) !=
        SQLITE_OK)
        throwSqlError(m_handle, u"binding a text"_s);
}

qint64 Cursor::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

bool Cursor::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

QByteArrayView Cursor::bytes(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column)); // NOLINT
    return {text, sqlite3_column_bytes(m_statement, column)};
}

} // namespace seamfinder
