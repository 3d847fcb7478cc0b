#include "core/catalogue/EditInterview.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/Tables.h"
#include "core/domain/Error.h"

#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
void setColumn(Edit &edit, InterviewId interview, const QString &column, const QVariant &value)
{
    edit.db()
        .query(
            u"UPDATE interview SET %1 = ?1, updated = ?2, revision = ?3, changed_by = ?4 WHERE id = ?5 AND %1 IS NOT ?1"_s
                .arg(column))
        .bind(value, edit.now(), edit.entry(), edit.coder(), interview)
        .run();
}

QVector<ParticipantId> peopleOf(Edit &edit, InterviewId interview)
{
    QVector<ParticipantId> people;
    Query q = edit.db().query(
        u"SELECT participant FROM interview_participant WHERE interview = ? ORDER BY position, id"_s);
    q.bind(interview);
    while (q.next())
        people.append(q.id<ParticipantId>(0));
    return people;
}

/// `of`: of this participant; none: the first that stands there.
AnswerId answerRow(Edit &edit, InterviewId interview, const AnswerPlace &place, ParticipantId of)
{
    requireUnlocked(edit, interview);
    const QVector<ParticipantId> people = of ? peopleOf(edit, interview) : QVector<ParticipantId>();
    Query q = edit.db().query(u"SELECT id, speaker FROM answer WHERE interview = ? AND question = ? "
                              "AND instances = ? ORDER BY id"_s);
    q.bind(interview, place.question, place.instances);
    while (q.next()) {
        const auto named = q.id<ParticipantId>(1);
        if (!of || of == (people.contains(named) ? named : people.value(0)))
            return q.id<AnswerId>(0);
    }
    const auto id = edit.newId<AnswerId>();
    // Of several participants the first speaks until another is named. That is kept, so that it stays theirs
    // when one of them leaves; alone nobody is named.
    edit.db()
        .query(
            u"INSERT INTO answer(id, interview, question, instances, created, updated, revision, changed_by, "
            "speaker) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, (SELECT coalesce(?9, participant) "
            "FROM interview_participant WHERE interview = ?2 AND (SELECT count(*) FROM interview_participant "
            "WHERE interview = ?2) > 1 "
            "ORDER BY position, id LIMIT 1)"_s)
        .bind(id, interview, place.question, place.instances, edit.now(), edit.now(), edit.entry(),
              edit.coder(), of ? QVariant(of.value) : QVariant())
        .run();
    return id;
}

void setAnswerColumn(Edit &edit, AnswerId answer, const QString &column, const QVariant &value)
{
    edit.db()
        .query(
            u"UPDATE answer SET %1 = ?1, updated = ?2, revision = ?3, changed_by = ?4 WHERE id = ?5 AND %1 IS NOT ?1"_s
                .arg(column))
        .bind(value, edit.now(), edit.entry(), edit.coder(), answer)
        .run();
}

void setRelevant(Edit &edit, const QString &table, qint64 row, bool relevant)
{
    edit.db()
        .query(
            u"UPDATE %1 SET relevant = ?1, revision = ?2, changed_by = ?3 WHERE id = ?4 AND relevant <> ?1"_s
                .arg(table))
        .bind(relevant, edit.entry(), edit.coder(), row)
        .run();
}

void closeSittings(Edit &edit, InterviewId interview)
{
    edit.db()
        .query(u"UPDATE sitting SET ended = ? WHERE interview = ? AND ended IS NULL"_s)
        .bind(edit.now(), interview)
        .run();
}

void openSitting(Edit &edit, InterviewId interview)
{
    closeSittings(edit, interview);
    edit.db()
        .query(u"INSERT INTO sitting(id, interview, began) VALUES (?, ?, ?)"_s)
        .bind(edit.nextId(), interview, edit.now())
        .run();
}
} // namespace

