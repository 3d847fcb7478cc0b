#include "core/catalogue/ErasedRows.h"

#include "core/catalogue/AskedQuestions.h"
#include "core/catalogue/Connection.h"
#include "core/catalogue/ErasedHistory.h"
#include "core/catalogue/ParadataChange.h"
#include "core/catalogue/Query.h"
#include "core/domain/Error.h"

#include <optional>

namespace seamfinder {

using namespace Qt::StringLiterals;

/// Follows the references from a participant or an interview to everything that belongs to them.
class ErasureSearch
{
public:
    ErasureSearch(Connection &db, ErasedRows &rows)
        : m_db(db)
        , m_rows(rows)
        , m_questions(db)
    {
    }

    void addParticipant(qint64 participant)
    {
        require(u"participant"_s, participant);
        addMatching(u"participant_term"_s, u"participant"_s, participant);
        for (const qint64 interview :
             ids(u"SELECT interview FROM interview_participant WHERE participant = ?"_s, participant)) {
            if (hasOthers(interview, participant))
                m_rows.m_joint.append(InterviewId{interview});
            else
                addInterview(interview);
        }
        for (const QString &table : {u"interview_participant"_s, u"example"_s, u"gap"_s, u"practice"_s})
            addMatching(table, u"participant"_s, participant);
        addMatching(u"excerpt"_s, u"speaker"_s, participant);
        addAnswersOf(participant);
        for (const InterviewId interview : std::as_const(m_rows.m_joint)) {
            const QVector<qint64> people = peopleOf(interview.value);
            if (people.value(0) != participant)
                continue;
            m_firstOf.insert(interview.value, people);
            addAnswersOfNobody(interview.value, people);
        }
        m_rows.m_transcripts = jointTranscripts(m_db, m_rows.m_joint, ParticipantId{participant});
        m_participant = participant;
    }

    void addInterview(qint64 interview)
    {
        require(u"interview"_s, interview);
        for (const qint64 system :
             ids(u"SELECT system FROM interview_system WHERE interview = ?"_s, interview))
            m_systems.insert(system);
        for (const QString &table :
             {u"answer"_s, u"repeat_instance"_s, u"probe_asked"_s, u"sitting"_s, u"interview_participant"_s,
              u"interview_coder"_s, u"interview_system"_s, u"transcript"_s, u"mark"_s, u"example"_s, u"gap"_s,
              u"practice"_s, u"paradata_session"_s, u"position"_s})
            addMatching(table, u"interview"_s, interview);
    }

    void addWhatBelongs()
    {
        for (const qint64 example : m_rows.byTable().value(u"example"_s))
            addPartsOfExample(example);
        dropOrphans(u"system"_s, m_systems);
        dropOrphans(u"incident"_s, m_incidents);
        for (const QString &table :
             {u"participant"_s, u"interview"_s, u"interview_participant"_s, u"system"_s, u"answer"_s,
              u"transcript"_s, u"example"_s, u"gap"_s, u"practice"_s, u"mark"_s, u"incident"_s}) {
            for (const qint64 target : m_rows.byTable().value(table))
                addWhatPointsTo(target);
        }
        for (const QString &table : {u"answer"_s, u"transcript"_s, u"example"_s}) {
            for (const qint64 source : m_rows.byTable().value(table))
                addMatching(u"excerpt"_s, u"source"_s, source);
        }
        addHistory();
        addPassagesOfTheirTurns();
        addMarksOfJointInterviews();
        for (const qint64 evidence : m_rows.byTable().value(u"evidence"_s))
            addExcerptOf(evidence);
        // A passage of theirs that speaks for somebody else's example.
        for (const qint64 excerpt : m_rows.byTable().value(u"excerpt"_s))
            addMatching(u"evidence"_s, u"excerpt"_s, excerpt);
        for (const qint64 session : m_rows.byTable().value(u"paradata_session"_s))
            addMatching(u"paradata"_s, u"session"_s, session);
        addParadataOfJointAnswers();
        addParadataOfTheirRows();
        addMergeBases();
    }

private:
    void require(const QString &table, qint64 row)
    {
        Query q = m_db.query(u"SELECT id FROM %1 WHERE id = ?"_s.arg(table));
        q.bind(row);
        if (!q.next())
            throw Error(ErrorCode::NotFound, u"no such row in "_s + table, QString::number(row));
        m_rows.add(table, row);
    }

    QVector<qint64> ids(const QString &sql, qint64 value)
    {
        QVector<qint64> found;
        Query q = m_db.query(sql);
        q.bind(value);
        while (q.next())
            found.append(q.integer(0));
        return found;
    }

    void addMatching(const QString &table, const QString &column, qint64 value)
    {
        const QString key = table == "position"_L1 ? u"interview"_s : u"id"_s;
        for (const qint64 row : ids(u"SELECT %1 FROM %2 WHERE %3 = ?"_s.arg(key, table, column), value))
            m_rows.add(table, row);
    }

