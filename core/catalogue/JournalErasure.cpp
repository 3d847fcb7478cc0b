#include "core/catalogue/JournalErasure.h"

#include "core/catalogue/ChangesetRewrite.h"
#include "core/catalogue/Connection.h"
#include "core/catalogue/Edit.h"
#include "core/catalogue/ErasedRows.h"
#include "core/catalogue/Query.h"
#include "core/domain/Utf8.h"

#include <QCoreApplication>
#include <QHash>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
struct ChunkKey
{
    qint64 entry, number;
};

QVector<ChunkKey> allChunks(Connection &db)
{
    QVector<ChunkKey> chunks;
    Query q = db.query(u"SELECT entry, number FROM journal_chunk ORDER BY entry, number"_s);
    while (q.next())
        chunks.append({q.integer(0), q.integer(1)});
    return chunks;
}

/// True if the chunk changed; one of which nothing is left is deleted.
bool rewriteChunk(Connection &db, const ChunkKey &key,
                  const std::function<bool(changeset::RecordedChange &)> &visit)
{
    Query q = db.query(u"SELECT changeset FROM journal_chunk WHERE entry = ? AND number = ?"_s);
    q.bind(key.entry, key.number);
    if (!q.next())
        return false;
    const std::optional<QByteArray> rewritten = changeset::rewritten(q.blob(0), visit);
    if (!rewritten)
        return false;
    if (rewritten->isEmpty())
        db.query(u"DELETE FROM journal_chunk WHERE entry = ? AND number = ?"_s)
            .bind(key.entry, key.number)
            .run();
    else
        db.query(u"UPDATE journal_chunk SET changeset = ? WHERE entry = ? AND number = ?"_s)
            .bind(*rewritten, key.entry, key.number)
            .run();
    return true;
}

/// Knows what belongs to the erased rows, and learns more from each change that does.
class Belongings
{
public:
    explicit Belongings(const ErasedRows &rows)
        : m_rows(rows)
    {
    }

    /// Whether the change tells of what is erased.
    bool has(const changeset::RecordedChange &change)
    {
        bool found = knows(change.row());
        for (const auto *side : {&change.before, &change.after}) {
            for (const changeset::RecordedValue &value : *side)
                found = found || knows(value.integer());
        }
        if (found)
            learn(change);
        return found;
    }
    [[nodiscard]] size_t size() const { return m_more.size(); }
    [[nodiscard]] const std::unordered_set<qint64> &more() const { return m_more; }

private:
    [[nodiscard]] bool knows(qint64 id) const
    {
        return id != 0 && (m_rows.contains(id) || m_more.contains(id));
    }

    void learn(const changeset::RecordedChange &change)
    {
        // An example that only lost its event or its system is somebody else's.
        static const QByteArrayList pointingBack{"example", "gap",         "term",     "incident",
                                                 "system",  "participant", "interview"};
        if (!pointingBack.contains(change.table))
            m_more.insert(change.row());
        // Evidence is found by its target; its excerpt, which holds the words, by the evidence.
        if (change.table == "evidence") {
            for (const auto *side : {&change.before, &change.after}) {
                if (side->size() > 2)
                    m_more.insert((*side)[2].integer());
            }
            m_more.erase(0);
        }
    }

    const ErasedRows &m_rows;
    std::unordered_set<qint64> m_more;
};

/// Transcripts as they are recorded: added, put into the bin for good, or added and undone.
class RecordedTranscripts
{
public:
    RecordedTranscripts(Connection &db, const ErasedRows &rows)
    {
        const ParticipantId participant{rows.byTable().value(u"participant"_s).value(0)};
        for (const InterviewId interview : rows.joint())
            m_people.insert(interview.value, JointPeople::of(db, interview, participant));
    }

    void cut(changeset::RecordedChange &change) const
    {
        if (change.table != "transcript" || m_people.isEmpty())
            return;
        for (auto *side : {&change.before, &change.after}) {
            if (side->size() <= textColumn ||
                (*side)[textColumn].type != changeset::RecordedValue::Type::Text)
                continue;
            const auto people = m_people.constFind((*side)[interviewColumn].integer());
            if (people == m_people.cend())
                continue;
            JointTranscript transcript;
            transcript.text = textFromUtf8((*side)[textColumn].bytes);
            people->findTurns(transcript);
            if (!transcript.theirs.isEmpty())
                (*side)[textColumn].bytes = transcript.without().toUtf8();
        }
    }

private:
    static constexpr size_t interviewColumn = 1, textColumn = 7; // of the schema; a test erases from them
    QHash<qint64, JointPeople> m_people;
};

