#include "core/catalogue/StudyCheck.h"

#include "core/catalogue/Query.h"
#include "core/catalogue/Schema.h"
#include "core/catalogue/SessionRecorder.h"
#include "core/domain/Error.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int maxProblems = 20; // of one kind: what is broken everywhere need not be listed whole

QStringList integrity(Connection &db)
{
    QStringList problems;
    Query q = db.query(u"PRAGMA integrity_check(%1)"_s.arg(maxProblems));
    while (q.next()) {
        if (q.text(0) != u"ok")
            problems << q.text(0);
    }
    return problems;
}

QStringList foreignKeys(Connection &db)
{
    QStringList problems;
    Query q = db.query(u"PRAGMA foreign_key_check"_s);
    while (problems.size() < maxProblems && q.next())
        problems
            << u"row %1 of %2 points to a missing row of %3"_s.arg(q.integer(1)).arg(q.text(0), q.text(2));
    return problems;
}

QStringList countOf(Connection &db, const QString &sql, const QString &sentence)
{
    Query q = db.query(sql);
    const qint64 count = q.next() ? q.integer(0) : 0;
    return count == 0 ? QStringList() : QStringList{sentence.arg(count)};
}

QStringList codings(Connection &db)
{
    QStringList problems;
    problems +=
        countOf(db,
                u"SELECT count(*) FROM (SELECT DISTINCT target, facet FROM coding WHERE term IS NOT NULL "
                "EXCEPT SELECT DISTINCT coding.target, coding.facet FROM coding JOIN adopted "
                "ON adopted.target = coding.target AND adopted.facet = coding.facet "
                "EXCEPT SELECT DISTINCT target, facet FROM coding WHERE term IS NULL)"_s,
                u"%1 coded facets have no adopted coding"_s);
    problems += countOf(db,
                        // +: by target, not by term, of which each has a hundredth of all codings.
                        u"SELECT count(*) FROM adopted WHERE NOT EXISTS (SELECT 1 FROM coding WHERE "
                        u"coding.target = adopted.target "
                        "AND coding.facet = adopted.facet AND +coding.term = adopted.term)"_s,
                        u"%1 adopted codings have nothing they were adopted from"_s);
    problems += countOf(db,
                        u"SELECT count(*) FROM example WHERE given <> (trim(counted_on) <> '') + 2 * "
                        u"(trim(turned_out) <> '') "
                        "+ 4 * (trim(led_to) <> '') + 8 * (trim(feared) <> '')"_s,
                        u"%1 examples say wrongly which of their texts are filled in"_s);
    return problems;
}

QStringList journal(Connection &db)
{
    QStringList problems;
    Query q = db.query(u"SELECT entry, number, changeset FROM journal_chunk"_s);
    while (problems.size() < maxProblems && q.next()) {
        try {
            (void)changeset::rows(q.blob(2));
        } catch (const Error &error) {
            problems << u"entry %1, part %2 cannot be read: %3"_s.arg(q.integer(0))
                            .arg(q.integer(1))
                            .arg(error.detail());
        }
    }
    problems +=
        countOf(db, u"SELECT count(*) FROM journal_chunk WHERE entry NOT IN (SELECT id FROM journal)"_s,
                u"%1 changesets belong to no entry"_s);
    problems += countOf(
        db, u"SELECT count(*) FROM journal WHERE kind = 0 AND id NOT IN (SELECT entry FROM journal_chunk)"_s,
        u"%1 entries have no changeset"_s);
    return problems;
}

// What the search index must hold, by the same expressions as the triggers of the schema.
constexpr const char16_t *indexedRows = u"SELECT id FROM example UNION ALL SELECT id FROM gap UNION ALL "
                                        u"SELECT id FROM practice UNION ALL SELECT id FROM transcript "
                                        "UNION ALL SELECT id FROM excerpt UNION ALL SELECT id FROM answer";
