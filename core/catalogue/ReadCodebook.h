#pragma once

#include "core/catalogue/Connection.h"
#include "core/domain/Term.h"

#include <memory>
#include <QHash>
#include <QStringList>
#include <QVector>

namespace seamfinder {

/// The whole codebook in memory: a few hundred terms, looked up all the time. A value; read it again after a
/// commit that touches "term" or "expected_flow".
class Codebook
{
public:
    [[nodiscard]] static Codebook read(Connection &db);

    [[nodiscard]] const QVector<Term> &terms() const { return m_terms; } ///< by facet, then position
    [[nodiscard]] QStringList facets() const;
    /// Terms of a facet in codebook order.
    [[nodiscard]] QVector<Term> inFacet(QStringView facet, bool withRetired = true) const;
    /// nullptr if there is none.
    [[nodiscard]] const Term *term(TermId id) const;
    [[nodiscard]] const Term *term(QStringView facet, QStringView key) const;
    [[nodiscard]] QString label(TermId id) const; ///< empty if there is none
    [[nodiscard]] QString key(TermId id) const;

    [[nodiscard]] QVector<TermId> provides(TermId element) const;
    [[nodiscard]] QVector<TermId> needs(TermId element) const;

private:
    QVector<Term> m_terms;
    QHash<TermId, qsizetype> m_byId;
    QHash<QString, qsizetype> m_byKey;
    QHash<TermId, QVector<TermId>> m_provides;
    QHash<TermId, QVector<TermId>> m_needs;
};

/// How many adopted codings (and plain columns) use each term.
[[nodiscard]] QHash<TermId, int> termUse(Connection &db);

} // namespace seamfinder
