#include "core/catalogue/EditExamples.h"

#include "core/catalogue/Connection.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/Tables.h"
#include "core/domain/Error.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
ParticipantId participantOf(Connection &db, const Origin &origin)
{
    if (origin.participant || !origin.interview)
        return origin.participant;
    Query q = db.query(
        u"SELECT participant FROM interview_participant WHERE interview = ? ORDER BY position, id LIMIT 1"_s);
    q.bind(origin.interview);
    return q.next() ? q.id<ParticipantId>(0) : ParticipantId{};
}

SystemId systemOf(Connection &db, const Origin &origin)
{
    return origin.system || !origin.interview ? origin.system : onlySystemOf(db, origin.interview);
}

void setGapsDeleted(Edit &edit, ExampleId example, std::optional<qint64> from, std::optional<qint64> to)
{
    edit.db()
        .query(
            u"UPDATE gap SET deleted_at = ?1, revision = ?2, changed_by = ?3 WHERE example = ?4 AND deleted_at IS ?5"_s)
        .bind(to, edit.entry(), edit.coder(), example, from)
        .run();
}

std::optional<qint64> deletedAt(Connection &db, ExampleId example)
{
    Query q = db.query(u"SELECT deleted_at FROM example WHERE id = ?"_s);
    q.bind(example);
    return q.next() && !q.isNull(0) ? std::optional(q.integer(0)) : std::nullopt;
}

/// Into the bin or out of it, unless that would change what a locked interview has.
void setInBin(Edit &edit, const QString &table, qint64 row, bool inBin)
{
    requireOwnerUnlocked(edit, table, row);
    setDeleted(edit, table, row, inBin);
}
} // namespace

SystemId onlySystemOf(Connection &db, InterviewId interview)
{
    Query q = db.query(u"SELECT min(system), count(*) FROM interview_system WHERE interview = ?"_s);
    q.bind(interview);
    return q.next() && q.integer(1) == 1 ? q.id<SystemId>(0) : SystemId{};
}

ExampleId createExample(Edit &edit, const Origin &origin)
{
    requireUnlocked(edit, origin.interview);
    const auto id = edit.newId<ExampleId>();
    Connection &db = edit.db();
    db.query(u"INSERT INTO example(id, interview, participant, system, first_question, created, updated, "
             u"revision, changed_by) "
             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s)
        .bind(id, origin.interview, participantOf(db, origin), systemOf(db, origin),
              origin.firstQuestion + u""_s, edit.now(), edit.now(), edit.entry(), edit.coder())
        .run();
    return id;
}

GapId createGap(Edit &edit, ExampleId example, const Origin &origin)
{
    if (!example) // a gap of an example is found in coding, too
        requireUnlocked(edit, origin.interview);
    const auto id = edit.newId<GapId>();
    Connection &db = edit.db();
    Origin from = origin;
    if (example) {
        Query q = db.query(u"SELECT interview, participant FROM example WHERE id = ?"_s);
        q.bind(example);
        if (!q.next())
            throw Error(ErrorCode::NotFound, u"the gap's example does not exist"_s, toText(example));
        if (!from.interview)
            from.interview = q.id<InterviewId>(0);
        if (!from.participant)
            from.participant = q.id<ParticipantId>(1);
    }
    db.query(u"INSERT INTO gap(id, example, interview, participant, first_question, position, created, "
             u"updated, revision, changed_by) "
             "SELECT ?1, ?2, ?3, ?4, ?5, count(*), ?6, ?6, ?7, ?8 FROM gap WHERE example = ?2"_s)
        .bind(id, example, from.interview, participantOf(db, from), from.firstQuestion + u""_s, edit.now(),
              edit.entry(), edit.coder())
        .run();
    return id;
}

qint64 createPractice(Edit &edit, const Origin &origin)
{
    requireUnlocked(edit, origin.interview);
    const qint64 id = edit.nextId();
    edit.db()
        .query(
            u"INSERT INTO practice(id, interview, participant, created, updated, revision, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?)"_s)
        .bind(id, origin.interview, participantOf(edit.db(), origin), edit.now(), edit.now(), edit.entry(),
              edit.coder())
        .run();
    return id;
}

void deleteExample(Edit &edit, ExampleId example)
{
    setGapsDeleted(edit, example, std::nullopt, edit.now());
    setInBin(edit, u"example"_s, example.value, true);
}

void restoreExample(Edit &edit, ExampleId example)
{
    // Gaps that had been deleted before the example stay in the bin.
    if (const auto when = deletedAt(edit.db(), example))
        setGapsDeleted(edit, example, when, std::nullopt);
    setInBin(edit, u"example"_s, example.value, false);
}

void deleteGap(Edit &edit, GapId gap)
{
    setInBin(edit, u"gap"_s, gap.value, true);
}

void restoreGap(Edit &edit, GapId gap)
{
    setInBin(edit, u"gap"_s, gap.value, false);
}

void deletePractice(Edit &edit, qint64 practice)
{
    setInBin(edit, u"practice"_s, practice, true);
}

