#include "ui/catalogue/DetailFacts.h"

namespace seamfinder {

namespace {

constexpr int historyLength = 200;

void addFacets(Connection &db, Entity entity, qint64 target, int gap, QVector<DetailFacts::Facet> &facets)
{
    for (const Field &field : fieldsOf(entity)) {
        if (field.kind == FieldKind::Coding)
            facets.append(
                {.field = &field, .target = target, .gap = gap, .layers = readLayers(db, field, target)});
    }
}

QVector<JournalEntry> historyOf(Connection &db, const QVector<qint64> &rows)
{
    QVector<JournalEntry> all;
    for (const qint64 row : rows) {
        for (const JournalEntry &entry : journal::history(db, historyLength, row)) {
            if (std::none_of(all.begin(), all.end(),
                             [&entry](const JournalEntry &one) { return one.id == entry.id; }))
                all.append(entry);
        }
    }
    std::sort(all.begin(), all.end(),
              [](const JournalEntry &a, const JournalEntry &b) { return a.id > b.id; });
    return all;
}

} // namespace

DetailFacts readDetail(Connection &db, ExampleId id)
{
    DetailFacts facts;
    auto example = readExample(db, id);
    if (!example)
        return facts;
    facts.example = std::move(*example);
    addFacets(db, Entity::Example, id.value, -1, facts.facets);
    QVector<qint64> rows{id.value};
    for (int gap = 0; gap < facts.example.gaps.size(); ++gap) {
        addFacets(db, Entity::Gap, facts.example.gaps[gap].id, gap, facts.facets);
        rows << facts.example.gaps[gap].id;
    }
    if (facts.example.incident) {
        facts.incident = incidentLabel(db, facts.example.incident);
        QVector<ExampleId> others = examplesOfIncident(db, facts.example.incident);
        others.removeAll(id);
        facts.sameEvent = readExamples(db, others);
    }
    for (const ExampleLink &link : readLinks(db, id)) {
        const bool outgoing = link.from == id;
        if (auto other = readExample(db, outgoing ? link.to : link.from); other && !other->deletedAt)
            facts.links.append({.other = std::move(*other), .kind = link.kind, .outgoing = outgoing});
    }
    facts.history = historyOf(db, rows);
    return facts;
}

DetailFacts readDetail(Connection &db, GapId id)
{
    DetailFacts facts;
    auto need = readGap(db, id);
    if (!need)
        return facts;
    facts.need = std::move(*need);
    addFacets(db, Entity::Gap, id.value, -1, facts.facets);
    facts.history = historyOf(db, {id.value});
    return facts;
}

} // namespace seamfinder
