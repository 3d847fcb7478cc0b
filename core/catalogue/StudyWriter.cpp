#include "core/catalogue/StudyWriter.h"

#include "core/catalogue/Edit.h"
#include "core/catalogue/Journal.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/Schema.h"
#include "core/catalogue/SessionRecorder.h"

#include <QDateTime>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
// The greatest id of the tables that get new rows all the time: a clock that went back must not make an older
// one.
qint64 greatestId(Connection &db)
{
    qint64 greatest = 0;
    for (const QString &table : schema::journaledTables() + QStringList{u"journal"_s, u"paradata"_s}) {
        Query q = db.query(u"SELECT max(id) FROM "_s + table);
        if (q.next())
            greatest = qMax(greatest, q.integer(0));
    }
    return greatest;
}

CoderId leadCoder(Connection &db)
{
    Query q = db.query(u"SELECT id FROM coder ORDER BY is_lead DESC, id LIMIT 1"_s);
    return q.next() ? q.id<CoderId>(0) : CoderId{};
}
} // namespace

StudyWriter::StudyWriter(Connection connection)
    : m_db(std::move(connection))
{
    m_db.trustSchema(true); // the caller compared the schema
    m_ids.continueAfter(greatestId(m_db));
    m_coder = leadCoder(m_db);
}

Commit StudyWriter::perform(const Action &action, const std::function<void(Edit &)> &change)
{
    Transaction transaction(m_db);
    const JournalEntryId entry =
        journal::openEntry(m_db, action.visit).value_or(JournalEntryId{m_ids.next()});
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    SessionRecorder recorder(m_db);
    Edit edit(m_db, m_ids, m_coder, entry, now, &recorder);
    change(edit);

    QVector<QByteArray> changesets = edit.chunks();
    if (const QByteArray rest = recorder.changeset(); !rest.isEmpty())
        changesets.append(rest);
    Commit commit{changesets.isEmpty() ? JournalEntryId{} : entry, action, {}};
    for (const QByteArray &changeset : changesets)
        commit.changes += changeset::rows(changeset);
    journal::record(m_db, entry, action, m_coder, now, changesets);
    transaction.commit();
    return commit;
}

std::optional<JournalEntry> StudyWriter::nextUndo()
{
    return journal::nextUndo(m_db);
}

std::optional<JournalEntry> StudyWriter::nextRedo()
{
    return journal::nextRedo(m_db);
}

std::optional<Commit> StudyWriter::undo()
{
    return apply(nextUndo(), [this](const JournalEntry &entry) { return journal::undo(m_db, entry); });
}

std::optional<Commit> StudyWriter::redo()
{
    return apply(nextRedo(), [this](const JournalEntry &entry) { return journal::redo(m_db, entry); });
}

std::optional<Commit> StudyWriter::apply(std::optional<JournalEntry> entry,
                                         const std::function<QVector<RowChange>(const JournalEntry &)> &how)
{
    if (!entry)
        return std::nullopt;
    Transaction transaction(m_db);
    // Before the aggregate: g++ 12 destroys its members twice when an initialiser throws.
    QVector<RowChange> changes = how(*entry);
    Commit commit{entry->id, {entry->label, entry->place, {}}, std::move(changes)};
    transaction.commit();
    return commit;
}

} // namespace seamfinder
