#include "core/catalogue/EditFields.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/FacetNumbers.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/Tables.h"
#include "core/domain/Error.h"
#include "core/domain/Fields.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
bool isColumn(const Field &field)
{
    return field.kind != FieldKind::Coding;
}

void checkChoice(const Field &field, const QVariant &value)
{
    if (field.kind != FieldKind::Choice || !value.isValid())
        return;
    const bool known = std::ranges::any_of(
        field.choices, [&](const Choice &choice) { return choice.key == value.toString(); });
    if (!known)
        throw Error(ErrorCode::InvalidInput, u"%1 has no choice \"%2\""_s.arg(field.key, value.toString()));
}

// What the column holds: texts are never NULL.
QVariant stored(const Field &field, const QVariant &value)
{
    const bool none = !value.isValid() || value.isNull();
    switch (field.kind) {
    case FieldKind::Text:
        return none ? QString(u""_s) : value.toString();
    case FieldKind::Choice:
        if (!none && !value.toString().isEmpty())
            return value;
        // Every example has a status; that of a new one stands for none.
        return field == fields::example::status ? QVariant(QString(field.choices.front().key)) : QVariant();
    case FieldKind::Number:
        return none ? QVariant() : QVariant(value.toLongLong());
    case FieldKind::Term:
    case FieldKind::Link:
        return none || value.toLongLong() == 0 ? QVariant() : QVariant(value.toLongLong());
    case FieldKind::Coding:
        break;
    }
    throw Error(ErrorCode::Internal, u"%1 is no column"_s.arg(field.key));
}

bool hasValue(const QVariant &value)
{
    return value.isValid() && !value.isNull() &&
           !(value.typeId() == QMetaType::QString && value.toString().isEmpty());
}

void clearMissing(Edit &edit, const Field &field, qint64 row)
{
    edit.db().query(u"DELETE FROM field_missing WHERE target = ? AND field = ?"_s).bind(row, field.key).run();
}

QString updateSql(const Field &field)
{
    // `given` mirrors which of the four texts have words; see the schema.
    static const QStringList givenFields{u"counted_on"_s, u"turned_out"_s, u"led_to"_s, u"feared"_s};
    const qsizetype bit = field.entity == Entity::Example ? givenFields.indexOf(QString(field.key)) : -1;
    const QString given =
        bit < 0 ? QString()
                : u", given = (given & ~%1) | (CASE WHEN trim(?1) <> '' THEN %1 ELSE 0 END)"_s.arg(1 << bit);
    return u"UPDATE %1 SET %2 = ?1%3, updated = ?2, revision = ?3, changed_by = ?4 WHERE id = ?5 AND %2 IS NOT ?1 RETURNING id"_s
        .arg(tableOf(field.entity), field.key, given);
}

bool rowExists(Connection &db, Entity entity, qint64 row)
{
    return db.query(u"SELECT 1 FROM %1 WHERE id = ?"_s.arg(tableOf(entity))).bind(row).next();
}

void setParticipantTerms(Edit &edit, const Field &field, qint64 participant, const QVector<CodedTerm> &terms)
{
    Connection &db = edit.db();
    QVector<CodedTerm> before;
    Query q = db.query(
        u"SELECT term, main FROM participant_term WHERE participant = ? AND field = ? ORDER BY id"_s);
    q.bind(participant, field.key);
    while (q.next())
        before.append({.term = q.id<TermId>(0), .main = q.integer(1) != 0});
    if (before == terms)
        return;
    db.query(u"DELETE FROM participant_term WHERE participant = ? AND field = ?"_s)
        .bind(participant, field.key)
        .run();
    for (const CodedTerm &term : terms) {
        db.query(u"INSERT INTO participant_term(id, participant, field, term, main) VALUES (?, ?, ?, ?, ?)"_s)
            .bind(edit.nextId(), participant, field.key, term.term, term.main)
            .run();
    }
    stampRow(edit, u"participant"_s, participant);
}

struct Layer
{
    bool exists = false;
    QVector<CodedTerm> terms;
    QVector<AnswerId> answers; ///< of the terms: where each was coded

    /// A term that stays is still of the answer that coded it, whatever is coded beside it.
    [[nodiscard]] AnswerId answerOf(const CodedTerm &term, AnswerId otherwise) const
    {
        for (qsizetype i = 0; i < terms.size(); ++i) {
            if (terms[i].term == term.term && terms[i].other == term.other)
                return answers[i];
        }
        return otherwise;
    }
};

Layer readLayer(Connection &db, int facet, qint64 target, CoderId coder, CodingStage stage)
{
    Layer layer;
    Query q = db.query(u"SELECT term, main, pair, team, other, answer FROM coding "
                       "WHERE target = ? AND facet = ? AND stage = ? AND coder = ? ORDER BY id"_s);
    q.bind(target, facet, int(stage), coder);
    while (q.next()) {
        layer.exists = true;
        if (q.isNull(0))
            continue;
        layer.terms.append(
            {q.id<TermId>(0), q.integer(1) != 0, int(q.integer(2)), Team(q.integer(3)), q.text(4)});
        layer.answers.append(q.id<AnswerId>(5));
    }
    return layer;
}

bool otherLayersHaveTerms(Connection &db, int facet, qint64 target)
{
    return db.query(u"SELECT 1 FROM coding WHERE target = ? AND facet = ? AND term IS NOT NULL LIMIT 1"_s)
        .bind(target, facet)
        .next();
}

