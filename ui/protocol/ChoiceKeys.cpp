#include "ui/protocol/ChoiceKeys.h"

#include "core/catalogue/ReadCodebook.h"
#include "core/domain/Fields.h"
#include "core/protocol/ProtocolIndex.h"

namespace seamfinder {

namespace {
QStringList keysOfFacet(const Codebook &codebook, const QString &facet)
{
    QStringList keys;
    const QVector<Term> terms = codebook.inFacet(facet, false);
    for (const Term &term : terms)
        keys.append(term.key);
    return keys;
}
} // namespace

QStringList choiceKeysOf(const Protocol &protocol, const Codebook &codebook, const QString &question)
{
    const ProtocolIndex index(protocol);
    const Question *found = index.question(question);
    if (!found)
        return {};
    QStringList keys;
    for (const AnswerChoice &choice : found->choices.fixed)
        keys.append(choice.key);
    const Field *field = fieldByName(found->binding);
    if (keys.isEmpty() && field && choiceKind(*found) == ChoiceSource::Kind::Fixed)
        return choiceKeysOf(*field, codebook);
    return keys.isEmpty() ? keysOfFacet(codebook, index.facetOf(*found)) : keys;
}

QStringList choiceKeysOf(const Field &field, const Codebook &codebook)
{
    QStringList keys;
    for (const Choice &choice : field.choices)
        keys.append(choice.key);
    return keys.isEmpty() ? keysOfFacet(codebook, QString(field.facet)) : keys;
}

} // namespace seamfinder
