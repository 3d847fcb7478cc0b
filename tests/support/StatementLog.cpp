#include "tests/support/StatementLog.h"

#include <cstring>
#include <QMutex>
#include <QString>
#include <set>
#include <sqlite3.h>

namespace seamfinder::test {

namespace {
QMutex mutex;

std::set<QByteArray> &seen()
{
    static std::set<QByteArray> statements;
    return statements;
}

int onStatement(unsigned /*event*/, void * /*context*/, void * /*statement*/, void *text)
{
    const auto *sql = static_cast<const char *>(text);
    // What one statement runs inside itself is reported as a comment.
    if (std::strncmp(sql, "--", 2) != 0) {
        const QMutexLocker locker(&mutex);
        seen().insert(QByteArray(sql).simplified());
    }
    return 0;
}

int onOpen(sqlite3 *db, char ** /*message*/, const struct sqlite3_api_routines * /*api*/)
{
    return sqlite3_trace_v2(db, SQLITE_TRACE_STMT, &onStatement, nullptr);
}

// For a study of a million examples the first number, that of the rows, is what changes the planner's mind.
constexpr const char *enlarge =
    "UPDATE sqlite_stat1 SET stat = (1000000 + CAST(stat AS INTEGER)) || substr(stat, instr(stat || ' ', ' "
    "')) "
    "WHERE tbl IN ('example', 'gap', 'coding', 'adopted', 'evidence', 'excerpt', 'field_missing', 'journal', "
    "'journal_row', 'answer', 'paradata')";
} // namespace

void statement_log::start()
{
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(&onOpen)); // NOLINT: SQLite's own signature
}

QByteArrayList statement_log::statements()
{
    const QMutexLocker locker(&mutex);
    return QByteArrayList(seen().begin(), seen().end());
}

QueryPlans::QueryPlans(const QString &studyPath, Statistics statistics)
{
    const auto open = [&] {
        if (sqlite3_open(studyPath.toUtf8().constData(), &m_db) != SQLITE_OK)
            qFatal("cannot open the study");
        sqlite3_trace_v2(m_db, 0, nullptr, nullptr);
    };
    open();
    execute("DROP TABLE IF EXISTS sqlite_stat1");
    execute("DROP TABLE IF EXISTS sqlite_stat4");
    if (statistics != Statistics::None)
        execute("ANALYZE");
    if (statistics == Statistics::Large) {
        execute("DROP TABLE IF EXISTS sqlite_stat4");
        execute(enlarge);
    }
    // Statistics are read when a file is opened.
    sqlite3_close(m_db);
    open();
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_TRIGGER_EQP, 1, nullptr);
    execute("PRAGMA foreign_keys=ON");
}

QueryPlans::~QueryPlans()
{
    sqlite3_close(m_db);
}

QByteArrayList QueryPlans::plan(const QByteArray &sql) const
{
    sqlite3_stmt *statement = nullptr;
    const QByteArray explain = "EXPLAIN QUERY PLAN " + sql;
    if (sqlite3_prepare_v2(m_db, explain.constData(), -1, &statement, nullptr) != SQLITE_OK)
        return {sqlite3_errmsg(m_db)};
    QByteArrayList lines;
    while (sqlite3_step(statement) == SQLITE_ROW)
        lines.append(reinterpret_cast<const char *>(sqlite3_column_text(statement, 3))); // NOLINT
    sqlite3_finalize(statement);
    return lines;
}

void QueryPlans::execute(const QByteArray &sql) const
{
    if (sqlite3_exec(m_db, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql.constData(), sqlite3_errmsg(m_db));
}

} // namespace seamfinder::test