void insertCoding(Edit &edit, int facet, qint64 target, const CodedTerm &term, CodingStage stage,
                  AnswerId answer)
{
    edit.db()
        .query(u"INSERT INTO coding(id, target, facet, term, coder, stage, main, pair, team, other, answer, "
               u"time) "
               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s)
        .bind(edit.nextId(), target, facet, term.term, edit.coder(), int(stage), term.main, term.pair,
              int(term.team), term.other, answer, edit.now())
        .run();
}

// A system that an example names is one that the participant spoke about. Not refused for a locked interview:
// it is the example that changes.
void nameAmongSystems(Edit &edit, qint64 example, const QVariant &system)
{
    edit.db()
        .query(u"INSERT INTO interview_system(id, interview, system) "
               "SELECT ?1, interview, ?2 FROM example WHERE id = ?3 AND interview IS NOT NULL AND NOT EXISTS "
               "(SELECT 1 FROM interview_system WHERE interview = example.interview AND system = ?2)"_s)
        .bind(edit.nextId(), system, example)
        .run();
}

void stampTarget(Edit &edit, const Field &field, qint64 target)
{
    stampRow(edit, tableOf(field.entity), target);
}
} // namespace

bool CodedTerm::has(CodingMark mark) const
{
    switch (mark) {
    case CodingMark::Main:
        return main;
    case CodingMark::MisfitA:
        return pair == 1;
    case CodingMark::MisfitB:
        return pair == 2;
    case CodingMark::None:
        break;
    }
    return false;
}

void CodedTerm::set(CodingMark mark, bool on)
{
    if (has(mark) == on)
        return;
    if (mark == CodingMark::Main)
        main = on;
    else if (mark != CodingMark::None)
        pair = !on ? 0 : mark == CodingMark::MisfitA ? 1 : 2;
}

void keepOneMain(const Field &field, QVector<CodedTerm> &terms)
{
    if (field == fields::example::element && !terms.isEmpty() &&
        std::none_of(terms.begin(), terms.end(), [](const CodedTerm &coded) { return coded.main; }))
        terms.first().main = true;
}

void setValue(Edit &edit, const Field &field, qint64 row, const QVariant &value)
{
    checkChoice(field, value);
    if (field.entity == Entity::Interview)
        requireUnlocked(edit, InterviewId{row});
    const QVariant now = stored(field, value);
    Query q = edit.db().query(updateSql(field));
    q.bind(now, edit.now(), edit.entry(), edit.coder(), row);
    if (!q.next() && !rowExists(edit.db(), field.entity, row))
        throw Error(ErrorCode::NotFound, u"no such row in "_s + tableOf(field.entity), QString::number(row));
    if (!hasValue(now))
        return;
    clearMissing(edit, field, row);
    if (field == fields::example::system)
        nameAmongSystems(edit, row, now);
}

void setCodings(Edit &edit, const Field &field, qint64 target, const QVector<CodedTerm> &terms,
                CodingStage stage, AnswerId answer)
{
    if (isColumn(field))
        throw Error(ErrorCode::Internal, u"%1 is no coding"_s.arg(field.key));
    if (!terms.isEmpty())
        clearMissing(edit, field, target);
    if (field.entity == Entity::Participant)
        return setParticipantTerms(edit, field, target, terms);

    const int facet = facetNumber(field);
    const Layer before = readLayer(edit.db(), facet, target, edit.coder(), stage);
    if (before.terms == terms && (before.exists || terms.isEmpty()) &&
        (before.exists || !otherLayersHaveTerms(edit.db(), facet, target)))
        return;
    edit.db()
        .query(u"DELETE FROM coding WHERE target = ? AND facet = ? AND stage = ? AND coder = ?"_s)
        .bind(target, facet, int(stage), edit.coder())
        .run();
    for (const CodedTerm &term : terms)
        insertCoding(edit, facet, target, term, stage, before.answerOf(term, answer));
    if (terms.isEmpty() && otherLayersHaveTerms(edit.db(), facet, target))
        insertCoding(edit, facet, target, {}, stage, answer);
    stampTarget(edit, field, target);
}

void removeLayer(Edit &edit, const Field &field, qint64 target, CoderId coder, CodingStage stage)
{
    edit.db()
        .query(u"DELETE FROM coding WHERE target = ? AND facet = ? AND stage = ? AND coder = ?"_s)
        .bind(target, facetNumber(field), int(stage), coder)
        .run();
    stampTarget(edit, field, target);
}

void setMissing(Edit &edit, const Field &field, qint64 row, std::optional<MissingCode> code,
                CodingStage stage)
{
    if (code && field == fields::example::status)
        throw Error(ErrorCode::InvalidInput, u"an example always has a status"_s);
    if (field.entity == Entity::Interview)
        requireUnlocked(edit, InterviewId{row});
    clearMissing(edit, field, row);
    if (!code)
        return;
    isColumn(field) ? setValue(edit, field, row, {}) : setCodings(edit, field, row, {}, stage);
    edit.db()
        .query(u"INSERT INTO field_missing(id, target, field, code, coder, time) VALUES (?, ?, ?, ?, ?, ?)"_s)
        .bind(edit.nextId(), row, field.key, info(*code).key, edit.coder(), edit.now())
        .run();
}

} // namespace seamfinder
