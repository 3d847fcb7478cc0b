#include "core/catalogue/Journal.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/Schema.h"
#include "core/catalogue/SessionRecorder.h"

namespace seamfinder::journal {

using namespace Qt::StringLiterals;

namespace {
constexpr int editKind = 0, barrierKind = 2;

QString &installation()
{
    static QString name;
    return name;
}

JournalEntry readEntry(const Query &q)
{
    return {q.id<JournalEntryId>(0),          q.integer(1), q.id<CoderId>(2), q.text(3), q.text(4),
            JournalEntry::State(q.integer(5))};
}

// The outermost entry in a state, if this program may apply it.
std::optional<JournalEntry> outermost(Connection &db, JournalEntry::State state, const QString &order)
{
    Query q = db.query(
        u"SELECT id, time, coder, label, place, state, kind, installation, schema_version FROM journal "
        "WHERE state = ? ORDER BY id %1 LIMIT 1"_s.arg(order));
    q.bind(int(state));
    if (!q.next() || q.integer(6) != editKind || q.text(7) != installation() ||
        q.integer(8) != schema::version)
        return std::nullopt;
    return readEntry(q);
}

QVector<QByteArray> chunksOf(Connection &db, JournalEntryId entry, const QString &order)
{
    QVector<QByteArray> chunks;
    Query q =
        db.query(u"SELECT changeset FROM journal_chunk WHERE entry = ? ORDER BY number %1"_s.arg(order));
    q.bind(entry);
    while (q.next())
        chunks.append(q.blob(0));
    return chunks;
}

void writeChunk(Connection &db, JournalEntryId entry, int number, const QByteArray &changeset)
{
    db.query(u"INSERT OR REPLACE INTO journal_chunk(entry, number, changeset) VALUES (?, ?, ?)"_s)
        .bind(entry, number, changeset)
        .run();
    for (const RowChange &change : changeset::rows(changeset)) {
        db.query(u"INSERT OR IGNORE INTO journal_row(row, entry, tbl) VALUES (?, ?, ?)"_s)
            .bind(change.row, entry, change.table)
            .run();
    }
}

void setState(Connection &db, JournalEntryId entry, JournalEntry::State state)
{
    db.query(u"UPDATE journal SET state = ? WHERE id = ?"_s).bind(int(state), entry).run();
}

void insertEntry(Connection &db, JournalEntryId entry, const Action &action, CoderId coder, qint64 now,
                 int kind)
{
    db.query(u"UPDATE journal SET state = ? WHERE state = ?"_s)
        .bind(int(JournalEntry::State::CutOff), int(JournalEntry::State::Undone))
        .run();
    db.query(u"INSERT INTO journal(id, time, coder, label, place, kind, state, visit, installation, "
             u"schema_version) "
             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s)
        .bind(entry, now, coder, action.label, action.place, kind, int(JournalEntry::State::Done),
              action.visit, installation(), schema::version)
        .run();
}

// What an erasure brings about elsewhere, under its own label: questions that an open interview now hides.
bool belongsToBarrier(Connection &db, const Action &action)
{
    Query q = db.query(u"SELECT kind, label FROM journal ORDER BY id DESC LIMIT 1"_s);
    return q.next() && q.integer(0) == barrierKind && q.text(1) == action.label && action.place.isEmpty();
}

bool exists(Connection &db, JournalEntryId entry)
{
    return db.query(u"SELECT 1 FROM journal WHERE id = ?"_s).bind(entry).next();
}
} // namespace

std::optional<JournalEntryId> openEntry(Connection &db, const QString &visit)
{
    if (visit.isEmpty() || nextRedo(db))
        return std::nullopt;
    Query q = db.query(
        u"SELECT id, state, visit, installation, schema_version FROM journal ORDER BY id DESC LIMIT 1"_s);
    if (q.next() && JournalEntry::State(q.integer(1)) == JournalEntry::State::Done && q.text(2) == visit &&
        q.text(3) == installation() && q.integer(4) == schema::version)
        return q.id<JournalEntryId>(0);
    return std::nullopt;
}

void record(Connection &db, JournalEntryId entry, const Action &action, CoderId coder, qint64 now,
            const QVector<QByteArray> &changesets)
{
    if (changesets.isEmpty())
        return;
    if (exists(db, entry)) {
        QByteArray joined = chunksOf(db, entry, u"ASC"_s).value(0);
        for (const QByteArray &changeset : changesets)
            joined = joined.isEmpty() ? changeset : changeset::concatenated(joined, changeset);
        writeChunk(db, entry, 0, joined);
        db.query(u"UPDATE journal SET time = ? WHERE id = ?"_s).bind(now, entry).run();
        return;
    }
    if (belongsToBarrier(db, action))
        return; // no step: undoing it would bring nothing back
    insertEntry(db, entry, action, coder, now, editKind);
    for (qsizetype i = 0; i < changesets.size(); ++i)
        writeChunk(db, entry, int(i), changesets[i]);
}

void recordBarrier(Connection &db, JournalEntryId entry, const Action &action, CoderId coder, qint64 now)
{
    insertEntry(db, entry, action, coder, now, barrierKind);
}

std::optional<JournalEntry> nextUndo(Connection &db)
{
    return outermost(db, JournalEntry::State::Done, u"DESC"_s);
}

std::optional<JournalEntry> nextRedo(Connection &db)
{
    return outermost(db, JournalEntry::State::Undone, u"ASC"_s);
}

QVector<RowChange> undo(Connection &db, const JournalEntry &entry)
{
    QVector<RowChange> changes;
    for (const QByteArray &chunk : chunksOf(db, entry.id, u"DESC"_s)) {
        const QByteArray inverse = changeset::inverted(chunk);
        changeset::apply(db, inverse);
        changes += changeset::rows(inverse);
    }
    setState(db, entry.id, JournalEntry::State::Undone);
    return changes;
}

QVector<RowChange> redo(Connection &db, const JournalEntry &entry)
{
    QVector<RowChange> changes;
    for (const QByteArray &chunk : chunksOf(db, entry.id, u"ASC"_s)) {
        changeset::apply(db, chunk);
        changes += changeset::rows(chunk);
    }
    setState(db, entry.id, JournalEntry::State::Done);
    return changes;
}

QVector<JournalEntry> history(Connection &db, int limit, qint64 row)
{
    QVector<JournalEntry> entries;
    const QString columns = u"SELECT journal.id, time, coder, label, place, state FROM "_s;
    Query q = row == 0 ? db.query(columns + u"journal ORDER BY id DESC LIMIT ?"_s)
                       : db.query(columns + u"journal_row CROSS JOIN journal ON journal.id = "
                                            u"journal_row.entry WHERE journal_row.row = ? "
                                            "ORDER BY journal_row.entry DESC LIMIT ?"_s);
    row == 0 ? q.bind(limit) : q.bind(row, limit);
    while (q.next())
        entries.append(readEntry(q));
    return entries;
}

void setInstallation(const QString &name)
{
    installation() = name;
}

} // namespace seamfinder::journal