void deleteEmptyEntries(Connection &db)
{
    db.query(u"DELETE FROM journal WHERE kind = 0 AND NOT EXISTS (SELECT 1 FROM journal_chunk WHERE entry = "
             "journal.id)"_s)
        .run();
    db.query(
          u"DELETE FROM journal_row WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = journal_row.entry)"_s)
        .run();
}

void deleteJournalRows(Connection &db, const std::unordered_set<qint64> &rows)
{
    for (const qint64 row : rows)
        db.query(u"DELETE FROM journal_row WHERE row = ?"_s).bind(row).run();
}

void eraseNamesFromLabels(Connection &db, const ErasedRows &rows, const QStringList &names)
{
    const QString instead = QCoreApplication::translate("Erasure", "A step with something that was erased");
    Query q = db.query(u"SELECT id, label, place FROM journal"_s);
    QVector<std::pair<qint64, bool>> changed;
    while (q.next()) {
        bool named = false;
        for (const QString &name : names)
            named = named || q.text(1).contains(name);
        const QString id = q.text(2).section(u'#', 0, 0).section(u'/', 0, 0);
        const auto value = fromCrockford(id.section(u'-', 1));
        if (named || (value && rows.contains(*value)))
            changed.append({q.integer(0), named});
    }
    for (const auto &[entry, named] : changed) {
        db.query(u"UPDATE journal SET place = '' WHERE id = ?"_s).bind(entry).run();
        if (named)
            db.query(u"UPDATE journal SET label = ? WHERE id = ?"_s).bind(instead, entry).run();
    }
}
} // namespace

void eraseFromJournal(Edit &edit, const ErasedRows &rows, const QStringList &names,
                      const QVector<qint64> &emptied)
{
    Connection &db = edit.db();
    Belongings belongings(rows);
    const RecordedTranscripts transcripts(db, rows);
    const QVector<ChunkKey> chunks = allChunks(db);
    bool again = true;
    // What a later step deleted may show only then that an earlier one was theirs, too.
    while (again) {
        const size_t known = belongings.size();
        bool changed = false;
        for (const ChunkKey &chunk : chunks)
            changed = rewriteChunk(db, chunk,
                                   [&](changeset::RecordedChange &change) {
                                       if (belongings.has(change) || emptied.contains(change.row()))
                                           return false;
                                       transcripts.cut(change);
                                       return true;
                                   }) ||
                      changed;
        again = changed && belongings.size() > known;
    }
    for (const auto &[table, ids] : rows.byTable().asKeyValueRange())
        deleteJournalRows(db, {ids.begin(), ids.end()});
    deleteJournalRows(db, belongings.more());
    deleteJournalRows(db, {emptied.begin(), emptied.end()});
    deleteEmptyEntries(db);
    eraseNamesFromLabels(db, rows, names);
}

int rewriteJournalTexts(Connection &db,
                        const std::function<std::optional<QString>(const QString &)> &replaced)
{
    QVector<qint64> entries;
    for (const ChunkKey &chunk : allChunks(db)) {
        const bool changed = rewriteChunk(db, chunk, [&](changeset::RecordedChange &change) {
            for (auto *side : {&change.before, &change.after}) {
                for (changeset::RecordedValue &value : *side) {
                    if (value.type != changeset::RecordedValue::Type::Text)
                        continue;
                    if (const auto text = replaced(QString::fromUtf8(value.bytes)))
                        value.bytes = text->toUtf8();
                }
            }
            return true;
        });
        if (changed && (entries.isEmpty() || entries.last() != chunk.entry))
            entries.append(chunk.entry);
    }
    QVector<std::pair<qint64, QString>> labels;
    Query q = db.query(u"SELECT id, label FROM journal"_s);
    while (q.next()) {
        if (const auto label = replaced(q.text(1)))
            labels.append({q.integer(0), *label});
    }
    for (const auto &[entry, label] : labels)
        db.query(u"UPDATE journal SET label = ? WHERE id = ?"_s).bind(label, entry).run();
    return int(entries.size());
}

} // namespace seamfinder
