#include "core/catalogue/FacetNumbers.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/ReadExamples.h"

/// The layers of coding, evidence, links and incidents of one example or gap.
namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
// The same rule as the triggers of the schema: resolved, else the lead coder's (after before live), else
// live.
void markAdopted(Connection &db, const Field &field, qint64 target, QVector<CodingLayer> &layers)
{
    Query q = db.query(
        u"SELECT coding.coder, coding.stage FROM coding LEFT JOIN coder ON coder.id = coding.coder "
        "WHERE coding.target = ? AND coding.facet = ? ORDER BY coding.stage = 3 DESC, coder.is_lead DESC, "
        "CASE WHEN coder.is_lead THEN -coding.stage ELSE coding.stage END, coding.coder LIMIT 1"_s);
    q.bind(target, facetNumber(field));
    if (!q.next())
        return;
    for (CodingLayer &layer : layers)
        layer.adopted = layer.coder == q.id<CoderId>(0) && layer.stage == CodingStage(q.integer(1));
}

QVector<EvidenceRecord> readEvidenceWhere(Connection &db, const QString &where, qint64 parameter)
{
    QVector<EvidenceRecord> found;
    Query q = db.query(
        u"SELECT evidence.id, target, relation, source_kind, quote, source, start, end, speaker "
        "FROM evidence JOIN excerpt ON excerpt.id = evidence.excerpt WHERE %1 ORDER BY evidence.id"_s.arg(
            where));
    q.bind(parameter);
    while (q.next()) {
        found.append({q.id<EvidenceId>(0), q.integer(1), q.text(2), q.text(3), q.text(4), q.integer(5),
                      q.isNull(6) ? -1 : int(q.integer(6)), q.isNull(7) ? -1 : int(q.integer(7)),
                      q.id<ParticipantId>(8)});
    }
    return found;
}
} // namespace

QVector<CodingLayer> readLayers(Connection &db, const Field &field, qint64 target)
{
    QVector<CodingLayer> layers;
    Query q = db.query(u"SELECT coder, stage, term, main, pair, team, other, time FROM coding "
                       "WHERE target = ? AND facet = ? ORDER BY stage, coder, id"_s);
    q.bind(target, facetNumber(field));
    while (q.next()) {
        const auto coder = q.id<CoderId>(0);
        const auto stage = CodingStage(q.integer(1));
        if (layers.isEmpty() || layers.last().coder != coder || layers.last().stage != stage)
            layers.append({coder, stage, {}, q.integer(7), false});
        if (!q.isNull(2))
            layers.last().terms.append(
                {q.id<TermId>(2), q.integer(3) != 0, int(q.integer(4)), Team(q.integer(5)), q.text(6)});
    }
    markAdopted(db, field, target, layers);
    return layers;
}

QVector<EvidenceRecord> readEvidence(Connection &db, qint64 target)
{
    return readEvidenceWhere(db, u"target = ?"_s, target);
}

QVector<EvidenceRecord> readEvidenceOfSource(Connection &db, qint64 source)
{
    return readEvidenceWhere(db, u"excerpt.source = ?"_s, source);
}

QVector<ExampleLink> readLinks(Connection &db, ExampleId example)
{
    QVector<ExampleLink> links;
    Query q =
        db.query(u"SELECT from_example, to_example, kind FROM example_link WHERE from_example = ?1 "
                 "UNION ALL SELECT from_example, to_example, kind FROM example_link WHERE to_example = ?1"_s);
    q.bind(example);
    while (q.next())
        links.append({q.id<ExampleId>(0), q.id<ExampleId>(1), q.text(2)});
    return links;
}

QString incidentLabel(Connection &db, IncidentId incident)
{
    Query q = db.query(u"SELECT label FROM incident WHERE id = ?"_s);
    q.bind(incident);
    return q.next() ? q.text(0) : QString();
}

QVector<ExampleId> examplesOfIncident(Connection &db, IncidentId incident)
{
    QVector<ExampleId> found;
    Query q = db.query(u"SELECT id FROM example WHERE incident = ? AND deleted_at IS NULL ORDER BY id"_s);
    q.bind(incident);
    while (q.next())
        found.append(q.id<ExampleId>(0));
    return found;
}

} // namespace seamfinder