InterviewId createInterview(Edit &edit, ProtocolVersionId version, const QVector<ParticipantId> &participants)
{
    const auto id = edit.newId<InterviewId>();
    Connection &db = edit.db();
    db.query(
          u"INSERT INTO interview(id, protocol_version, created, updated, revision, changed_by) VALUES (?, ?, ?, ?, ?, ?)"_s)
        .bind(id, version, edit.now(), edit.now(), edit.entry(), edit.coder())
        .run();
    int position = 0;
    for (const ParticipantId participant : participants) {
        db.query(
              u"INSERT INTO interview_participant(id, interview, participant, position) VALUES (?, ?, ?, ?)"_s)
            .bind(edit.nextId(), id, participant, position++)
            .run();
    }
    if (edit.coder()) {
        db.query(u"INSERT INTO interview_coder(id, interview, coder) VALUES (?, ?, ?)"_s)
            .bind(edit.nextId(), id, edit.coder())
            .run();
    }
    return id;
}

void setInterviewLocked(Edit &edit, InterviewId interview, bool locked)
{
    setColumn(edit, interview, u"locked"_s, int(locked));
}

void requireUnlocked(Edit &edit, InterviewId interview)
{
    if (interview &&
        edit.db().query(u"SELECT 1 FROM interview WHERE id = ? AND locked = 1"_s).bind(interview).next())
        throw Error(ErrorCode::InvalidInput, u"the interview is locked as complete; unlock it first"_s,
                    lockedInterview);
}

void requireOwnerUnlocked(Edit &edit, const QString &table, qint64 row)
{
    Query q = edit.db().query(u"SELECT interview FROM %1 WHERE id = ?"_s.arg(table));
    q.bind(row);
    if (q.next())
        requireUnlocked(edit, q.id<InterviewId>(0));
}

void setInterviewState(Edit &edit, InterviewId interview, QLatin1StringView state)
{
    requireUnlocked(edit, interview);
    setColumn(edit, interview, u"state"_s, QString(state));
    if (state == interview_state::inProgress) {
        edit.db()
            .query(u"UPDATE interview SET date = coalesce(date, ?) WHERE id = ?"_s)
            .bind(edit.now(), interview)
            .run();
        openSitting(edit, interview);
    } else {
        closeSittings(edit, interview);
    }
    if (!interview_state::isOver(state)) {
        setColumn(edit, interview, u"finished"_s, QVariant());
        return;
    }
    // Being called complete, days later perhaps, makes the conversation no longer than it was.
    edit.db()
        .query(u"UPDATE interview SET finished = coalesce(finished, ?) WHERE id = ?"_s)
        .bind(edit.now(), interview)
        .run();
}

void setInterviewDate(Edit &edit, InterviewId interview, qint64 time)
{
    requireUnlocked(edit, interview);
    setColumn(edit, interview, u"date"_s, time);
}

void setInterviewLanguage(Edit &edit, InterviewId interview, const QString &language)
{
    requireUnlocked(edit, interview);
    setColumn(edit, interview, u"language"_s, language);
}

void deleteInterview(Edit &edit, InterviewId interview)
{
    requireUnlocked(edit, interview);
    for (const QString &table : {u"example"_s, u"gap"_s, u"practice"_s}) {
        edit.db()
            .query(
                u"UPDATE %1 SET deleted_at = ?, revision = ?, changed_by = ? WHERE interview = ? AND deleted_at IS NULL"_s
                    .arg(table))
            .bind(edit.now(), edit.entry(), edit.coder(), interview)
            .run();
    }
    setDeleted(edit, u"interview"_s, interview.value, true);
}

void addInterviewSystem(Edit &edit, InterviewId interview, SystemId system)
{
    requireUnlocked(edit, interview);
    Connection &db = edit.db();
    if (db.query(u"SELECT 1 FROM interview_system WHERE interview = ? AND system = ?"_s)
            .bind(interview, system)
            .next())
        return;
    db.query(u"INSERT INTO interview_system(id, interview, system) VALUES (?, ?, ?)"_s)
        .bind(edit.nextId(), interview, system)
        .run();
}

