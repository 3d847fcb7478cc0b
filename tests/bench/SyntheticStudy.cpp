#include "tests/bench/SyntheticStudy.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/FacetNumbers.h"
#include "core/catalogue/NewStudy.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/Study.h"
#include "core/domain/Fields.h"
#include "core/domain/IdGenerator.h"
#include "tests/bench/SyntheticText.h"

#include <optional>
#include <QFileInfo>
#include <QHash>
#include <sqlite3.h>

namespace seamfinder::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 firstDay = 1'735'689'600'000; // 2025-01-01
constexpr qint64 usualInInterview = 12, mostInterviews = 5000;
constexpr qint64 examplesInTransaction = 20'000;

/// A prepared INSERT, bound in order.
class Insert
{
public:
    Insert(Connection &db, const char *sql)
    {
        sqlite3_prepare_v3(db.handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
        if (!m_statement)
            qFatal("%s: %s", sql, sqlite3_errmsg(db.handle()));
    }
    ~Insert() { sqlite3_finalize(m_statement); }
    Q_DISABLE_COPY_MOVE(Insert)

    template <class... Values>
    void run(const Values &...values)
    {
        int place = 0;
        (bind(++place, values), ...);
        if (sqlite3_step(m_statement) != SQLITE_DONE)
            qFatal("%s: %s", sqlite3_sql(m_statement), sqlite3_errmsg(sqlite3_db_handle(m_statement)));
        sqlite3_reset(m_statement);
    }

private:
    void bind(int place, qint64 value) { sqlite3_bind_int64(m_statement, place, value); }
    void bind(int place, int value) { sqlite3_bind_int64(m_statement, place, value); }
    void bind(int place, std::nullptr_t) { sqlite3_bind_null(m_statement, place); }
    void bind(int place, std::optional<int> value) { value ? bind(place, *value) : bind(place, nullptr); }
    void bind(int place, const QByteArray &text)
    {
        sqlite3_bind_text(m_statement, place, text.constData(), int(text.size()), SQLITE_STATIC);
    }

    sqlite3_stmt *m_statement = nullptr;
};

class Writer
{
public:
    Writer(Connection &db, quint64 seed)
        : m_db(db)
        , m_text(seed)
        , m_codebook(Codebook::read(db))
    {
        Query coder = db.query(u"SELECT id FROM coder"_s);
        m_coder = coder.next() ? coder.integer(0) : 0;
        Query version = db.query(u"SELECT max(id) FROM protocol_version"_s);
        m_version = version.next() ? version.integer(0) : 0;
    }

    SyntheticCounts write(qint64 examples, const std::function<void(double)> &progress)
    {
        const QStringList triggers = withoutAdoption();
        m_ids.continueAfter(m_coder);
        const qint64 inInterview = std::max(usualInInterview, examples / mostInterviews);
        for (int i = 0; i < 40; ++i)
            m_systems.append(writeSystem(i));
        while (m_counts.examples < examples) {
            Transaction transaction(m_db);
            for (qint64 i = 0; i < examplesInTransaction && m_counts.examples < examples; ++i) {
                if (m_counts.examples % inInterview == 0)
                    writeInterview();
                writeExample();
            }
            transaction.commit();
            progress(double(m_counts.examples) / double(examples));
        }
        for (const QString &trigger : triggers)
            m_db.execute(trigger);
        return m_counts;
    }

private:
    // The triggers derive `adopted` row by row; here it is written beside the codings. Gives what makes them
    // again.
    QStringList withoutAdoption()
    {
        QStringList names, sql;
        {
            Query triggers = m_db.query(
                u"SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'coding' ORDER BY rowid"_s);
            while (triggers.next()) {
                names << triggers.text(0);
                sql << triggers.text(1);
            }
        }
        for (const QString &name : std::as_const(names))
            m_db.execute(u"DROP TRIGGER "_s + name);
        return sql;
    }

    qint64 writeSystem(int number)
    {
        const qint64 id = m_ids.next();
        m_system.run(id, u"S%1"_s.arg(number + 1, 2, 10, QChar(u'0')).toUtf8(), firstDay, firstDay);
        return id;
    }

    void writeInterview()
    {
        m_interview = m_ids.next();
        m_participant = m_ids.next();
        m_spokenOf = m_systems[m_text.number(int(m_systems.size()))];
        m_now += 3'600'000;
        m_participantRow.run(m_participant, u"P%1"_s.arg(++m_interviews, 2, 10, QChar(u'0')).toUtf8(), m_now,
                             m_now);
        m_role.run(m_ids.next(), m_participant, pick("role"_L1).value);
        m_interviewRow.run(m_interview, m_version, m_now, m_now, m_now);
        m_participation.run(m_ids.next(), m_interview, m_participant);
        m_holder.run(m_ids.next(), m_interview, m_coder);
    }

