#include "core/catalogue/Scrub.h"

#include "core/catalogue/ChangesetRewrite.h"
#include "core/catalogue/Connection.h"
#include "core/catalogue/Cursor.h"
#include "core/catalogue/Edit.h"
#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/ErasureTransaction.h"
#include "core/catalogue/JournalErasure.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/StudyWriter.h"
#include "core/catalogue/TextColumns.h"
#include "core/domain/Error.h"
#include "core/domain/Utf8.h"

#include <QHash>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostPlaces = 300;
constexpr qsizetype wordsAround = 40;

QString aroundOf(const QString &text, const TextRange &range)
{
    const qsizetype from = qMax(qsizetype(0), range.start - wordsAround);
    const qsizetype to = qMin(text.size(), range.start + range.length + wordsAround);
    return (from > 0 ? u"…"_s : QString()) + text.mid(from, to - from).simplified() +
           (to < text.size() ? u"…"_s : QString());
}

/// Calls `visit` with each text of a column that is not empty, and its row.
void walk(Connection &db, const TextColumn &column, const std::function<void(qint64, const QString &)> &visit)
{
    Cursor texts(db, u"SELECT id, %1 FROM %2 WHERE %1 <> ''"_s.arg(column.column, column.table));
    while (texts.next())
        visit(texts.integer(0), textFromUtf8(texts.bytes(1)));
}

int countSteps(Connection &db, const ScrubText &scrubText)
{
    int steps = 0;
    qint64 last = 0;
    Query q = db.query(u"SELECT entry, changeset FROM journal_chunk ORDER BY entry"_s);
    while (q.next()) {
        bool found = false;
        const auto look = [&](changeset::RecordedChange &change) {
            for (const auto *side : {&change.before, &change.after}) {
                for (const changeset::RecordedValue &value : *side)
                    found = found || (value.type == changeset::RecordedValue::Type::Text &&
                                      scrubText.isIn(QString::fromUtf8(value.bytes)));
            }
            return true;
        };
        static_cast<void>(changeset::rewritten(q.blob(1), look));
        if (found && q.integer(0) != last) {
            last = q.integer(0);
            ++steps;
        }
    }
    return steps;
}

/// Replaces the text in rows; remembers what it changed.
class RowScrub
{
public:
    RowScrub(Edit &edit, const ScrubText &scrubText)
        : m_edit(edit)
        , m_db(edit.db())
        , m_text(scrubText)
    {
    }

    QVector<RowChange> run()
    {
        for (const TextColumn &column : textColumns()) {
            QVector<std::pair<qint64, QString>> found;
            walk(m_db, column, [&](qint64 row, const QString &text) {
                if (m_text.isIn(text))
                    found.append({row, text});
            });
            for (const auto &[row, text] : found)
                replace(column, row, text);
        }
        replaceKeys();
        return m_changes;
    }

    /// Keys that told the text, by what they are now: the journal knows the old ones, too.
    [[nodiscard]] const QHash<QString, QString> &keys() const { return m_keys; }

private:
    void replace(const TextColumn &column, qint64 row, const QString &text)
    {
        const QString replaced = m_text.replaced(text).value_or(text);
        if (column.table == "paradata"_L1) {
            rewriteEvent(row, replaced);
        } else {
            m_db.query(u"UPDATE %1 SET %2 = ? WHERE id = ?"_s.arg(column.table, column.column))
                .bind(replaced, row)
                .run();
            changed(column.table, row);
        }
        if (column.table == "transcript"_L1 && column.column == "text"_L1)
            movePassages(u"transcript"_s, row, text);
        else if (column.table == "answer"_L1)
            movePassages(column.column == "note"_L1 ? u"note"_s : u"answer"_s, row, text);
        else if (column.table == "example"_L1 && replaced.trimmed().isEmpty())
            countGiven(row);
        else if (column.table == "coding"_L1)
            readoptCoding(row);
        else if (column.table == "term"_L1 && column.column == "label"_L1)
            m_relabelled.append(row);
    }

    /// Events are added and deleted, never updated.
    void rewriteEvent(qint64 row, const QString &detail)
    {
        Query q =
            m_db.query(u"SELECT session, offset_ms, event, question, instances FROM paradata WHERE id = ?"_s);
        q.bind(row);
        if (!q.next())
            return;
        const qint64 session = q.integer(0), offset = q.integer(1);
        const QString event = q.text(2), question = q.text(3), instances = q.text(4);
        m_db.query(u"DELETE FROM paradata WHERE id = ?"_s).bind(row).run();
        m_db.query(
                u"INSERT INTO paradata(id, session, offset_ms, event, question, instances, detail) VALUES (?, ?, ?, ?, ?, ?, ?)"_s)
            .bind(row, session, offset, event, question, instances, detail)
            .run();
    }