constexpr const char16_t *indexedTexts =
    u"CREATE TEMP VIEW search_texts AS SELECT id, title || char(10) || counted_on || char(10) || turned_out "
    u"|| "
    u"char(10) || led_to || char(10) || feared || char(10) || story || char(10) || timeline AS text "
    u"FROM main.example UNION ALL SELECT id, information FROM main.gap UNION ALL SELECT id, story FROM "
    u"main.practice UNION ALL SELECT id, text FROM main.transcript UNION ALL SELECT id, quote FROM "
    u"main.excerpt "
    u"UNION ALL SELECT id, note || char(10) || coalesce(value, '') FROM main.answer";

// A copy of the search index, among the connection's own tables, that knows the texts it is about: FTS5's own
// check writes (to its table's name), compares nothing where a table keeps no content, and this connection
// may be one that only reads. https://www.sqlite.org/fts5.html#the_integrity_check_command
class IndexCopy
{
public:
    explicit IndexCopy(Connection &db)
        : m_db(db)
    {
        // In a file: the index may be too large for the memory.
        db.execute(u"PRAGMA temp_store=FILE"_s);
        db.execute(QString::fromUtf16(indexedTexts));
        db.execute(u"CREATE VIRTUAL TABLE temp.search_copy USING fts5(text, content='search_texts', "
                   "content_rowid='id', prefix='2 3', tokenize=\"unicode61 remove_diacritics 2\")"_s);
    }
    ~IndexCopy()
    {
        try {
            m_db.execute(u"DROP TABLE temp.search_copy; DROP VIEW temp.search_texts; "
                         "PRAGMA temp_store=MEMORY"_s);
        } catch (const Error &) {
            // The connection's own tables go when it closes.
        }
    }
    Q_DISABLE_COPY_MOVE(IndexCopy)

    /// Error Damaged if the index is not what the texts make.
    void check()
    {
        Transaction sameMoment(m_db, Transaction::Kind::Read); // somebody may be writing
        m_db.execute(u"DELETE FROM temp.search_copy_data"_s);
        m_db.execute(u"INSERT INTO temp.search_copy_data SELECT * FROM main.search_data"_s);
        m_db.execute(u"INSERT INTO temp.search_copy_idx SELECT * FROM main.search_idx"_s);
        m_db.execute(u"INSERT INTO temp.search_copy_docsize SELECT * FROM main.search_docsize"_s);
        m_db.execute(u"INSERT INTO temp.search_copy(search_copy, rank) VALUES('integrity-check', 1)"_s);
        sameMoment.commit();
    }

private:
    Connection &m_db;
};

QStringList searchIndex(Connection &db)
{
    QStringList problems;
    const QString rows = QString::fromUtf16(indexedRows);
    // The index's own list of documents tells which rows it has without reading a text.
    problems +=
        countOf(db, u"SELECT count(*) FROM (%1) WHERE id NOT IN (SELECT id FROM search_docsize)"_s.arg(rows),
                u"%1 rows are not in the search index"_s);
    problems += countOf(db, u"SELECT count(*) FROM search_docsize WHERE id NOT IN (%1)"_s.arg(rows),
                        u"the search index has %1 rows that are gone"_s);
    try {
        IndexCopy(db).check();
    } catch (const Error &error) {
        if (error.code() != ErrorCode::Damaged)
            throw;
        problems << u"the words in the search index are not those of the texts"_s;
    }
    return problems;
}

// A damaged file fails in the middle of a check: that is a finding, not the end of it.
CheckResult run(Connection &db, const QString &name, QStringList (*check)(Connection &))
{
    try {
        return {name, check(db)};
    } catch (const Error &error) {
        if (error.code() == ErrorCode::Cancelled)
            throw;
        return {name, {error.detail()}};
    }
}
} // namespace

QVector<CheckResult> checkStudy(Connection &db, const std::function<void(double)> &progress)
{
    const QVector<std::pair<QString, QStringList (*)(Connection &)>> checks{
        {u"schema"_s, &schema::differences},
        {u"integrity"_s, &integrity},
        {u"foreign keys"_s, &foreignKeys},
        {u"codings"_s, &codings},
        {u"journal"_s, &journal},
        {u"search index"_s, &searchIndex},
    };
    QVector<CheckResult> results;
    for (const auto &[name, check] : checks) {
        if (progress)
            progress(double(results.size()) / double(checks.size()));
        results.append(run(db, name, check));
    }
    return results;
}

} // namespace seamfinder
