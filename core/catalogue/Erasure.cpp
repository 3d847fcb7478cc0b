#include "core/catalogue/Erasure.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/ConsentOfEach.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ErasedPseudonyms.h"
#include "core/catalogue/ErasureTransaction.h"
#include "core/catalogue/JournalErasure.h"
#include "core/catalogue/KeptPicks.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/SharedFields.h"

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

/// Transcripts of interviews that stay: their turns go, and passages of what others say move along.
QVector<RowChange> cutTranscripts(Connection &db, const ErasedRows &rows)
{
    QVector<RowChange> changes;
    for (const JointTranscript &transcript : rows.transcripts()) {
        if (transcript.theirs.isEmpty())
            continue;
        db.query(u"UPDATE transcript SET text = ? WHERE id = ?"_s)
            .bind(transcript.without(), transcript.id)
            .run();
        changes.append({u"transcript"_s, transcript.id, RowChange::Kind::Update, 0});
        QVector<std::tuple<qint64, int, int>> passages;
        Query q = db.query(u"SELECT id, start, end FROM excerpt WHERE source = ? AND start IS NOT NULL"_s);
        q.bind(transcript.id);
        while (q.next())
            passages.append({q.integer(0), int(q.integer(1)), int(q.integer(2))});
        for (const auto &[id, start, end] : passages) {
            db.query(u"UPDATE excerpt SET start = ?, end = ? WHERE id = ?"_s)
                .bind(transcript.moved(start), transcript.moved(end), id)
                .run();
            changes.append({u"excerpt"_s, id, RowChange::Kind::Update, 0});
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
        ErasedRows rows = ErasedRows::of(db, withdrawal);
        keepPseudonymsUsed(edit);
        for (const qint64 participant : rows.byTable().value(u"participant"_s)) {
            Query q = db.query(u"SELECT pseudonym FROM participant WHERE id = ?"_s);
            q.bind(participant);
            if (q.next())
                rememberErasedPseudonym(edit, q.text(0));
        }
        const QVector<SharedField> shared = sharedFieldsOf(db, rows);
        addEventsOf(db, rows, shared);
        addCodingsOf(db, rows, shared);
        QVector<RowChange> changes = emptySharedFields(edit, shared);
        changes += eraseRows(edit, rows, rows, rowsOf(shared) + rows.written());
        changes += cutPicks(edit, rows);
        for (const InterviewId interview : rows.joint()) {
            settleConsents(edit, interview); // those who stay may allow more
            changes.append({u"interview"_s, interview.value, RowChange::Kind::Update, 0});
        }
        return changes;
    });
}

QVector<RowChange> eraseRows(Edit &edit, const ErasedRows &rows, const ErasedRows &told,
                             const QVector<qint64> &emptied)
{
    Connection &db = edit.db();
    eraseFromJournal(edit, told, namesOf(db, rows), emptied);
    leaveTombstones(edit, rows);
    QVector<RowChange> changes = deleteRows(db, rows);
    deleteAdopted(db, rows);
    changes += cutTranscripts(db, rows);
    return changes;
}

bool isTombstoned(Connection &db, qint64 row)
{
    return db.query(u"SELECT 1 FROM tombstone WHERE row = ?"_s).bind(row).next();
}

} // namespace seamfinder
