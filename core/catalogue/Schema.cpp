#include "core/catalogue/Schema.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Query.h"
#include "core/domain/Error.h"

#include <QDir>
#include <QFile>
#include <QMap>

namespace seamfinder::schema {

using namespace Qt::StringLiterals;

namespace {
int userVersion(Connection &db)
{
    Query q = db.query(u"PRAGMA user_version"_s);
    return q.next() ? int(q.integer(0)) : 0;
}

// Step 1 is 001-*.sql, and so on.
QString migrationSql(int step)
{
    const QDir folder(u":/schema"_s);
    const QStringList names = folder.entryList({u"%1-*.sql"_s.arg(step, 3, 10, '0'_L1)});
    QFile file(names.isEmpty() ? QString() : folder.filePath(names.first()));
    if (!file.open(QIODevice::ReadOnly))
        throw Error(ErrorCode::Internal, u"migration %1 is missing from the program"_s.arg(step));
    return QString::fromUtf8(file.readAll());
}

QMap<QString, QString> schemaRows(Connection &db)
{
    QMap<QString, QString> rows;
    Query q = db.query(
        u"SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'"_s);
    while (q.next())
        rows.insert(q.text(0), q.text(1));
    return rows;
}

const QMap<QString, QString> &ownSchemaRows()
{
    static const QMap<QString, QString> rows = [] {
        Connection db = Connection::inMemory();
        migrate(db);
        return schemaRows(db);
    }();
    return rows;
}
} // namespace

const QStringList &journaledTables()
{
    static const QStringList tables{
        u"study"_s,
        u"coder"_s,
        u"term"_s,
        u"expected_flow"_s,
        u"participant"_s,
        u"participant_term"_s,
        u"system"_s,
        u"protocol"_s,
        u"protocol_version"_s,
        u"interview"_s,
        u"interview_participant"_s,
        u"interview_coder"_s,
        u"interview_system"_s,
        u"sitting"_s,
        u"answer"_s,
        u"repeat_instance"_s,
        u"probe_asked"_s,
        u"incident"_s,
        u"example"_s,
        u"gap"_s,
        u"example_link"_s,
        u"practice"_s,
        u"field_missing"_s,
        u"coding"_s,
        u"transcript"_s,
        u"excerpt"_s,
        u"evidence"_s,
        u"mark"_s,
        u"memo"_s,
    };
    return tables;
}

void migrate(Connection &db)
{
    for (int step = userVersion(db) + 1; step <= version; ++step) {
        Transaction transaction(db);
        db.execute(migrationSql(step));
        db.execute(u"PRAGMA application_id=%1; PRAGMA user_version=%2"_s.arg(applicationId).arg(step));
        transaction.commit();
    }
}

QStringList differences(Connection &db)
{
    const QMap<QString, QString> &own = ownSchemaRows();
    const QMap<QString, QString> theirs = schemaRows(db);
    QStringList lines;
    for (const auto &[name, sql] : own.asKeyValueRange()) {
        const auto found = theirs.constFind(name);
        if (found == theirs.cend())
            lines << u"missing: "_s + name;
        else if (*found != sql)
            lines << u"different: "_s + name;
    }
    for (const auto &[name, sql] : theirs.asKeyValueRange()) {
        if (!own.contains(name))
            lines << u"unexpected: "_s + name;
    }
    return lines;
}

} // namespace seamfinder::schema
