#include "core/catalogue/ReadInterviews.h"

#include "core/catalogue/Query.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
std::optional<qint64> optionalInteger(const Query &q, int column)
{
    return q.isNull(column) ? std::nullopt : std::optional(q.integer(column));
}

QString optionalText(const Query &q, int column)
{
    return q.isNull(column) ? QString() : q.text(column);
}

/// Reads all interviews, or one: then nothing is read that is not about it.
class InterviewReader
{
public:
    InterviewReader(Connection &db, std::optional<InterviewId> only)
        : m_db(db)
        , m_only(only)
    {
        readRows();
        each(
            u"SELECT interview, participant, pseudonym FROM interview_participant JOIN participant "
            "ON participant.id = participant WHERE %1 ORDER BY interview, position, interview_participant.id"_s,
            [](Interview &interview, const Query &row) {
                interview.participants.append(row.id<ParticipantId>(1));
                interview.pseudonyms.append(row.text(2));
            });
    }

    void readSystems()
    {
        each(u"SELECT interview, system FROM interview_system WHERE %1 ORDER BY interview, id"_s,
             [](Interview &interview, const Query &row) { interview.systems.append(row.id<SystemId>(1)); });
    }

    void countUnits()
    {
        const QString shown = u" WHERE %1 AND deleted_at IS NULL AND relevant = 1 GROUP BY interview"_s;
        // Of all, by the covering index: the gaps' texts are ten times its size.
        const QString gaps = m_only ? u"gap"_s : u"gap INDEXED BY gap_facts"_s;
        each(u"SELECT interview, count(*) FROM example"_s + shown,
             [](Interview &interview, const Query &row) { interview.examples = int(row.integer(1)); });
        each(u"SELECT interview, count(*) FROM "_s + gaps + shown,
             [](Interview &interview, const Query &row) { interview.gaps = int(row.integer(1)); });
    }

    QVector<Interview> interviews;

private:
    void readRows()
    {
        Query q = m_db.query(
            u"SELECT interview.id, protocol_version, protocol.title, "
            u"protocol_version.number, state, language, "
            "takes_part, may_record, quotes, date, finished, planned_minutes, locked FROM interview "
            "LEFT JOIN protocol_version ON protocol_version.id = interview.protocol_version "
            "LEFT JOIN protocol ON protocol.id = protocol_version.protocol WHERE "
            "interview.deleted_at IS NULL %1 "
            "ORDER BY coalesce(date, interview.created) DESC, interview.id DESC"_s.arg(
                m_only ? u"AND interview.id = ?"_s : QString()));
        if (m_only)
            q.bind(*m_only);
        while (q.next()) {
            Interview interview;
            interview.id = q.id<InterviewId>(0);
            interview.version = q.id<ProtocolVersionId>(1);
            interview.protocolTitle = optionalText(q, 2);
            interview.protocolNumber = int(q.integer(3));
            interview.state = q.text(4);
            interview.language = q.text(5);
            interview.takesPart = optionalText(q, 6);
            interview.mayRecord = optionalText(q, 7);
            interview.quotes = optionalText(q, 8);
            interview.date = optionalInteger(q, 9);
            interview.finished = optionalInteger(q, 10);
            interview.plannedMinutes = q.isNull(11) ? std::nullopt : std::optional(int(q.integer(11)));
            interview.locked = q.integer(12) != 0;
            m_places.insert(interview.id, interviews.size());
            interviews.append(interview);
        }
    }

    template <class Use>
    void each(const QString &sql, const Use &use)
    {
        Query rows = m_db.query(sql.arg(m_only ? u"interview = ?"_s : u"interview IS NOT NULL"_s));
        if (m_only)
            rows.bind(*m_only);
        while (rows.next()) {
            if (const auto place = m_places.constFind(rows.id<InterviewId>(0)); place != m_places.cend())
                use(interviews[*place], rows);
        }
    }

    Connection &m_db;
    std::optional<InterviewId> m_only;
    QHash<InterviewId, qsizetype> m_places;
};
} // namespace

QVector<Interview> readInterviews(Connection &db)
{
    InterviewReader reader(db, std::nullopt);
    reader.readSystems();
    reader.countUnits();
    return reader.interviews;
}

QVector<Interview> readInterviewNames(Connection &db)
{
    return InterviewReader(db, std::nullopt).interviews;
}

std::optional<Interview> readInterview(Connection &db, InterviewId id)
{
    InterviewReader reader(db, id);
    reader.readSystems();
    reader.countUnits();
    return reader.interviews.isEmpty() ? std::nullopt : std::optional(reader.interviews.first());
}

int countInterviewSystems(Connection &db, InterviewId interview)
{
    Query q = db.query(u"SELECT count(*) FROM interview_system WHERE interview = ?"_s);
    q.bind(interview);
    return q.next() ? int(q.integer(0)) : 0;
}

