#include "core/catalogue/EditPeople.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/ConsentOfEach.h"
#include "core/catalogue/ParadataChange.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/Tables.h"
#include "core/domain/Error.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
bool exists(Connection &db, const QString &sql, InterviewId interview, qint64 person)
{
    return db.query(sql).bind(interview, person).next();
}

void keepOne(Connection &db, const QString &sql, InterviewId interview)
{
    Query q = db.query(sql);
    q.bind(interview);
    if (q.next() && q.integer(0) < 2)
        throw Error(ErrorCode::InvalidInput, u"an interview keeps at least one of them"_s);
}
} // namespace

void addInterviewParticipant(Edit &edit, InterviewId interview, ParticipantId participant)
{
    requireUnlocked(edit, interview);
    Connection &db = edit.db();
    if (exists(db, u"SELECT 1 FROM interview_participant WHERE interview = ? AND participant = ?"_s,
               interview, participant.value))
        return;
    const bool joins = giveConsentToFirst(edit, interview);
    db.query(u"INSERT INTO interview_participant(id, interview, participant, position) "
             "SELECT ?1, ?2, ?3, count(*) FROM interview_participant WHERE interview = ?2"_s)
        .bind(edit.nextId(), interview, participant)
        .run();
    if (joins)
        settleConsents(edit, interview);
}

void addInterviewCoder(Edit &edit, InterviewId interview, CoderId coder)
{
    requireUnlocked(edit, interview);
    Connection &db = edit.db();
    if (exists(db, u"SELECT 1 FROM interview_coder WHERE interview = ? AND coder = ?"_s, interview,
               coder.value))
        return;
    db.query(u"INSERT INTO interview_coder(id, interview, coder) VALUES (?, ?, ?)"_s)
        .bind(edit.nextId(), interview, coder)
        .run();
}

void removeInterviewParticipant(Edit &edit, InterviewId interview, ParticipantId participant)
{
    requireUnlocked(edit, interview);
    Connection &db = edit.db();
    keepOne(db, u"SELECT count(*) FROM interview_participant WHERE interview = ?"_s, interview);
    for (const QString &sql : {u"SELECT 1 FROM answer WHERE interview = ? AND speaker = ? LIMIT 1"_s,
                               u"SELECT 1 FROM example WHERE interview = ? AND participant = ? LIMIT 1"_s,
                               u"SELECT 1 FROM gap WHERE interview = ? AND participant = ? LIMIT 1"_s}) {
        if (exists(db, sql, interview, participant.value))
            throw Error(ErrorCode::InvalidInput, u"something that this participant said was noted"_s);
    }
    // What nobody is named for is the first one's.
    const bool isFirst =
        db.query(u"SELECT 1 FROM interview_participant WHERE interview = ?1 AND participant = ?2 AND id = "
                 u"(SELECT id "
                 "FROM interview_participant WHERE interview = ?1 ORDER BY position, id LIMIT 1)"_s)
            .bind(interview, participant)
            .next();
    const bool isAnyonesNoted =
        db.query(u"SELECT 1 FROM answer WHERE interview = ? AND speaker IS NULL AND (value IS NOT NULL OR "
                 "missing IS NOT NULL OR note <> '') LIMIT 1"_s)
            .bind(interview)
            .next();
    if (isFirst && isAnyonesNoted)
        throw Error(ErrorCode::InvalidInput, u"something that this participant said was noted"_s);
    db.query(u"DELETE FROM field_missing WHERE target IN (SELECT id FROM interview_participant WHERE "
             "interview = ? AND participant = ?)"_s)
        .bind(interview, participant)
        .run();
    db.query(u"DELETE FROM interview_participant WHERE interview = ? AND participant = ?"_s)
        .bind(interview, participant)
        .run();
    settleConsents(edit, interview);
}

void removeInterviewCoder(Edit &edit, InterviewId interview, CoderId coder)
{
    requireUnlocked(edit, interview);
    Connection &db = edit.db();
    keepOne(db, u"SELECT count(*) FROM interview_coder WHERE interview = ?"_s, interview);
    db.query(u"DELETE FROM interview_coder WHERE interview = ? AND coder = ?"_s).bind(interview, coder).run();
}