    /// In the order in which they are named: an answer without a speaker is the first one's.
    QVector<qint64> peopleOf(qint64 interview)
    {
        return ids(
            u"SELECT participant FROM interview_participant WHERE interview = ? ORDER BY position, id"_s,
            interview);
    }

    bool hasOthers(qint64 interview, qint64 participant)
    {
        const QVector<qint64> people = peopleOf(interview);
        return people.count(participant) < people.size();
    }

    /// Not what is of an interview that stays: KeptPicks takes out of that what goes.
    void addAnswersOf(qint64 participant)
    {
        Query q = m_db.query(u"SELECT id, interview, question FROM answer WHERE speaker = ?"_s);
        q.bind(participant);
        while (q.next()) {
            if (!m_questions.isOfTheInterview(q.id<InterviewId>(1), q.text(2)))
                m_rows.add(u"answer"_s, q.integer(0));
        }
    }

    /// Also of somebody who is in the interview no longer: they are shown as the first one's, too.
    void addAnswersOfNobody(qint64 interview, const QVector<qint64> &people)
    {
        Query q = m_db.query(u"SELECT id, speaker, question FROM answer WHERE interview = ?"_s);
        q.bind(interview);
        while (q.next()) {
            if (!people.contains(q.integer(1)) &&
                !m_questions.isOfTheInterview(InterviewId{interview}, q.text(2)))
                m_rows.add(u"answer"_s, q.integer(0));
        }
    }

    void addHistory()
    {
        const ErasedHistory history = ErasedHistory::of(m_db, m_rows, m_firstOf);
        for (const qint64 row : history.gone)
            m_rows.m_ids.insert(row);
        m_rows.m_written = history.written;
        // How an interview went is kept when its beginning is undone.
        Query sessions = m_db.query(u"SELECT id, interview FROM paradata_session"_s);
        while (sessions.next()) {
            if (m_rows.contains(sessions.integer(1)))
                m_rows.add(u"paradata_session"_s, sessions.integer(0));
        }
        for (const ErasedHistory::Place &each : history.places)
            addEvents(each.interview.value, each.place.question, each.place.instances);
    }

    void addPassagesOfTheirTurns()
    {
        for (const JointTranscript &transcript : m_rows.transcripts()) {
            Query q =
                m_db.query(u"SELECT id, start, end FROM excerpt WHERE source = ? AND start IS NOT NULL"_s);
            q.bind(transcript.id);
            while (q.next()) {
                if (transcript.hasTheirs(int(q.integer(1)), int(q.integer(2))))
                    m_rows.add(u"excerpt"_s, q.integer(0));
            }
        }
    }

    /// A mark is of whoever said its words, else of whoever answered where it was made.
    void addMarksOfJointInterviews()
    {
        for (const InterviewId interview : m_rows.joint()) {
            const bool isFirst = peopleOf(interview.value).value(0) == m_participant;
            QVector<qint64> theirs;
            Query q =
                m_db.query(u"SELECT mark.id, excerpt.id, speaker, question, instances FROM mark "
                           "LEFT JOIN evidence ON evidence.target = mark.id "
                           "LEFT JOIN excerpt ON excerpt.id = evidence.excerpt WHERE mark.interview = ?"_s);
            q.bind(interview);
            while (q.next()) {
                const bool said = m_rows.contains(q.integer(1)) || q.integer(2) == m_participant;
                if (said || (q.integer(2) == 0 &&
                             isAnsweredByThem(interview, q.text(3), q.text(4)).value_or(isFirst)))
                    theirs.append(q.integer(0));
            }
            for (const qint64 mark : std::as_const(theirs)) {
                m_rows.add(u"mark"_s, mark);
                addWhatPointsTo(mark);
            }
        }
    }

    std::optional<bool> isAnsweredByThem(InterviewId interview, const QString &question,
                                         const QString &instances)
    {
        Query q =
            m_db.query(u"SELECT id FROM answer WHERE interview = ? AND question = ? AND instances = ?"_s);
        q.bind(interview, question, instances);
        std::optional<bool> byThemAlone;
        while (q.next())
            byThemAlone = byThemAlone.value_or(true) && m_rows.contains(q.integer(0));
        return byThemAlone;
    }

    void addPartsOfExample(qint64 example)
    {
        addMatching(u"gap"_s, u"example"_s, example);
        addMatching(u"example_link"_s, u"from_example"_s, example);
        addMatching(u"example_link"_s, u"to_example"_s, example);
        Query q = m_db.query(u"SELECT system, incident FROM example WHERE id = ?"_s);
        q.bind(example);
        if (q.next()) {
            m_systems.insert(q.integer(0));
            m_incidents.insert(q.integer(1));
        }
    }

