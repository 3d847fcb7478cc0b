#include "core/catalogue/ReadCodebook.h"

#include "core/catalogue/Query.h"
#include "core/domain/Facet.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
Term readTerm(const Query &q)
{
    return {
        .id = q.id<TermId>(0),
        .facet = q.text(1),
        .key = q.text(2),
        .label = q.text(3),
        .alias = q.text(4),
        .definition = q.text(5),
        .useWhen = q.text(6),
        .useNot = q.text(7),
        .example = q.text(8),
        .colour = q.text(9),
        .parent = q.id<TermId>(10),
        .about = q.id<TermId>(11),
        .groupRole = q.id<TermId>(12),
        .workflow = q.id<TermId>(13),
        .special = q.integer(14) != 0,
        .asksText = q.integer(15) != 0,
        .position = int(q.integer(16)),
        .retired = q.integer(17) != 0,
    };
}
} // namespace

Codebook Codebook::read(Connection &db)
{
    Codebook codebook;
    Query terms = db.query(
        u"SELECT id, facet, key, label, alias, definition, use_when, use_not, example, colour, parent, "
        u"about, "
        "group_role, workflow, special, asks_text, position, retired FROM term ORDER BY facet, position, id"_s);
    while (terms.next()) {
        const Term term = readTerm(terms);
        codebook.m_byId.insert(term.id, codebook.m_terms.size());
        codebook.m_byKey.insert(term.facet + u'/' + term.key, codebook.m_terms.size());
        codebook.m_terms.append(term);
    }
    Query flows = db.query(u"SELECT element, role, needs FROM expected_flow ORDER BY id"_s);
    while (flows.next())
        (flows.integer(2) != 0 ? codebook.m_needs : codebook.m_provides)[flows.id<TermId>(0)].append(
            flows.id<TermId>(1));
    return codebook;
}

QStringList Codebook::facets() const
{
    return facetKeys();
}

QVector<Term> Codebook::inFacet(QStringView facet, bool withRetired) const
{
    QVector<Term> found;
    for (const Term &term : m_terms) {
        if (term.facet == facet && (withRetired || !term.retired))
            found.append(term);
    }
    return found;
}

const Term *Codebook::term(TermId id) const
{
    const auto it = m_byId.constFind(id);
    return it == m_byId.cend() ? nullptr : &m_terms[*it];
}

const Term *Codebook::term(QStringView facet, QStringView key) const
{
    const auto it = m_byKey.constFind(facet.toString() + u'/' + key.toString());
    return it == m_byKey.cend() ? nullptr : &m_terms[*it];
}

QString Codebook::label(TermId id) const
{
    const Term *found = term(id);
    return found ? found->label : QString();
}

QString Codebook::key(TermId id) const
{
    const Term *found = term(id);
    return found ? found->key : QString();
}

QVector<TermId> Codebook::provides(TermId element) const
{
    return m_provides.value(element);
}

QVector<TermId> Codebook::needs(TermId element) const
{
    return m_needs.value(element);
}

QHash<TermId, int> termUse(Connection &db)
{
    QHash<TermId, int> use;
    const auto add = [&](const QString &sql) {
        Query q = db.query(sql);
        while (q.next())
            use[q.id<TermId>(0)] += int(q.integer(1));
    };
    add(u"SELECT term, count(*) FROM adopted GROUP BY term"_s);
    for (const QString &column : {u"occurrence"_s, u"source"_s, u"breadth"_s})
        add(u"SELECT %1, count(*) FROM example WHERE %1 IS NOT NULL AND deleted_at IS NULL GROUP BY %1"_s.arg(
            column));
    add(u"SELECT term, count(*) FROM participant_term GROUP BY term"_s);
    return use;
}

} // namespace seamfinder
