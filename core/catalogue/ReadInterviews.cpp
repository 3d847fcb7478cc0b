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

QVector<Interview> read(Connection &db, const QString &where, qint64 parameter)
{
    QVector<Interview> interviews;
    QHash<InterviewId, qsizetype> places;
    Query q = db.query(
        u"SELECT interview.id, protocol_version, protocol.title, protocol_version.number, state, language, "
        u"takes_part, "
        "may_record, quotes, date, finished, planned_minutes FROM interview "
        "LEFT JOIN protocol_version ON protocol_version.id = interview.protocol_version "
        "LEFT JOIN protocol ON protocol.id = protocol_version.protocol "
        "WHERE interview.deleted_at IS NULL AND %1 ORDER BY coalesce(date, interview.created) DESC, interview.id DESC"_s
            .arg(where));
    q.bind(parameter);
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
        places.insert(interview.id, interviews.size());
        interviews.append(interview);
    }
    const auto each = [&](const QString &sql, const auto &use) {
        Query rows = db.query(sql);
        while (rows.next()) {
            if (const auto place = places.constFind(rows.id<InterviewId>(0)); place != places.cend())
                use(interviews[*place], rows);
        }
    };
    each(
        u"SELECT interview, participant, pseudonym FROM interview_participant "
        "JOIN participant ON participant.id = participant ORDER BY interview, position, interview_participant.id"_s,
        [](Interview &interview, const Query &row) {
            interview.participants.append(row.id<ParticipantId>(1));
            interview.pseudonyms.append(row.text(2));
        });
    each(u"SELECT interview, system FROM interview_system ORDER BY interview, id"_s,
         [](Interview &interview, const Query &row) { interview.systems.append(row.id<SystemId>(1)); });
    each(
        u"SELECT interview, count(*) FROM example WHERE deleted_at IS NULL AND relevant = 1 GROUP BY interview"_s,
        [](Interview &interview, const Query &row) { interview.examples = int(row.integer(1)); });
    each(
        u"SELECT interview, count(*) FROM gap WHERE deleted_at IS NULL AND relevant = 1 GROUP BY interview"_s,
        [](Interview &interview, const Query &row) { interview.gaps = int(row.integer(1)); });
    return interviews;
}
} // namespace

QVector<Interview> readInterviews(Connection &db)
{
    return read(db, u"?1 = 0"_s, 0);
}

std::optional<Interview> readInterview(Connection &db, InterviewId id)
{
    const QVector<Interview> found = read(db, u"interview.id = ?1"_s, id.value);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

QVector<Answer> readAnswers(Connection &db, InterviewId interview)
{
    QVector<Answer> answers;
    Query q = db.query(
        u"SELECT id, question, instances, value, missing, note, relevant, updated FROM answer WHERE interview = ? ORDER BY id"_s);
    q.bind(interview);
    while (q.next()) {
        answers.append({q.id<AnswerId>(0),
                        {q.text(1), q.text(2)},
                        q.isNull(3) ? std::nullopt : std::optional(q.text(3)),
                        q.isNull(4) ? std::nullopt : missingCodeFromKey(q.text(4)),
                        q.text(5),
                        q.integer(6) != 0,
                        q.integer(7)});
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

QVector<ParadataEvent> readParadata(Connection &db, InterviewId interview)
{
    QVector<ParadataEvent> events;
    Query q = db.query(
        u"SELECT paradata.session, anchor + offset_ms, offset_ms, event, question, instances, detail "
        "FROM paradata_session JOIN paradata ON paradata.session = paradata_session.id "
        "WHERE interview = ? ORDER BY paradata.id"_s);
    q.bind(interview);
    while (q.next())
        events.append(
            {q.integer(0), q.integer(1), q.integer(2), q.text(3), {q.text(4), q.text(5)}, q.text(6)});
    return events;
}

} // namespace seamfinder