    /// Systems and incidents that nobody else speaks about.
    void dropOrphans(const QString &table, const std::unordered_set<qint64> &candidates)
    {
        for (const qint64 row : candidates) {
            if (row == 0)
                continue;
            bool others = false;
            for (const qint64 example : ids(u"SELECT id FROM example WHERE %1 = ?"_s.arg(table), row))
                others = others || !m_rows.contains(example);
            if (table == "system"_L1) {
                for (const qint64 link : ids(u"SELECT id FROM interview_system WHERE system = ?"_s, row))
                    others = others || !m_rows.contains(link);
            }
            if (!others)
                m_rows.add(table, row);
        }
    }

    void addWhatPointsTo(qint64 target)
    {
        for (const QString &table : {u"coding"_s, u"field_missing"_s, u"evidence"_s, u"memo"_s})
            addMatching(table, u"target"_s, target);
    }

    void addExcerptOf(qint64 evidence)
    {
        for (const qint64 excerpt : ids(u"SELECT excerpt FROM evidence WHERE id = ?"_s, evidence)) {
            bool others = false;
            for (const qint64 other : ids(u"SELECT id FROM evidence WHERE excerpt = ?"_s, excerpt))
                others = others || !m_rows.contains(other);
            if (!others)
                m_rows.add(u"excerpt"_s, excerpt);
        }
    }

    /// In an interview with others the events at the questions that this participant answered.
    void addParadataOfJointAnswers()
    {
        for (const InterviewId interview : m_rows.joint()) {
            for (const qint64 answer : m_rows.byTable().value(u"answer"_s)) {
                Query q =
                    m_db.query(u"SELECT question, instances FROM answer WHERE id = ? AND interview = ?"_s);
                q.bind(answer, interview);
                if (q.next())
                    addEvents(interview.value, q.text(0), q.text(1));
            }
        }
    }

    /// In whatever interview their examples were written: such an event names the row and holds its texts.
    void addParadataOfTheirRows()
    {
        Query q = m_db.query(u"SELECT id, detail FROM paradata WHERE event = 'changed' AND detail <> ''"_s);
        while (q.next()) {
            const auto change = ParadataChange::fromDetail(q.text(1));
            if (change && change->row && m_rows.contains(change->row))
                m_rows.add(u"paradata"_s, q.integer(0));
        }
    }

    /// Not what tells of the clock alone: the time is that of the others, too.
    void addEvents(qint64 interview, const QString &question, const QString &instances)
    {
        for (const qint64 session :
             ids(u"SELECT id FROM paradata_session WHERE interview = ?"_s, interview)) {
            Query q = m_db.query(
                u"SELECT id, detail FROM paradata WHERE session = ? AND question = ? AND instances = ? "
                "AND NOT (detail = '' AND (event IN ('begin', 'pause', 'resume', 'finish') OR "
                "instances = '' AND event IN ('shown', 'jump')))"_s);
            q.bind(session, question, instances);
            while (q.next()) {
                // Others may have answered there, too.
                const auto change = ParadataChange::fromDetail(q.text(1));
                const bool isOfOther =
                    change && change->by && m_participant && change->by.value != m_participant;
                if (!isOfOther)
                    m_rows.add(u"paradata"_s, q.integer(0));
            }
        }
    }

    void addMergeBases()
    {
        Query q = m_db.query(u"SELECT id, row FROM merge_base"_s);
        while (q.next()) {
            if (m_rows.contains(q.integer(1)) || m_rows.written().contains(q.integer(1)))
                m_rows.add(u"merge_base"_s, q.integer(0));
        }
    }

    Connection &m_db;
    ErasedRows &m_rows;
    AskedQuestions m_questions;
    QHash<qint64, QVector<qint64>> m_firstOf; ///< who is in the interviews in which they are the first
    qint64 m_participant = 0;
    std::unordered_set<qint64> m_systems, m_incidents;
};

ErasedRows ErasedRows::of(Connection &db, const Withdrawal &withdrawal)
{
    ErasedRows rows;
    ErasureSearch search(db, rows);
    if (withdrawal.participant)
        search.addParticipant(withdrawal.participant.value);
    else
        search.addInterview(withdrawal.interview.value);
    search.addWhatBelongs();
    return rows;
}

void ErasedRows::keep(const QString &table)
{
    for (const qint64 row : m_rows.take(table))
        m_ids.erase(row);
}

bool ErasedRows::add(const QString &table, qint64 row)
{
    QVector<qint64> &rows = m_rows[table];
    // A position has its interview's id, which is erased, too.
    if (table != "position"_L1 && !m_ids.insert(row).second)
        return false;
    rows.append(row);
    return true;
}

} // namespace seamfinder