void setGapPriorities(Edit &edit, InterviewId interview, const QVector<GapId> &inOrder)
{
    QHash<qint64, std::optional<int>> before;
    Query q = edit.db().query(u"SELECT id, priority FROM gap WHERE interview = ?"_s);
    q.bind(interview);
    while (q.next())
        before.insert(q.integer(0), q.isNull(1) ? std::nullopt : std::optional(int(q.integer(1))));
    for (auto gap = before.cbegin(); gap != before.cend(); ++gap) {
        const qsizetype at = inOrder.indexOf(GapId{gap.key()});
        const std::optional<int> now = at < 0 ? std::nullopt : std::optional(int(at) + 1);
        if (now == gap.value())
            continue;
        edit.db()
            .query(u"UPDATE gap SET priority = ?, updated = ?, revision = ?, changed_by = ? WHERE id = ?"_s)
            .bind(now, edit.now(), edit.entry(), edit.coder(), gap.key())
            .run();
    }
}

QLatin1StringView relationOf(const Passage &passage)
{
    return passage.byInterviewer ? "interviewer"_L1 : "supports"_L1;
}

EvidenceId addEvidence(Edit &edit, qint64 target, const Passage &passage, QLatin1StringView relation)
{
    const auto excerpt = edit.newId<ExcerptId>();
    const auto evidence = edit.newId<EvidenceId>();
    const auto orNone = [](qint64 value, qint64 none) {
        return value == none ? std::nullopt : std::optional(value);
    };
    edit.db()
        .query(
            u"INSERT INTO excerpt(id, source_kind, source, start, end, quote, speaker, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s)
        .bind(excerpt, passage.sourceKind, orNone(passage.source, 0), orNone(passage.start, -1),
              orNone(passage.end, -1), passage.quote + u""_s, passage.speaker, edit.now())
        .run();
    edit.db()
        .query(
            u"INSERT INTO evidence(id, target, excerpt, relation, coder, created) VALUES (?, ?, ?, ?, ?, ?)"_s)
        .bind(evidence, target, excerpt, relation, edit.coder(), edit.now())
        .run();
    return evidence;
}

namespace {
/// 0 where the evidence is not there.
qint64 excerptOf(Connection &db, EvidenceId evidence)
{
    Query q = db.query(u"SELECT excerpt FROM evidence WHERE id = ?"_s);
    q.bind(evidence);
    return q.next() ? q.integer(0) : 0;
}
} // namespace

bool rewordEvidence(Edit &edit, EvidenceId evidence, const Passage &passage, QLatin1StringView relation)
{
    const qint64 excerpt = excerptOf(edit.db(), evidence);
    if (!excerpt)
        return false;
    edit.db()
        .query(u"UPDATE excerpt SET quote = ?1, speaker = ?2 WHERE id = ?3"_s)
        .bind(passage.quote + u""_s, passage.speaker, excerpt)
        .run();
    edit.db()
        .query(u"UPDATE evidence SET relation = ?1 WHERE id = ?2 AND relation <> ?1"_s)
        .bind(relation, evidence)
        .run();
    return true;
}

void removeEvidence(Edit &edit, EvidenceId evidence)
{
    Connection &db = edit.db();
    const qint64 excerpt = excerptOf(db, evidence);
    if (!excerpt)
        return;
    db.query(u"DELETE FROM evidence WHERE id = ?"_s).bind(evidence).run();
    db.query(
          u"DELETE FROM excerpt WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM evidence WHERE excerpt = ?1)"_s)
        .bind(excerpt)
        .run();
}

IncidentId createIncident(Edit &edit, const QString &label)
{
    const auto id = edit.newId<IncidentId>();
    edit.db()
        .query(u"INSERT INTO incident(id, label, created, revision, changed_by) VALUES (?, ?, ?, ?, ?)"_s)
        .bind(id, label, edit.now(), edit.entry(), edit.coder())
        .run();
    return id;
}

void setIncidentLabel(Edit &edit, IncidentId incident, const QString &label)
{
    edit.db()
        .query(
            u"UPDATE incident SET label = ?1, revision = ?2, changed_by = ?3 WHERE id = ?4 AND label <> ?1"_s)
        .bind(label + u""_s, edit.entry(), edit.coder(), incident)
        .run();
}

void setIncident(Edit &edit, ExampleId example, IncidentId incident)
{
    edit.db().query(u"UPDATE example SET incident = ? WHERE id = ?"_s).bind(incident, example).run();
    stampRow(edit, u"example"_s, example.value);
}

void linkExamples(Edit &edit, ExampleId from, ExampleId to, QLatin1StringView kind)
{
    edit.db()
        .query(
            u"INSERT INTO example_link(id, from_example, to_example, kind, created) VALUES (?, ?, ?, ?, ?)"_s)
        .bind(edit.nextId(), from, to, kind, edit.now())
        .run();
}

void unlinkExamples(Edit &edit, ExampleId from, ExampleId to, const QString &kind)
{
    edit.db()
        .query(u"DELETE FROM example_link WHERE from_example = ? AND to_example = ? AND kind = ?"_s)
        .bind(from, to, kind)
        .run();
}

} // namespace seamfinder
