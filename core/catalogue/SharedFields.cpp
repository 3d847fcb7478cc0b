#include "core/catalogue/SharedFields.h"

#include "core/catalogue/AskedQuestions.h"
#include "core/catalogue/Connection.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/ErasedRows.h"
#include "core/catalogue/NotedAt.h"
#include "core/catalogue/ParadataChange.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/Tables.h"
#include "core/domain/Fields.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// With others, and of their own.
QVector<InterviewId> interviewsOf(const ErasedRows &rows)
{
    QVector<InterviewId> interviews = rows.joint();
    for (const qint64 interview : rows.byTable().value(u"interview"_s))
        interviews.append(InterviewId{interview});
    return interviews;
}

bool goes(Connection &db, const ErasedRows &rows, const NotedAt &noted)
{
    if (rows.contains(noted.interview.value))
        return true;
    Query q = db.query(u"SELECT id FROM answer WHERE interview = ? AND question = ? AND instances = ?"_s);
    q.bind(noted.interview, noted.place.question, noted.place.instances);
    return q.next() && rows.contains(q.integer(0));
}

/// Made by answers that go. A code knows its answer, so no history is needed.
QVector<qint64> codingsOf(Connection &db, const ErasedRows &rows, qint64 target)
{
    QVector<qint64> codings;
    Query q = db.query(u"SELECT id, answer FROM coding WHERE target = ?"_s);
    q.bind(target);
    while (q.next()) {
        if (rows.contains(q.integer(1)))
            codings.append(q.integer(0));
    }
    return codings;
}

bool isTheirs(Connection &db, const ErasedRows &rows, AskedQuestions &questions, const Field &field,
              qint64 row)
{
    const auto record = readRecord(db, field.entity, row);
    const QString now = record && field.kind == FieldKind::Text ? record->text(field) : QString();
    bool isLast = true, theirs = true;
    for (const NotedAt &noted : whereNoted(db, field, row)) {
        const AskedQuestions::Target asked = questions.target(noted.interview, noted.place);
        if (!asked.field || *asked.field != field || asked.row != row)
            continue; // written while another question was asked: nobody's answer
        const bool gone = goes(db, rows, noted);
        const QString words = noted.value.trimmed();
        if (isLast)
            theirs = gone;
        else if (gone && !words.isEmpty() && now.contains(words, Qt::CaseInsensitive))
            theirs = true; // somebody wrote on, behind their words
        isLast = false;
    }
    return theirs;
}
} // namespace

QVector<SharedField> sharedFieldsOf(Connection &db, const ErasedRows &rows)
{
    QVector<SharedField> fields;
    AskedQuestions questions(db);
    for (const InterviewId interview : interviewsOf(rows)) {
        QVector<AskedQuestions::Target> said;
        Query q = db.query(u"SELECT id, question, instances FROM answer WHERE interview = ?"_s);
        q.bind(interview);
        while (q.next()) {
            if (!rows.contains(q.integer(0)))
                continue;
            const auto target = questions.target(interview, {q.text(1), q.text(2)});
            if (target.field && !rows.contains(target.row) &&
                readRecord(db, target.field->entity, target.row))
                said.append(target);
        }
        for (const auto &target : std::as_const(said)) {
            const bool known = std::any_of(fields.begin(), fields.end(), [&target](const SharedField &each) {
                return each.row == target.row && *each.field == *target.field;
            });
            if (!known)
                fields.append({target.field, target.row,
                               target.field->kind == FieldKind::Coding
                                   ? !codingsOf(db, rows, target.row).isEmpty()
                                   : isTheirs(db, rows, questions, *target.field, target.row)});
        }
    }
    return fields;
}

void addCodingsOf(Connection &db, ErasedRows &rows, const QVector<SharedField> &fields)
{
    for (const SharedField &each : fields) {
        if (each.field->kind != FieldKind::Coding)
            continue;
        for (const qint64 coding : codingsOf(db, rows, each.row))
            rows.add(u"coding"_s, coding);
    }
}

void addEventsOf(Connection &db, ErasedRows &rows, const QVector<SharedField> &fields)
{
    if (fields.isEmpty())
        return;
    struct Event
    {
        qint64 id = 0;
        InterviewId interview;
        AnswerPlace place;
        ParadataChange change;
    };
    QVector<Event> events;
    Query q = db.query(
        u"SELECT paradata.id, interview, question, instances, detail FROM paradata JOIN paradata_session "
        "ON paradata_session.id = paradata.session WHERE event = 'changed' AND detail <> ''"_s);
    while (q.next()) {
        if (const auto change = ParadataChange::fromDetail(q.text(4)))
            events.append({q.integer(0), q.id<InterviewId>(1), {q.text(2), q.text(3)}, *change});
    }
    AskedQuestions questions(db);
    for (const Event &event : std::as_const(events)) {
        const AskedQuestions::Target asked = questions.target(event.interview, event.place);
        const bool tells = std::any_of(fields.begin(), fields.end(), [&](const SharedField &each) {
            // What was written where nothing stood is whoever's the interview is.
            return event.change.row == each.row ||
                   (asked.field && asked.row == each.row && *asked.field == *each.field &&
                    !event.change.before.isEmpty());
        });
        if (tells)
            rows.add(u"paradata"_s, event.id);
    }
}

QVector<RowChange> emptySharedFields(Edit &edit, const QVector<SharedField> &fields)
{
    QVector<RowChange> changes;
    for (const SharedField &each : fields) {
        const bool isCoding = each.field->kind == FieldKind::Coding; // the codes go as rows: addCodingsOf
        if (each.isTheirs || isCoding)
            setMissing(edit, *each.field, each.row, std::nullopt);
        if (each.isTheirs && !isCoding)
            setValue(edit, *each.field, each.row, {});
        edit.db().query(u"DELETE FROM merge_base WHERE row = ?"_s).bind(each.row).run();
        changes.append({tableOf(each.field->entity), each.row, RowChange::Kind::Update, 0});
    }
    return changes;
}

QVector<qint64> rowsOf(const QVector<SharedField> &fields)
{
    QVector<qint64> rows;
    for (const SharedField &each : fields) {
        if (!rows.contains(each.row))
            rows.append(each.row);
    }
    return rows;
}

QStringList systemsThatLose(Connection &db, const QVector<SharedField> &fields)
{
    QStringList names;
    for (const SharedField &each : fields) {
        const bool loses = each.isTheirs && each.field->entity == Entity::System;
        const auto record = loses ? readRecord(db, Entity::System, each.row) : std::nullopt;
        if (record && record->has(*each.field) && !names.contains(record->text(fields::system::alias)))
            names.append(record->text(fields::system::alias));
    }
    return names;
}

qsizetype fieldsOfOthers(Connection &db, const QVector<SharedField> &fields)
{
    return std::count_if(fields.begin(), fields.end(), [&db](const SharedField &each) {
        const bool loses = each.isTheirs && each.field->entity != Entity::System;
        const auto record = loses ? readRecord(db, each.field->entity, each.row) : std::nullopt;
        return record && record->has(*each.field);
    });
}

} // namespace seamfinder
