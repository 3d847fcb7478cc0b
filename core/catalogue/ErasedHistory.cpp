#include "core/catalogue/ErasedHistory.h"

#include "core/catalogue/AskedQuestions.h"
#include "core/catalogue/ChangesetRewrite.h"
#include "core/catalogue/Connection.h"
#include "core/catalogue/ErasedRows.h"
#include "core/catalogue/Query.h"

#include <algorithm>
#include <unordered_set>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// Where recorded rows name whose they are. Migrations add columns at the end alone.
struct Columns
{
    QByteArray table;
    std::vector<size_t> owners; ///< participant, interview, or what it is part of
    std::vector<size_t> takes;  ///< what goes along if nothing else has it
};

const std::vector<Columns> &knownTables()
{
    static const std::vector<Columns> tables{
        {"answer", {1, 8}, {}},   {"example", {1, 2}, {3, 4}}, {"gap", {1, 2, 3}, {}},
        {"practice", {1, 2}, {}}, {"mark", {1}, {}},           {"interview_participant", {1, 2}, {1}},
        {"interview", {0}, {}},   {"system", {0}, {}},         {"incident", {0}, {}},
        {"transcript", {1}, {}},  {"participant", {0}, {}},
    };
    return tables;
}

constexpr size_t nameColumn = 1; // of a participant

struct Change
{
    qint64 entry = 0, row = 0;
    const Columns *table = nullptr;
    QVector<qint64> owners, takes;
    qint64 interview = 0, speaker = 0; ///< of an answer or mark that is told whole
    QString question, instances;
    bool isWhole = false, hasText = false;
    bool isNamed = false; ///< a participant of the same pseudonym: the beginning was undone, and made anew
};

/// The changes of the journal that may be theirs, without what they say.
class History
{
public:
    History(Connection &db, const ErasedRows &rows, const QHash<qint64, QVector<qint64>> &firstOf)
        : m_db(db)
        , m_rows(rows)
        , m_firstOf(firstOf)
        , m_questions(db)
    {
        for (const qint64 participant : rows.byTable().value(u"participant"_s)) {
            Query q = db.query(u"SELECT pseudonym FROM participant WHERE id = ?"_s);
            q.bind(participant);
            if (q.next())
                m_names.append(q.text(0).toUtf8());
        }
        read();
    }

    ErasedHistory found()
    {
        size_t known = 0;
        do {
            known = m_gone.size() + m_answers.size();
            for (const Change &change : m_changes)
                learn(change);
        } while (m_gone.size() + m_answers.size() > known);
        ErasedHistory history;
        history.gone = {m_gone.begin(), m_gone.end()};
        history.places = m_places;
        addExistingPlaces(history);
        std::unordered_set<qint64> entries;
        for (const Change &change : m_changes) {
            if (is(change, "answer") && (m_answers.contains(change.row) || m_rows.contains(change.row)))
                entries.insert(change.entry);
        }
        for (const Change &change : m_changes) {
            const bool writes = change.hasText && entries.contains(change.entry) &&
                                (is(change, "example") || is(change, "gap") || is(change, "practice") ||
                                 is(change, "system"));
            if (writes && !isErased(change.row) && !history.written.contains(change.row))
                history.written.append(change.row);
        }
        return history;
    }

private:
    [[nodiscard]] static bool is(const Change &change, const char *table)
    {
        return change.table->table == table;
    }
    [[nodiscard]] bool isErased(qint64 row) const
    {
        return row != 0 && (m_rows.contains(row) || m_gone.contains(row));
    }

    void read()
    {
        Query q = m_db.query(u"SELECT entry, changeset FROM journal_chunk ORDER BY entry, number"_s);
        while (q.next()) {
            const qint64 entry = q.integer(0);
            static_cast<void>(changeset::rewritten(q.blob(1), [&](const changeset::RecordedChange &recorded) {
                add(entry, recorded);
                return true; // only read
            }));
        }
    }

