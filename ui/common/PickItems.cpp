#include "ui/common/PickItems.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

QList<PickItem> pickItems(const Codebook &codebook, const Field &field, const QList<qint64> &chosen,
                          const QVector<TermId> &elementsFirst, const SpokenLabels &spoken)
{
    QVector<Term> terms = codebook.inFacet(QString(field.facet));
    terms.removeIf([&](const Term &term) { return term.retired && !chosen.contains(term.id.value); });
    const auto place = [&](const Term &term) {
        const qsizetype first = elementsFirst.indexOf(term.about);
        if (first >= 0 && term.about)
            return int(first);
        const Term *about = codebook.term(term.about);
        return 1000 + (about ? about->position : 0);
    };
    std::ranges::stable_sort(terms, {}, place);
    QList<PickItem> items;
    for (const Term &term : std::as_const(terms)) {
        const Term *about = codebook.term(term.about);
        QString help = term.definition;
        if (!term.useWhen.isEmpty())
            help += u'\n' + term.useWhen;
        const QString said = spoken.term(QString(field.facet), term.key, term.label);
        items += {.id = term.id.value,
                  .label = said,
                  .alias = spoken.otherNames(QString(field.facet), term.key, term.label, term.alias),
                  .group = about ? spoken.term(about->facet, about->key, about->label) : QString(),
                  .definition = help,
                  .color = QColor(term.colour)};
    }
    return items;
}

} // namespace seamfinder
