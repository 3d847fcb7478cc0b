#include "core/catalogue/Erasure.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ErasureTransaction.h"
#include "core/catalogue/JournalErasure.h"
#include "core/catalogue/Query.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// What has an id that exports write and merges go by.
const QStringList &tablesWithTombstones()
{
    static const QStringList tables{u"participant"_s, u"interview"_s, u"system"_s,     u"example"_s,
                                    u"gap"_s,         u"practice"_s,  u"transcript"_s, u"incident"_s};
    return tables;
}

void leaveTombstones(Edit &edit, const ErasedRows &rows)
{
    for (const QString &table : tablesWithTombstones()) {
        for (const qint64 row : rows.byTable().value(table))
            edit.db()
                .query(u"INSERT INTO tombstone(id, tbl, row, time, coder) VALUES (?, ?, ?, ?, ?)"_s)
                .bind(edit.nextId(), table, row, edit.now(), edit.coder())
                .run();
    }
}

/// The names by which the journal's labels may call them.
QStringList namesOf(Connection &db, const ErasedRows &rows)
{
    QStringList names;
    const QStringList columns{u"participant.pseudonym"_s, u"system.alias"_s, u"incident.label"_s,
                              u"transcript.title"_s};
    for (const QString &column : columns) {
        const QString table = column.section(u'.', 0, 0);
        for (const qint64 row : rows.byTable().value(table)) {
            Query q = db.query(u"SELECT %1 FROM %2 WHERE id = ?"_s.arg(column.section(u'.', 1), table));
            q.bind(row);
            if (q.next() && !q.text(0).isEmpty())
                names.append(q.text(0));
        }
    }
    return names;
}

QVector<RowChange> deleteRows(Connection &db, const ErasedRows &rows)
{
    QVector<RowChange> changes;
    for (const auto &[table, ids] : rows.byTable().asKeyValueRange()) {
        const QString key = table == "position"_L1 ? u"interview"_s : u"id"_s;
        for (const qint64 row : ids) {
            db.query(u"DELETE FROM %1 WHERE %2 = ?"_s.arg(table, key)).bind(row).run();
            changes.append({table, row, RowChange::Kind::Delete, 0});
        }
    }
    return changes;
}

void deleteAdopted(Connection &db, const ErasedRows &rows)
{
    // The triggers on coding keep them in step; a facet without codings has none left.
    for (const QString &table : {u"example"_s, u"gap"_s, u"practice"_s}) {
        for (const qint64 row : rows.byTable().value(table))
            db.query(u"DELETE FROM adopted WHERE target = ?"_s).bind(row).run();
    }
}
} // namespace

Commit eraseWithdrawn(StudyWriter &writer, const Action &action, const Withdrawal &withdrawal)
{
    return runErasure(writer, action, [&](Edit &edit) {
        Connection &db = edit.db();
        const ErasedRows rows = ErasedRows::of(db, withdrawal);
        keepPseudonymsUsed(edit);
        eraseFromJournal(edit, rows, namesOf(db, rows));
        leaveTombstones(edit, rows);
        QVector<RowChange> changes = deleteRows(db, rows);
        deleteAdopted(db, rows);
        return changes;
    });
}

bool isTombstoned(Connection &db, qint64 row)
{
    return db.query(u"SELECT 1 FROM tombstone WHERE row = ?"_s).bind(row).next();
}

} // namespace seamfinder
