#include "core/catalogue/ExampleFacts.h"

#include "core/domain/Fields.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

ReadBackValue words(const Record &record, const Field &field)
{
    ReadBackValue value;
    if (const QString text = record.text(field); !text.isEmpty())
        value.texts = {text};
    const auto missing = record.missing.constFind(QString(field.key));
    if (missing != record.missing.constEnd())
        value.missing = *missing;
    return value;
}

QStringList labels(const Record &record, const Field &field, const Codebook &codebook, const TermLabel &label)
{
    QStringList texts;
    const QVector<CodedTerm> terms = record.coded(field);
    for (const CodedTerm &coded : terms)
        texts += codedLabel(coded, codebook, label);
    return texts;
}

/// "Not known" is an answer in the codebook, too; in the sentence it reads like the missing code.
ReadBackValue roles(const Record &record, const Field &field, const Codebook &codebook,
                    const TermLabel &label)
{
    ReadBackValue value;
    const auto missing = record.missing.constFind(QString(field.key));
    if (missing != record.missing.constEnd())
        value.missing = *missing;
    const QVector<CodedTerm> terms = record.coded(field);
    for (const CodedTerm &coded : terms) {
        const Term *term = codebook.term(coded.term);
        if (term && term->special && term->key == "not-known"_L1)
            value.missing = MissingCode::DoesNotKnow;
        else
            value.texts += codedLabel(coded, codebook, label);
    }
    return value;
}

bool given(const Record &record, const Field &field)
{
    return record.has(field) || record.isMissing(field);
}

} // namespace

QString codebookLabel(const Term &term)
{
    return term.label;
}

QString codedLabel(const CodedTerm &coded, const Codebook &codebook, const TermLabel &label)
{
    const Term *term = codebook.term(coded.term);
    if (!term)
        return {};
    return term->asksText && !coded.other.isEmpty() ? coded.other : label(*term);
}

bool isLikely(const ExampleRecord &example, const Codebook &codebook)
{
    const TermId occurrence{example.value(fields::example::occurrence).toLongLong()};
    return codebook.key(occurrence) == "likely"_L1;
}

ReadBackGap readBackGap(const GapRecord &gap, const Codebook &codebook, const TermLabel &label)
{
    const QVector<CodedTerm> owners = gap.coded(fields::gap::owner);
    const Term *owner = owners.size() == 1 ? codebook.term(owners.first().term) : nullptr;
    return {.owner = roles(gap, fields::gap::owner, codebook, label),
            .neededBy = roles(gap, fields::gap::neededBy, codebook, label),
            .information = words(gap, fields::gap::information),
            .items = labels(gap, fields::gap::item, codebook, label),
            .ownerIsNobody = owner && owner->special && owner->key == "nobody"_L1};
}

ReadBackFacts readBackFacts(const ExampleRecord &example, const Codebook &codebook, const TermLabel &label)
{
    ReadBackFacts facts{.likely = isLikely(example, codebook),
                        .believedBy = roles(example, fields::example::believedBy, codebook, label),
                        .countedOn = words(example, fields::example::countedOn),
                        .turnedOut = words(example, fields::example::turnedOut),
                        .ledTo = words(example, fields::example::ledTo),
                        .effects = labels(example, fields::example::effect, codebook, label),
                        .feared = words(example, fields::example::feared)};
    for (const GapRecord &gap : example.gaps)
        facts.gaps += readBackGap(gap, codebook, label);
    return facts;
}

bool saysAnything(const ExampleRecord &example)
{
    return !example.gaps.isEmpty() || !example.missing.isEmpty() ||
           std::any_of(fields::example::all.begin(), fields::example::all.end(), [&](const Field &field) {
               return field != fields::example::status && field != fields::example::system &&
                      example.has(field);
           });
}

OpenFields openFieldsOf(const ExampleRecord &example, const Codebook &codebook)
{
    OpennessFacts facts{.likely = isLikely(example, codebook),
                        .element = given(example, fields::example::element),
                        .believedBy = given(example, fields::example::believedBy),
                        .countedOn = given(example, fields::example::countedOn),
                        .turnedOut = given(example, fields::example::turnedOut),
                        .feared = given(example, fields::example::feared),
                        .effect = given(example, fields::example::effect)};
    for (const GapRecord &gap : example.gaps)
        facts.gaps += {.owner = given(gap, fields::gap::owner),
                       .neededBy = given(gap, fields::gap::neededBy),
                       .item = given(gap, fields::gap::item)};
    return openFieldsOf(facts);
}

} // namespace seamfinder