QVector<CoderId> readInterviewers(Connection &db, InterviewId interview)
{
    QVector<CoderId> coders;
    Query q = db.query(u"SELECT coder FROM interview_coder WHERE interview = ? ORDER BY id"_s);
    q.bind(interview);
    while (q.next())
        coders.append(q.id<CoderId>(0));
    return coders;
}

QVector<Answer> readAnswers(Connection &db, InterviewId interview)
{
    QVector<Answer> answers;
    Query q = db.query(
        u"SELECT id, question, instances, value, missing, note, relevant, updated, speaker FROM answer WHERE interview = ? ORDER BY id"_s);
    q.bind(interview);
    while (q.next()) {
        answers.append({q.id<AnswerId>(0),
                        {q.text(1), q.text(2)},
                        q.isNull(3) ? std::nullopt : std::optional(q.text(3)),
                        q.isNull(4) ? std::nullopt : missingCodeFromKey(q.text(4)),
                        q.text(5),
                        q.integer(6) != 0,
                        q.integer(7),
                        q.id<ParticipantId>(8)});
    }
    return answers;
}

QVector<RepeatInstance> readRepeatInstances(Connection &db, InterviewId interview)
{
    QVector<RepeatInstance> instances;
    Query q = db.query(
        u"SELECT id, repeat, instances FROM repeat_instance WHERE interview = ? ORDER BY position, id"_s);
    q.bind(interview);
    while (q.next())
        instances.append({q.integer(0), q.text(1), q.text(2)});
    return instances;
}

QVector<ProbeAsked> readProbesAsked(Connection &db, InterviewId interview)
{
    QVector<ProbeAsked> probes;
    Query q = db.query(
        u"SELECT question, instances, probe, time FROM probe_asked WHERE interview = ? ORDER BY id"_s);
    q.bind(interview);
    while (q.next())
        probes.append({{q.text(0), q.text(1)}, q.text(2), q.integer(3)});
    return probes;
}

std::optional<Position> readPosition(Connection &db, InterviewId interview)
{
    Query q = db.query(u"SELECT question, instances, caret FROM position WHERE interview = ?"_s);
    q.bind(interview);
    if (!q.next())
        return std::nullopt;
    return Position{{q.text(0), q.text(1)}, int(q.integer(2))};
}

InterviewId readLastInterview(Connection &db)
{
    Query q = db.query(
        u"SELECT position.interview FROM position JOIN interview ON interview.id = position.interview "
        "WHERE deleted_at IS NULL AND state IN ('in-progress', 'paused') ORDER BY position.updated DESC LIMIT 1"_s);
    return q.next() ? q.id<InterviewId>(0) : InterviewId{};
}

InterviewId readLastWrittenInterview(Connection &db)
{
    Query q =
        db.query(u"SELECT paradata_session.interview FROM paradata "
                 "JOIN paradata_session ON paradata_session.id = paradata.session "
                 "JOIN interview ON interview.id = paradata_session.interview "
                 "WHERE deleted_at IS NULL AND state <> 'withdrawn' ORDER BY paradata.id DESC LIMIT 1"_s);
    return q.next() ? q.id<InterviewId>(0) : InterviewId{};
}

QVector<Transcript> readTranscripts(Connection &db, InterviewId interview)
{
    QVector<Transcript> transcripts;
    Query q = db.query(
        u"SELECT id, interview, title, text FROM transcript WHERE interview = ? AND deleted_at IS NULL ORDER BY id"_s);
    q.bind(interview);
    while (q.next())
        transcripts.append({q.id<TranscriptId>(0), q.id<InterviewId>(1), q.text(2), q.text(3)});
    return transcripts;
}

namespace {
QVector<ParadataEvent> readEvents(Connection &db, InterviewId interview, const QString &detail)
{
    QVector<ParadataEvent> events;
    Query q =
        db.query(u"SELECT paradata.session, anchor + offset_ms, offset_ms, event, question, instances, %1 "
                 "FROM paradata_session JOIN paradata ON paradata.session = paradata_session.id "
                 "WHERE interview = ? ORDER BY paradata.id"_s.arg(detail));
    q.bind(interview);
    while (q.next())
        events.append(
            {q.integer(0), q.integer(1), q.integer(2), q.text(3), {q.text(4), q.text(5)}, q.text(6)});
    return events;
}
} // namespace

QVector<ParadataEvent> readParadata(Connection &db, InterviewId interview)
{
    return readEvents(db, interview, u"detail"_s);
}

QVector<ParadataEvent> readParadataMoments(Connection &db, InterviewId interview)
{
    return readEvents(db, interview, u"CASE event WHEN 'changed' THEN '' ELSE detail END"_s);
}

} // namespace seamfinder