void setAnswerSpeaker(Edit &edit, InterviewId interview, const AnswerPlace &place, ParticipantId speaker)
{
    const AnswerId answer = touchAnswer(edit, interview, place);
    edit.db()
        .query(u"UPDATE answer SET speaker = ?1 WHERE id = ?2 AND speaker IS NOT ?1"_s)
        .bind(speaker, answer)
        .run();
}

namespace {
/// What was changed there is said by one or the other from now on, however often it is undone: it goes with
/// whoever of them withdraws.
void shareParadata(Edit &edit, InterviewId interview, const AnswerPlace &place, ParticipantId from)
{
    QVector<std::pair<qint64, ParadataChange>> theirs;
    Query q = edit.db().query(
        u"SELECT paradata.id, detail FROM paradata JOIN paradata_session ON paradata_session.id = session "
        "WHERE interview = ? AND question = ? AND instances = ? AND event = 'changed'"_s);
    q.bind(interview, place.question, place.instances);
    while (q.next()) {
        const auto change = ParadataChange::fromDetail(q.text(1));
        if (change && change->by == from)
            theirs.append({q.integer(0), *change});
    }
    for (auto &[event, change] : theirs) {
        change.by = {};
        replaceParadata(edit, event, change.toDetail());
    }
}
} // namespace

void giveAnswer(Edit &edit, InterviewId interview, const AnswerPlace &place, ParticipantId from,
                ParticipantId to)
{
    const AnswerId given = touchAnswer(edit, interview, place, from);
    const AnswerId theirs = touchAnswer(edit, interview, place, to);
    Connection &db = edit.db();
    if (db.query(
              u"SELECT 1 FROM answer WHERE id = ? AND (value IS NOT NULL OR missing IS NOT NULL OR note <> '')"_s)
            .bind(theirs)
            .next())
        throw Error(ErrorCode::InvalidInput, u"they have answered it, too"_s);
    db.query(u"DELETE FROM answer WHERE id = ?"_s).bind(theirs).run();
    db.query(u"UPDATE answer SET speaker = ?1 WHERE id = ?2 AND speaker IS NOT ?1"_s).bind(to, given).run();
    // And what was marked in it, or there.
    db.query(u"UPDATE excerpt SET speaker = ?1 WHERE source = ?2 AND speaker IS ?3"_s)
        .bind(to, given, from)
        .run();
    db.query(
          u"UPDATE excerpt SET speaker = ?1 WHERE speaker IS ?2 AND id IN (SELECT excerpt FROM evidence JOIN "
          "mark ON mark.id = target WHERE mark.interview = ?3 AND question = ?4 AND instances = ?5)"_s)
        .bind(to, from, interview, place.question, place.instances)
        .run();
    shareParadata(edit, interview, place, from);
}

void setExampleTeller(Edit &edit, ExampleId example, ParticipantId participant)
{
    // What was told with it is theirs, too; a gap that somebody else told of stays that person's.
    edit.db()
        .query(u"UPDATE gap SET participant = ?1 WHERE example = ?2 "
               "AND participant = (SELECT participant FROM example WHERE id = ?2)"_s)
        .bind(participant, example)
        .run();
    // And what was marked while it was written down.
    edit.db()
        .query(u"UPDATE excerpt SET speaker = ?1 WHERE source = ?2 "
               "AND speaker = (SELECT participant FROM example WHERE id = ?2)"_s)
        .bind(participant, example)
        .run();
    edit.db().query(u"UPDATE example SET participant = ? WHERE id = ?"_s).bind(participant, example).run();
    stampRow(edit, u"example"_s, example.value);
}

void setGapTeller(Edit &edit, GapId gap, ParticipantId participant)
{
    edit.db().query(u"UPDATE gap SET participant = ? WHERE id = ?"_s).bind(participant, gap).run();
    stampRow(edit, u"gap"_s, gap.value);
}

void setEvidenceSpeaker(Edit &edit, EvidenceId evidence, ParticipantId speaker)
{
    edit.db()
        .query(u"UPDATE excerpt SET speaker = ?1 WHERE id = (SELECT excerpt FROM evidence WHERE id = ?2) "
               "AND speaker IS NOT ?1"_s)
        .bind(speaker, evidence)
        .run();
}

} // namespace seamfinder
