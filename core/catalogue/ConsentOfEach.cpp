#include "core/catalogue/ConsentOfEach.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/Consent.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/Tables.h"
#include "core/domain/Error.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// The rows that name who is interviewed, in their order.
QVector<qint64> rowsOf(Connection &db, InterviewId interview)
{
    QVector<qint64> rows;
    Query q = db.query(u"SELECT id FROM interview_participant WHERE interview = ? ORDER BY position, id"_s);
    q.bind(interview);
    while (q.next())
        rows.append(q.integer(0));
    return rows;
}

qint64 rowOf(Connection &db, InterviewId interview, ParticipantId participant)
{
    Query q = db.query(u"SELECT id FROM interview_participant WHERE interview = ? AND participant = ?"_s);
    q.bind(interview, participant);
    if (!q.next())
        throw Error(ErrorCode::NotFound, u"the participant is not in the interview"_s, toText(participant));
    return q.integer(0);
}

bool hasSeveral(Connection &db, InterviewId interview)
{
    return rowsOf(db, interview).size() > 1;
}

/// Also where the interview is locked: somebody may leave the study at any time.
void settle(Edit &edit, InterviewId interview, const Field &field)
{
    QStringList said;
    Query q = edit.db().query(
        u"SELECT %1 FROM interview_participant WHERE interview = ? ORDER BY position, id"_s.arg(field.key));
    q.bind(interview);
    while (q.next())
        said.append(q.isNull(0) ? QString() : q.text(0));
    const QString holds = narrowest(field, said);
    Query changed = edit.db().query(
        u"UPDATE interview SET %1 = ?1 WHERE id = ?2 AND %1 IS NOT ?1 RETURNING id"_s.arg(field.key));
    changed.bind(holds.isEmpty() ? std::nullopt : std::optional(holds), interview);
    bool any = false;
    while (changed.next())
        any = true;
    if (any)
        stampRow(edit, u"interview"_s, interview.value);
}

void moveMissing(Edit &edit, qint64 from, qint64 to)
{
    for (const Field *field : consentFields())
        edit.db()
            .query(u"UPDATE OR REPLACE field_missing SET target = ?1 WHERE target = ?2 AND field = ?3"_s)
            .bind(to, from, field->key)
            .run();
}

void clearMissing(Edit &edit, qint64 row, const Field &field)
{
    edit.db().query(u"DELETE FROM field_missing WHERE target = ? AND field = ?"_s).bind(row, field.key).run();
}

void write(Edit &edit, qint64 row, const Field &field, const QString &key)
{
    edit.db()
        .query(u"UPDATE interview_participant SET %1 = ?1 WHERE id = ?2 AND %1 IS NOT ?1"_s.arg(field.key))
        .bind(key.isEmpty() ? std::nullopt : std::optional(key), row)
        .run();
}
} // namespace

QVector<Record> readConsents(Connection &db, InterviewId interview)
{
    QVector<Record> consents;
    const std::span<const Field *const> fields = consentFields();
    const QVector<qint64> rows = rowsOf(db, interview);
    for (const qint64 row : rows.size() > 1 ? rows : QVector<qint64>()) {
        Record consent;
        consent.id = row;
        Query q = db.query(u"SELECT informed, takes_part, consent_how, may_record, quotes, "
                           "notes_access, contact_again FROM interview_participant WHERE id = ?"_s);
        q.bind(row);
        if (q.next()) {
            for (int column = 0; column < int(fields.size()); ++column) {
                if (!q.isNull(column))
                    consent.values.insert(QString(fields[size_t(column)]->key), q.text(column));
            }
        }
        Query missing = db.query(u"SELECT field, code FROM field_missing WHERE target = ?"_s);
        missing.bind(row);
        while (missing.next()) {
            if (const auto code = missingCodeFromKey(missing.text(1)))
                consent.missing.insert(missing.text(0), *code);
        }
        consents.append(consent);
    }
    return consents;
}

void setConsentOf(Edit &edit, InterviewId interview, ParticipantId participant, const Field &field,
                  const QString &key)
{
    if (!hasSeveral(edit.db(), interview)) {
        setValue(edit, field, interview.value, key.isEmpty() ? QVariant() : QVariant(key));
        return;
    }
    requireUnlocked(edit, interview);
    const bool known = key.isEmpty() || std::ranges::any_of(field.choices, [&](const Choice &choice) {
                           return choice.key == key;
                       });
    if (!known)
        throw Error(ErrorCode::InvalidInput, u"%1 has no choice \"%2\""_s.arg(field.key, key));
    const qint64 row = rowOf(edit.db(), interview, participant);
    if (!key.isEmpty())
        clearMissing(edit, row, field);
    write(edit, row, field, key);
    settle(edit, interview, field);
}

void setConsentMissing(Edit &edit, InterviewId interview, ParticipantId participant, const Field &field,
                       std::optional<MissingCode> code)
{
    if (!hasSeveral(edit.db(), interview)) {
        setMissing(edit, field, interview.value, code);
        return;
    }
    requireUnlocked(edit, interview);
    const qint64 row = rowOf(edit.db(), interview, participant);
    clearMissing(edit, row, field);
    if (!code)
        return;
    write(edit, row, field, {});
    edit.db()
        .query(u"INSERT INTO field_missing(id, target, field, code, coder, time) VALUES (?, ?, ?, ?, ?, ?)"_s)
        .bind(edit.nextId(), row, field.key, info(*code).key, edit.coder(), edit.now())
        .run();
    settle(edit, interview, field);
}

bool giveConsentToFirst(Edit &edit, InterviewId interview)
{
    const QVector<qint64> rows = rowsOf(edit.db(), interview);
    if (rows.size() != 1)
        return !rows.isEmpty();
    edit.db()
        .query(
            u"UPDATE interview_participant SET (informed, takes_part, consent_how, may_record, quotes, "
            "notes_access, contact_again) = (SELECT informed, takes_part, consent_how, may_record, quotes, "
            "notes_access, contact_again FROM interview WHERE id = ?1) WHERE interview = ?1"_s)
        .bind(interview)
        .run();
    moveMissing(edit, interview.value, rows.first());
    return true;
}

void settleConsents(Edit &edit, InterviewId interview)
{
    for (const Field *field : consentFields())
        settle(edit, interview, *field);
    const QVector<qint64> rows = rowsOf(edit.db(), interview);
    if (rows.size() != 1)
        return;
    moveMissing(edit, rows.first(), interview.value);
    edit.db()
        .query(u"UPDATE interview_participant SET informed = NULL, takes_part = NULL, consent_how = NULL, "
               u"may_record = NULL, "
               "quotes = NULL, notes_access = NULL, contact_again = NULL WHERE id = ?"_s)
        .bind(rows.first())
        .run();
}

} // namespace seamfinder