    void add(qint64 entry, const changeset::RecordedChange &recorded)
    {
        const auto table = std::ranges::find(knownTables(), recorded.table, &Columns::table);
        if (table == knownTables().end())
            return;
        Change change;
        change.entry = entry;
        change.row = recorded.row();
        change.table = &*table;
        change.isWhole = recorded.before.empty() || recorded.after.empty();
        for (const auto *side : {&recorded.before, &recorded.after}) {
            const auto take = [side](const std::vector<size_t> &columns, QVector<qint64> &ids) {
                for (const size_t column : columns) {
                    if (column < side->size() && (*side)[column].integer() != 0)
                        ids.append((*side)[column].integer());
                }
            };
            take(table->owners, change.owners);
            take(table->takes, change.takes);
            change.isNamed = change.isNamed || (is(change, "participant") && side->size() > nameColumn &&
                                                m_names.contains((*side)[nameColumn].bytes));
            change.hasText =
                change.hasText || std::ranges::any_of(*side, [](const changeset::RecordedValue &value) {
                    return value.type == changeset::RecordedValue::Type::Text && !value.bytes.isEmpty();
                });
        }
        if (change.isWhole)
            addPlace(change, recorded.before.empty() ? recorded.after : recorded.before);
        if (is(change, "interview") || is(change, "system") || is(change, "incident"))
            m_parts.insert(change.row, change.table);
        m_changes.append(change);
    }

    static void addPlace(Change &change, const std::vector<changeset::RecordedValue> &row)
    {
        const size_t question = is(change, "answer") ? 2 : is(change, "mark") ? 3 : 0;
        if (question == 0 || row.size() <= question + 1)
            return;
        change.interview = row[1].integer();
        change.question = QString::fromUtf8(row[question].bytes);
        change.instances = QString::fromUtf8(row[question + 1].bytes);
        if (is(change, "answer") && row.size() > 8)
            change.speaker = row[8].integer();
    }

    void learn(const Change &change)
    {
        if (!isTheirs(change))
            return;
        if (is(change, "answer")) {
            m_answers.insert(change.row);
            if (change.interview != 0 && !isPlace(change))
                m_places.append({InterviewId{change.interview}, {change.question, change.instances}});
        }
        forget(change.row, change.table->table);
        for (const qint64 taken : change.takes) {
            if (const Columns *table = m_parts.value(taken))
                forget(taken, table->table);
        }
    }

    [[nodiscard]] bool isTheirs(const Change &change)
    {
        if (isErased(change.row) ||
            std::ranges::any_of(change.owners, [this](qint64 owner) { return isErased(owner); }))
            return true;
        if (change.isNamed)
            return true;
        if (is(change, "mark"))
            return isPlace(change);
        const auto people = m_firstOf.constFind(change.interview);
        return is(change, "answer") && change.isWhole && people != m_firstOf.cend() &&
               !people->contains(change.speaker) &&
               !m_questions.isOfTheInterview(InterviewId{change.interview}, change.question);
    }

    [[nodiscard]] bool isPlace(const Change &change) const
    {
        return std::ranges::any_of(m_places, [&change](const ErasedHistory::Place &each) {
            return each.interview.value == change.interview && each.place.question == change.question &&
                   each.place.instances == change.instances;
        });
    }

    void forget(qint64 row, const QByteArray &table)
    {
        if (isErased(row))
            return;
        Query q = m_db.query(u"SELECT 1 FROM %1 WHERE id = ?"_s.arg(QString::fromUtf8(table)));
        q.bind(row);
        if (!q.next())
            m_gone.insert(row);
    }

    /// Answers that are somebody else's by now are told of only by their change.
    void addExistingPlaces(ErasedHistory &history)
    {
        for (const qint64 answer : m_answers) {
            Query q = m_db.query(u"SELECT interview, question, instances FROM answer WHERE id = ?"_s);
            q.bind(answer);
            if (q.next())
                history.places.append({q.id<InterviewId>(0), {q.text(1), q.text(2)}});
        }
    }

    Connection &m_db;
    const ErasedRows &m_rows;
    const QHash<qint64, QVector<qint64>> &m_firstOf;
    AskedQuestions m_questions;
    QVector<Change> m_changes;
    QVector<QByteArray> m_names;
    QHash<qint64, const Columns *> m_parts; ///< what may be part of something else
    std::unordered_set<qint64> m_gone, m_answers;
    QVector<ErasedHistory::Place> m_places;
};
} // namespace

ErasedHistory ErasedHistory::of(Connection &db, const ErasedRows &rows,
                                const QHash<qint64, QVector<qint64>> &firstOf)
{
    return History(db, rows, firstOf).found();
}

} // namespace seamfinder
