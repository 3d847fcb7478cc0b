#include "core/catalogue/DeclinedInterviews.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/ErasedRows.h"
#include "core/catalogue/Erasure.h"
#include "core/catalogue/ErasureTransaction.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/SharedFields.h"
#include "core/catalogue/StudyWriter.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
bool declines(Connection &db, InterviewId interview)
{
    return db.query(u"SELECT 1 FROM interview WHERE id = ? AND takes_part = 'no'"_s).bind(interview).next();
}

bool hasAnswers(Connection &db, InterviewId interview)
{
    for (const QString &table :
         {u"answer"_s, u"repeat_instance"_s, u"probe_asked"_s, u"transcript"_s, u"mark"_s, u"example"_s,
          u"gap"_s, u"practice"_s, u"interview_system"_s, u"paradata_session"_s}) {
        if (db.query(u"SELECT 1 FROM %1 WHERE interview = ? LIMIT 1"_s.arg(table)).bind(interview).next())
            return true;
    }
    return false;
}

QVector<qint64> participantsOf(Connection &db, InterviewId interview)
{
    QVector<qint64> participants;
    Query q = db.query(u"SELECT participant FROM interview_participant WHERE interview = ?"_s);
    q.bind(interview);
    while (q.next())
        participants.append(q.integer(0));
    return participants;
}

bool hasTakenPartElsewhere(Connection &db, qint64 participant)
{
    return db
        .query(u"SELECT 1 FROM interview_participant JOIN interview ON interview.id = "
               "interview_participant.interview WHERE participant = ? AND "
               "coalesce(interview_participant.takes_part, interview.takes_part) IS NOT 'no'"_s)
        .bind(participant)
        .next();
}

/// What is about a participant beside their own row.
void addFacts(Connection &db, ErasedRows &rows, qint64 participant)
{
    const QVector<std::pair<QString, QString>> facts{{u"participant_term"_s, u"participant"_s},
                                                     {u"field_missing"_s, u"target"_s},
                                                     {u"memo"_s, u"target"_s}};
    for (const auto &[table, column] : facts) {
        Query q = db.query(u"SELECT id FROM %1 WHERE %2 = ?"_s.arg(table, column));
        q.bind(participant);
        while (q.next())
            rows.add(table, q.integer(0));
    }
}

RowChange emptyInterview(Connection &db, InterviewId interview)
{
    db.query(u"UPDATE interview SET title = '', recording = '', withdraw_until = '', mode = NULL, "
             "briefing_read = NULL, informed = NULL, consent_how = NULL, may_record = NULL, quotes = NULL, "
             "notes_access = NULL, contact_again = NULL WHERE id = ?"_s)
        .bind(interview)
        .run();
    db.query(u"UPDATE interview_participant SET informed = NULL, consent_how = NULL, may_record = NULL, "
             u"quotes = NULL, "
             "notes_access = NULL, contact_again = NULL WHERE interview = ?"_s)
        .bind(interview)
        .run();
    return {u"interview"_s, interview.value, RowChange::Kind::Update, 0};
}

RowChange emptyParticipant(Connection &db, qint64 participant)
{
    db.query(u"UPDATE participant SET years_ml = NULL, country = '', organisation = '', "
             "organisation_size = NULL, organisation_kind = NULL, notes = '' WHERE id = ?"_s)
        .bind(participant)
        .run();
    return {u"participant"_s, participant, RowChange::Kind::Update, 0};
}
} // namespace

QVector<InterviewId> declinedInterviewsWithAnswers(Connection &db)
{
    QVector<InterviewId> declined;
    Query q = db.query(u"SELECT id FROM interview WHERE takes_part = 'no'"_s);
    while (q.next())
        declined.append(q.id<InterviewId>(0));
    declined.removeIf([&db](InterviewId interview) { return !hasAnswers(db, interview); });
    return declined;
}

Commit eraseDeclined(StudyWriter &writer, const Action &action, InterviewId interview)
{
    if (!declines(writer.db(), interview) || !hasAnswers(writer.db(), interview))
        return {{}, action, {}};
    return runErasure(writer, action, [&](Edit &edit) {
        Connection &db = edit.db();
        ErasedRows told = ErasedRows::of(db, {.participant = {}, .interview = interview});
        ErasedRows rows = told;
        for (const QString &table :
             {u"interview"_s, u"interview_participant"_s, u"interview_coder"_s, u"sitting"_s})
            rows.keep(table);
        // A system that others speak of, too, stays without what was said here.
        const QVector<SharedField> shared = sharedFieldsOf(db, told);
        addEventsOf(db, rows, shared);
        QVector<qint64> emptied = rowsOf(shared) + told.written();
        QVector<RowChange> changes = emptySharedFields(edit, shared);
        changes.append(emptyInterview(db, interview));
        for (const qint64 participant : participantsOf(db, interview)) {
            // Their own facts may have been told here, too, and the journal does not know where.
            emptied.append(participant);
            if (hasTakenPartElsewhere(db, participant))
                continue;
            addFacts(db, rows, participant);
            addFacts(db, told, participant);
            told.add(u"participant"_s, participant);
            changes.append(emptyParticipant(db, participant));
        }
        return changes + eraseRows(edit, rows, told, emptied);
    });
}

} // namespace seamfinder
