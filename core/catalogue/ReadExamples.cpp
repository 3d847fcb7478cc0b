#include "core/catalogue/ReadExamples.h"

#include "core/catalogue/FacetNumbers.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/Tables.h"
#include "core/domain/Fields.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
// Ids are numbers of our own: no quoting, and one statement whatever their count. Batches keep the text
// short.
constexpr qsizetype idsPerStatement = 500;

template <class IdType>
QString idList(const QVector<IdType> &ids, qsizetype from)
{
    QStringList texts;
    for (qsizetype i = from; i < qMin(ids.size(), from + idsPerStatement); ++i)
        texts << QString::number(ids[i].value);
    return texts.join(u',');
}

QString columnList(Entity entity)
{
    QStringList columns;
    for (const Field &field : fieldsOf(entity)) {
        if (field.kind != FieldKind::Coding)
            columns << field.key;
    }
    return columns.join(u", "_s);
}

// Reads the entity's own columns, which start at `column`; returns the next column.
int readValues(Record &record, Entity entity, const Query &q, int column)
{
    for (const Field &field : fieldsOf(entity)) {
        if (field.kind == FieldKind::Coding)
            continue;
        if (!q.isNull(column))
            record.values.insert(field.key, q.value(column));
        ++column;
    }
    return column;
}

template <class RecordType>
void addTermsAndMissing(Connection &db, QHash<qint64, RecordType *> &byId)
{
    if (byId.isEmpty())
        return;
    QStringList texts;
    for (auto it = byId.keyBegin(); it != byId.keyEnd(); ++it)
        texts << QString::number(*it);
    const QString ids = texts.join(u',');
    Query terms = db.query(
        u"SELECT target, adopted.facet, adopted.term, main, pair, team, other FROM adopted LEFT JOIN term ON "
        u"term.id "
        u"= adopted.term "
        "WHERE target IN (%1) ORDER BY target, adopted.facet, main DESC, term.position, adopted.term"_s.arg(
            ids));
    while (terms.next()) {
        if (const Field *field = facetField(int(terms.integer(1))))
            byId[terms.integer(0)]->terms[field->key].append({terms.id<TermId>(2), terms.integer(3) != 0,
                                                              int(terms.integer(4)), Team(terms.integer(5)),
                                                              terms.text(6)});
    }
    Query missing =
        db.query(u"SELECT target, field, code FROM field_missing WHERE target IN (%1)"_s.arg(ids));
    while (missing.next()) {
        if (const auto code = missingCodeFromKey(missing.text(2)))
            byId[missing.integer(0)]->missing.insert(missing.text(1), *code);
    }
}

QVector<GapRecord> readGapsWhere(Connection &db, const QString &where)
{
    QVector<GapRecord> gaps;
    Query q = db.query(u"SELECT id, example, interview, participant, priority, first_question, relevant, "
                       u"created, updated, deleted_at, %1 "
                       "FROM gap WHERE %2"_s.arg(columnList(Entity::Gap), where));
    while (q.next()) {
        GapRecord gap;
        gap.id = q.integer(0);
        gap.example = q.id<ExampleId>(1);
        gap.interview = q.id<InterviewId>(2);
        gap.participant = q.id<ParticipantId>(3);
        if (!q.isNull(4))
            gap.priority = int(q.integer(4));
        gap.firstQuestion = q.text(5);
        gap.relevant = q.integer(6) != 0;
        gap.created = q.integer(7);
        gap.updated = q.integer(8);
        if (!q.isNull(9))
            gap.deletedAt = q.integer(9);
        readValues(gap, Entity::Gap, q, 10);
        gaps.append(gap);
    }
    QHash<qint64, GapRecord *> byId;
    for (GapRecord &gap : gaps)
        byId.insert(gap.id, &gap);
    addTermsAndMissing(db, byId);
    return gaps;
}

QVector<ExampleRecord> readExamplesIn(Connection &db, const QString &ids)
{
    QVector<ExampleRecord> examples;
    Query q = db.query(u"SELECT id, interview, participant, incident, first_question, relevant, created, "
                       u"updated, deleted_at, %1 "
                       "FROM example WHERE id IN (%2)"_s.arg(columnList(Entity::Example), ids));
    while (q.next()) {
        ExampleRecord example;
        example.id = q.integer(0);
        example.interview = q.id<InterviewId>(1);
        example.participant = q.id<ParticipantId>(2);
        example.incident = q.id<IncidentId>(3);
        example.firstQuestion = q.text(4);
        example.relevant = q.integer(5) != 0;
        example.created = q.integer(6);
        example.updated = q.integer(7);
        if (!q.isNull(8))
            example.deletedAt = q.integer(8);
        readValues(example, Entity::Example, q, 9);
        example.system = {example.value(fields::example::system).toLongLong()};
        examples.append(example);
    }
    QHash<qint64, ExampleRecord *> byId;
    for (ExampleRecord &example : examples)
        byId.insert(example.id, &example);
    addTermsAndMissing(db, byId);
    for (const GapRecord &gap :
         readGapsWhere(db, u"example IN (%1) AND deleted_at IS NULL ORDER BY position, id"_s.arg(ids)))
        byId[gap.example.value]->gaps.append(gap);
    return examples;
}