    void writeExample()
    {
        m_now += 1000;
        const qint64 id = m_ids.next();
        const QByteArray title = m_text.sentence(40), countedOn = m_text.sentence(140),
                         turnedOut = m_text.sentence(140), ledTo = m_text.sentence(140);
        const bool refuted = m_text.chance(2);
        m_example.run(id, m_interview, m_participant, m_spokenOf, pick("occurrence"_L1).value,
                      pick("source"_L1).value, pick("breadth"_L1).value, someNumber(60), someNumber(50),
                      QByteArray(refuted             ? "not-mismatch"
                                 : m_text.chance(70) ? "confirmed"
                                                     : "candidate"),
                      0b111, m_now, m_now, m_coder, title, countedOn, turnedOut, ledTo);
        ++m_counts.examples;
        code(fields::example::element, id, 1 + m_text.number(2));
        code(fields::example::believedBy, id, 1);
        for (const Field &field : {fields::example::effect, fields::example::detection,
                                   fields::example::workflowOrigin, fields::example::workflowFound})
            code(field, id, m_text.chance(80) ? 1 : 0);
        for (int gaps = std::array{1, 1, 2, 2, 3, 1, 2, 2, 3, 0}[size_t(m_text.number(10))]; gaps > 0; --gaps)
            writeGap(id);
        if (m_text.chance(2))
            writeGap({});
    }

    void writeGap(std::optional<qint64> example)
    {
        const qint64 id = m_ids.next();
        const QByteArray information = m_text.sentence(60);
        if (example)
            m_gap.run(id, *example, m_interview, m_participant, someNumber(50), m_now, m_now, m_coder,
                      information);
        else
            m_gap.run(id, nullptr, m_interview, m_participant, someNumber(50), m_now, m_now, m_coder,
                      information);
        ++m_counts.gaps;
        code(fields::gap::item, id, m_text.chance(85) ? 1 : 0);
        code(fields::gap::hadBy, id, m_text.chance(80) ? 1 : 0);
        code(fields::gap::owner, id, m_text.chance(92) ? 1 : 0);
        code(fields::gap::neededBy, id, 1 + m_text.number(2));
        code(fields::gap::state, id, m_text.chance(90) ? 1 : 0);
        code(fields::gap::reason, id, m_text.chance(60) ? 1 : 0);
    }

    void code(const Field &field, qint64 target, int count)
    {
        const int facet = facetNumber(field);
        TermId before{};
        for (int i = 0; i < count; ++i) {
            const TermId term = pick(field.facet);
            if (term == before)
                continue;
            before = term;
            m_coding.run(m_ids.next(), target, facet, term.value, m_coder, m_now);
            m_adopted.run(target, facet, term.value);
            ++m_counts.codings;
        }
    }

    /// One of a facet's terms, the earlier ones more often.
    TermId pick(QLatin1StringView facet)
    {
        QVector<TermId> &terms = m_terms[facet];
        if (terms.isEmpty()) {
            for (const Term &term : m_codebook.inFacet(QString(facet), false))
                terms.append(term.id);
        }
        const int size = int(terms.size());
        return terms[std::min(m_text.number(size), m_text.number(size))];
    }

    std::optional<int> someNumber(int percent)
    {
        return m_text.chance(percent) ? std::optional(1 + m_text.number(5)) : std::nullopt;
    }

    Connection &m_db;
    SyntheticText m_text;
    Codebook m_codebook;
    IdGenerator m_ids;
    QHash<QLatin1StringView, QVector<TermId>> m_terms;
    QVector<qint64> m_systems;
    qint64 m_coder = 0, m_version = 0, m_interview = 0, m_participant = 0, m_spokenOf = 0;
    qint64 m_now = firstDay;
    int m_interviews = 0;
    SyntheticCounts m_counts;

    Insert m_system{m_db, "INSERT INTO system(id, alias, created, updated) VALUES (?, ?, ?, ?)"};
    Insert m_participantRow{m_db,
                            "INSERT INTO participant(id, pseudonym, created, updated) VALUES (?, ?, ?, ?)"};
    Insert m_role{
        m_db, "INSERT INTO participant_term(id, participant, field, term, main) VALUES (?, ?, 'role', ?, 1)"};
    Insert m_interviewRow{m_db, "INSERT INTO interview(id, protocol_version, date, created, updated, state) "
                                "VALUES (?, ?, ?, ?, ?, 'complete')"};
    Insert m_participation{m_db,
                           "INSERT INTO interview_participant(id, interview, participant) VALUES (?, ?, ?)"};
    Insert m_holder{m_db, "INSERT INTO interview_coder(id, interview, coder) VALUES (?, ?, ?)"};
    Insert m_example{m_db,
                     "INSERT INTO example(id, interview, participant, system, occurrence, source, breadth, "
                     "severity, confidence, status, given, created, updated, changed_by, title, counted_on, "
                     "turned_out, led_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    Insert m_gap{m_db, "INSERT INTO gap(id, example, interview, participant, importance, created, updated, "
                       "changed_by, information) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    Insert m_coding{
        m_db, "INSERT INTO coding(id, target, facet, term, coder, stage, time) VALUES (?, ?, ?, ?, ?, 2, ?)"};
    Insert m_adopted{m_db, "INSERT INTO adopted(target, facet, term, main, pair, team, other) "
                           "VALUES (?, ?, ?, 0, 0, 0, '')"};
};
} // namespace

SyntheticCounts writeSyntheticStudy(const QString &path, qint64 examples, quint64 seed,
                                    const std::function<void(double)> &progress)
{
    createStudy(path, u"Synthetic study of %1 examples"_s.arg(examples), {u"Bench"_s, u"B"_s});
    SyntheticCounts counts;
    {
        const auto study = Study::open(path, Study::Mode::Write);
        Connection db = study->openWriter();
        db.trustSchema(true); // the triggers write to the search index
        db.execute(u"PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-262144"_s);
        counts = Writer(db, seed).write(examples, progress);
    }
    counts.bytes = QFileInfo(path).size();
    return counts;
}

} // namespace seamfinder::bench