ParticipantId firstToAnswer(Edit &edit, InterviewId interview, const AnswerPlace &place)
{
    const QVector<ParticipantId> people = peopleOf(edit, interview);
    Query q =
        edit.db().query(u"SELECT speaker FROM answer WHERE interview = ? AND question = ? AND instances = ? "
                        "ORDER BY id LIMIT 1"_s);
    q.bind(interview, place.question, place.instances);
    if (!q.next())
        return {};
    const auto named = q.id<ParticipantId>(0);
    return people.contains(named) ? named : people.value(0);
}

AnswerId setAnswer(Edit &edit, InterviewId interview, const AnswerPlace &place,
                   const std::optional<QString> &value, ParticipantId of)
{
    const AnswerId answer = answerRow(edit, interview, place, of);
    setAnswerColumn(edit, answer, u"value"_s, value ? QVariant(*value) : QVariant());
    if (value)
        setAnswerColumn(edit, answer, u"missing"_s, {});
    return answer;
}

AnswerId touchAnswer(Edit &edit, InterviewId interview, const AnswerPlace &place, ParticipantId of)
{
    const AnswerId answer = answerRow(edit, interview, place, of);
    stampRow(edit, u"answer"_s, answer.value);
    return answer;
}

void setAnswerMissing(Edit &edit, InterviewId interview, const AnswerPlace &place,
                      std::optional<MissingCode> code, ParticipantId of)
{
    const AnswerId answer = answerRow(edit, interview, place, of);
    setAnswerColumn(edit, answer, u"missing"_s, code ? QVariant(QString(info(*code).key)) : QVariant());
    if (code)
        setAnswerColumn(edit, answer, u"value"_s, {});
}

void setAnswerNote(Edit &edit, InterviewId interview, const AnswerPlace &place, const QString &note,
                   ParticipantId of)
{
    setAnswerColumn(edit, answerRow(edit, interview, place, of), u"note"_s, note.isNull() ? u""_s : note);
}

void setAnswerRelevant(Edit &edit, InterviewId interview, const AnswerPlace &place, bool relevant)
{
    // No row is made for a question that nobody answered.
    edit.db()
        .query(u"UPDATE answer SET relevant = ?1, revision = ?2, changed_by = ?3 "
               "WHERE interview = ?4 AND question = ?5 AND instances = ?6 AND relevant <> ?1"_s)
        .bind(relevant, edit.entry(), edit.coder(), interview, place.question, place.instances)
        .run();
}

void setExampleRelevant(Edit &edit, ExampleId example, bool relevant)
{
    setRelevant(edit, u"example"_s, example.value, relevant);
}

void setGapRelevant(Edit &edit, GapId gap, bool relevant)
{
    setRelevant(edit, u"gap"_s, gap.value, relevant);
}

void setProbeAsked(Edit &edit, InterviewId interview, const AnswerPlace &place, const QString &probe,
                   bool asked)
{
    requireUnlocked(edit, interview);
    Connection &db = edit.db();
    db.query(
          u"DELETE FROM probe_asked WHERE interview = ? AND question = ? AND instances = ? AND probe = ?"_s)
        .bind(interview, place.question, place.instances, probe)
        .run();
    if (!asked)
        return;
    db.query(
          u"INSERT INTO probe_asked(id, interview, question, instances, probe, time) VALUES (?, ?, ?, ?, ?, ?)"_s)
        .bind(edit.nextId(), interview, place.question, place.instances, probe, edit.now())
        .run();
}

qint64 addRepeatInstance(Edit &edit, InterviewId interview, const QString &repeat, const QString &enclosing)
{
    requireUnlocked(edit, interview);
    const qint64 id = edit.nextId();
    edit.db()
        .query(
            u"INSERT INTO repeat_instance(id, interview, repeat, instances, position) "
            "SELECT ?1, ?2, ?3, ?4, count(*) FROM repeat_instance WHERE interview = ?2 AND repeat = ?3 AND instances = ?4"_s)
        .bind(id, interview, repeat, enclosing)
        .run();
    return id;
}

