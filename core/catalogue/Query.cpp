#include "core/catalogue/Query.h"

#include "core/catalogue/SqlError.h"
#include "core/domain/Utf8.h"

#include <sqlite3.h>
#include <SQLiteCpp/SQLiteCpp.h>

namespace seamfinder {

namespace {
// Runs a call into SQLiteCpp and translates what it throws.
template <class Call>
auto translated(SQLite::Statement &statement, Call &&call)
{
    try {
        return call();
    } catch (const SQLite::Exception &exception) {
        throw sqlError(exception.getExtendedErrorCode(), QString::fromUtf8(exception.what()) +
                                                             QStringLiteral(" in ") +
                                                             QString::fromStdString(statement.getQuery()));
    }
}
} // namespace

Query::Query(std::shared_ptr<SQLite::Statement> statement)
    : m_statement(std::move(statement))
{
}

Query::~Query()
{
    // An unfinished read would keep its snapshot, and with it the WAL, alive.
    if (m_statement)
        m_statement->tryReset();
}

bool Query::next()
{
    return translated(*m_statement, [&] { return m_statement->executeStep(); });
}

void Query::run()
{
    while (next()) {}
}

qint64 Query::integer(int column) const
{
    return m_statement->getColumn(column).getInt64();
}

double Query::real(int column) const
{
    return m_statement->getColumn(column).getDouble();
}

QByteArrayView Query::bytes(int column) const
{
    const SQLite::Column value = m_statement->getColumn(column);
    const char *text = value.getText();
    return {text, value.getBytes()};
}

QString Query::text(int column) const
{
    return textFromUtf8(bytes(column));
}

QByteArray Query::blob(int column) const
{
    const SQLite::Column value = m_statement->getColumn(column);
    return {static_cast<const char *>(value.getBlob()), value.getBytes()};
}

bool Query::isNull(int column) const
{
    return m_statement->isColumnNull(column);
}

QVariant Query::value(int column) const
{
    switch (m_statement->getColumn(column).getType()) {
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_FLOAT:
        return real(column);
    case SQLITE_TEXT:
        return text(column);
    case SQLITE_BLOB:
        return blob(column);
    default:
        return {};
    }
}

int Query::columnCount() const
{
    return m_statement->getColumnCount();
}

void Query::bindNext(qint64 value)
{
    translated(*m_statement, [&] { m_statement->bind(++m_bound, static_cast<int64_t>(value)); });
}

void Query::bindNext(double value)
{
    translated(*m_statement, [&] { m_statement->bind(++m_bound, value); });
}

void Query::bindNext(const QString &value)
{
    translated(*m_statement, [&] { m_statement->bind(++m_bound, value.toStdString()); });
}

void Query::bindNext(QLatin1StringView value)
{
    bindNext(QString(value));
}

void Query::bindNext(const QByteArray &value)
{
    translated(*m_statement, [&] { m_statement->bind(++m_bound, value.constData(), int(value.size())); });
}

void Query::bindNext(std::nullopt_t)
{
    translated(*m_statement, [&] { m_statement->bind(++m_bound); });
}

void Query::bindNext(const QVariant &value)
{
    if (!value.isValid() || value.isNull())
        return bindNext(std::nullopt);
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
        return bindNext(value.toLongLong());
    case QMetaType::Double:
        return bindNext(value.toDouble());
    case QMetaType::QByteArray:
        return bindNext(value.toByteArray());
    default:
        return bindNext(value.toString());
    }
}

} // namespace seamfinder