// Rows come back in any order: put them into that of the ids.
template <class RecordType, class IdType>
QVector<RecordType> inOrder(const QVector<RecordType> &records, const QVector<IdType> &ids)
{
    QHash<qint64, const RecordType *> byId;
    for (const RecordType &record : records)
        byId.insert(record.id, &record);
    QVector<RecordType> ordered;
    ordered.reserve(records.size());
    for (const IdType &id : ids) {
        if (const RecordType *record = byId.value(id.value))
            ordered.append(*record);
    }
    return ordered;
}

template <class IdType>
QVector<IdType> ids(Connection &db, const QString &sql, qint64 parameter)
{
    QVector<IdType> found;
    Query q = db.query(sql);
    q.bind(parameter);
    while (q.next())
        found.append(IdType{q.integer(0)});
    return found;
}

void addParticipantTerms(Connection &db, Record &record)
{
    Query q = db.query(
        u"SELECT field, term, main FROM participant_term WHERE participant = ? ORDER BY main DESC, id"_s);
    q.bind(record.id);
    while (q.next())
        record.terms[q.text(0)].append({.term = q.id<TermId>(1), .main = q.integer(2) != 0});
}
} // namespace

bool Record::has(const Field &field) const
{
    if (field.kind == FieldKind::Coding)
        return !coded(field).isEmpty();
    const QVariant found = value(field);
    return found.isValid() && !(field.kind == FieldKind::Text && found.toString().trimmed().isEmpty());
}

QVector<ExampleRecord> readExamples(Connection &db, const QVector<ExampleId> &wanted)
{
    QVector<ExampleRecord> found;
    for (qsizetype from = 0; from < wanted.size(); from += idsPerStatement)
        found += readExamplesIn(db, idList(wanted, from));
    return inOrder(found, wanted);
}

std::optional<ExampleRecord> readExample(Connection &db, ExampleId id)
{
    const QVector<ExampleRecord> found = readExamples(db, {id});
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

QVector<GapRecord> readGaps(Connection &db, const QVector<GapId> &wanted)
{
    QVector<GapRecord> found;
    for (qsizetype from = 0; from < wanted.size(); from += idsPerStatement)
        found += readGapsWhere(db, u"id IN (%1)"_s.arg(idList(wanted, from)));
    return inOrder(found, wanted);
}

std::optional<GapRecord> readGap(Connection &db, GapId id)
{
    const QVector<GapRecord> found = readGaps(db, {id});
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

std::optional<Record> readRecord(Connection &db, Entity entity, qint64 id)
{
    Query q = db.query(u"SELECT id, %1 FROM %2 WHERE id = ?"_s.arg(columnList(entity), tableOf(entity)));
    q.bind(id);
    if (!q.next())
        return std::nullopt;
    Record record;
    record.id = id;
    readValues(record, entity, q, 1);
    QHash<qint64, Record *> byId{{id, &record}};
    addTermsAndMissing(db, byId);
    if (entity == Entity::Participant)
        addParticipantTerms(db, record);
    return record;
}

QVector<ExampleId> exampleIdsOf(Connection &db, InterviewId interview)
{
    return ids<ExampleId>(db,
                          u"SELECT id FROM example WHERE interview = ? AND deleted_at IS NULL ORDER BY id"_s,
                          interview.value);
}

QVector<GapId> needIdsOf(Connection &db, InterviewId interview)
{
    return ids<GapId>(
        db,
        u"SELECT id FROM gap WHERE interview = ? AND example IS NULL AND deleted_at IS NULL ORDER BY id"_s,
        interview.value);
}

QVector<qint64> practiceIdsOf(Connection &db, InterviewId interview)
{
    QVector<qint64> found;
    Query q = db.query(u"SELECT id FROM practice WHERE interview = ? AND deleted_at IS NULL ORDER BY id"_s);
    q.bind(interview);
    while (q.next())
        found.append(q.integer(0));
    return found;
}

} // namespace seamfinder