void removeRepeatInstance(Edit &edit, qint64 instance)
{
    requireOwnerUnlocked(edit, u"repeat_instance"_s, instance);
    edit.db().query(u"DELETE FROM repeat_instance WHERE id = ?"_s).bind(instance).run();
}

TranscriptId addTranscript(Edit &edit, InterviewId interview, const QString &title, const QString &text)
{
    requireUnlocked(edit, interview);
    const auto id = edit.newId<TranscriptId>();
    edit.db()
        .query(
            u"INSERT INTO transcript(id, interview, title, created, text, revision, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?)"_s)
        .bind(id, interview, title, edit.now(), text, edit.entry(), edit.coder())
        .run();
    return id;
}

void deleteTranscript(Edit &edit, TranscriptId transcript)
{
    requireOwnerUnlocked(edit, u"transcript"_s, transcript.value);
    setDeleted(edit, u"transcript"_s, transcript.value, true);
}

void setPosition(Edit &edit, InterviewId interview, const AnswerPlace &place, int caret)
{
    edit.db()
        .query(
            u"INSERT INTO position(interview, question, instances, caret, updated) VALUES (?1, ?2, ?3, ?4, "
            u"?5) "
            "ON CONFLICT(interview) DO UPDATE SET question = ?2, instances = ?3, caret = ?4, updated = ?5"_s)
        .bind(interview, place.question, place.instances, caret, edit.now())
        .run();
}

qint64 startParadataSession(Edit &edit, InterviewId interview)
{
    const qint64 id = edit.nextId();
    edit.db()
        .query(
            u"INSERT INTO paradata_session(id, interview, coder, anchor, program) VALUES (?, ?, ?, ?, ?)"_s)
        .bind(id, interview, edit.coder(), edit.now(), u"Seamfinder " SEAMFINDER_VERSION ""_s)
        .run();
    return id;
}

bool hasParadataSession(Edit &edit, qint64 session)
{
    return edit.db().query(u"SELECT 1 FROM paradata_session WHERE id = ?"_s).bind(session).next();
}

qint64 addParadata(Edit &edit, qint64 session, qint64 offsetMs, QLatin1StringView event,
                   const AnswerPlace &place, const QString &detail)
{
    const qint64 id = edit.nextId();
    edit.db()
        .query(
            u"INSERT INTO paradata(id, session, offset_ms, event, question, instances, detail) VALUES (?, ?, ?, ?, ?, ?, ?)"_s)
        .bind(id, session, offsetMs, event, place.question, place.instances, detail.isNull() ? u""_s : detail)
        .run();
    return id;
}

bool replaceParadata(Edit &edit, qint64 event, const QString &detail)
{
    Connection &db = edit.db();
    Query q = db.query(
        u"SELECT session, offset_ms, event, question, instances FROM paradata WHERE id = ? AND event = 'changed'"_s);
    q.bind(event);
    if (!q.next())
        return false;
    const qint64 session = q.integer(0), offset = q.integer(1);
    const QString name = q.text(2), question = q.text(3), instances = q.text(4);
    // Events are added and deleted, never updated, and the schema's guard lets one go only in here or in an
    // erasure; nobody else sees it lifted, as all of this is one transaction.
    db.query(u"INSERT INTO meta(key, value) VALUES ('erasing', '1')"_s).run();
    db.query(u"DELETE FROM paradata WHERE id = ?"_s).bind(event).run();
    db.query(u"DELETE FROM meta WHERE key = 'erasing'"_s).run();
    db.query(
          u"INSERT INTO paradata(id, session, offset_ms, event, question, instances, detail) VALUES (?, ?, ?, ?, ?, ?, ?)"_s)
        .bind(event, session, offset, name, question, instances, detail)
        .run();
    return true;
}

} // namespace seamfinder