    /// Passages count from the start of their source, in code points.
    void movePassages(const QString &kind, qint64 source, const QString &before)
    {
        QVector<std::tuple<qint64, int, int>> passages;
        Query q = m_db.query(
            u"SELECT id, start, end FROM excerpt WHERE source = ? AND source_kind = ? AND start IS NOT NULL"_s);
        q.bind(source, kind);
        while (q.next())
            passages.append({q.integer(0), int(q.integer(1)), int(q.integer(2))});
        for (const auto &[id, start, end] : passages) {
            m_db.query(u"UPDATE excerpt SET start = ?, end = ? WHERE id = ?"_s)
                .bind(m_text.moved(before, start), m_text.moved(before, end), id)
                .run();
            changed("excerpt"_L1, id);
        }
    }

    void countGiven(qint64 example)
    {
        m_db.query(
                u"UPDATE example SET given = (trim(counted_on) <> '') + 2 * (trim(turned_out) <> '') + 4 * "
                "(trim(led_to) <> '') + 8 * (trim(feared) <> '') WHERE id = ?"_s)
            .bind(example)
            .run();
    }

    /// Codings are never updated otherwise, so no trigger brings the adopted one along.
    void readoptCoding(qint64 coding)
    {
        m_db.query(u"UPDATE adopted SET other = coding.other FROM coding WHERE coding.id = ? AND "
                   "adopted.target = coding.target AND adopted.facet = coding.facet AND adopted.term = "
                   "coding.term"_s)
            .bind(coding)
            .run();
    }

    /// Keys of tags are made of their labels.
    void replaceKeys()
    {
        QVector<qint64> terms;
        Query q = m_db.query(u"SELECT id, key FROM term"_s);
        while (q.next()) {
            if (m_text.isIn(q.text(1)))
                terms.append(q.integer(0));
        }
        for (const qint64 term : std::as_const(m_relabelled)) {
            if (!terms.contains(term))
                terms.append(term);
        }
        for (const qint64 term : terms) {
            const QString before = keyOf(term);
            renewTermKey(m_edit, TermId{term});
            m_keys.insert(before, keyOf(term));
            changed("term"_L1, term);
        }
    }

    [[nodiscard]] QString keyOf(qint64 term)
    {
        Query q = m_db.query(u"SELECT key FROM term WHERE id = ?"_s);
        q.bind(term);
        return q.next() ? q.text(0) : QString();
    }

    void changed(QLatin1StringView table, qint64 row)
    {
        m_changes.append({QString(table), row, RowChange::Kind::Update, targetOf(table, row)});
    }

    qint64 targetOf(QLatin1StringView table, qint64 row)
    {
        if (table != "coding"_L1)
            return 0;
        Query q = m_db.query(u"SELECT target FROM coding WHERE id = ?"_s);
        q.bind(row);
        return q.next() ? q.integer(0) : 0;
    }

    Edit &m_edit;
    Connection &m_db;
    const ScrubText &m_text;
    QVector<RowChange> m_changes;
    QVector<qint64> m_relabelled; ///< terms
    QHash<QString, QString> m_keys;
};
} // namespace

ScrubPreview previewScrub(Connection &db, const ScrubRequest &request)
{
    ScrubPreview preview;
    const ScrubText scrubText(request);
    if (scrubText.isEmpty())
        return preview;
    const Transaction snapshot(db, Transaction::Kind::Read);
    for (const TextColumn &column : textColumns()) {
        walk(db, column, [&](qint64 row, const QString &text) {
            const QString said = ScrubText::readable(text);
            const QVector<TextRange> ranges = scrubText.find(said);
            if (ranges.isEmpty())
                return;
            ++preview.texts;
            if (preview.places.size() < mostPlaces)
                preview.places.append(
                    {QString(column.table), QString(column.column), row, aroundOf(said, ranges.first())});
        });
    }
    preview.steps = countSteps(db, scrubText);
    Query q = db.query(u"SELECT title, number, content FROM protocol_version JOIN protocol ON protocol.id = "
                       "protocol_version.protocol"_s);
    while (q.next()) {
        if (scrubText.isIn(q.text(2)))
            preview.protocols.append(u"%1 (%2)"_s.arg(q.text(0)).arg(q.integer(1)));
    }
    return preview;
}

Commit scrub(StudyWriter &writer, const Action &action, const ScrubRequest &request)
{
    const ScrubText scrubText(request);
    if (scrubText.isEmpty() || scrubText.isIn(request.replacement))
        throw Error(ErrorCode::InvalidInput,
                    u"there is nothing to replace, or the same would stand there again"_s, request.text);
    return runErasure(writer, action, [&](Edit &edit) {
        RowScrub rows(edit, scrubText);
        QVector<RowChange> changes = rows.run();
        rewriteJournalTexts(edit.db(), [&](const QString &text) {
            const auto key = rows.keys().constFind(text);
            return key == rows.keys().cend() ? scrubText.replaced(text) : std::optional(*key);
        });
        return changes;
    });
}

} // namespace seamfinder
