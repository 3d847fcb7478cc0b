#include "core/exchange/ConditionWords.h"

#include "core/exchange/FormLocale.h"
#include "core/protocol/SpokenLabels.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
bool isComparison(Operation operation)
{
    return operation >= Operation::Equal && operation <= Operation::GreaterEqual;
}

Operation opposite(Operation comparison)
{
    switch (comparison) {
    case Operation::Equal:
        return Operation::NotEqual;
    case Operation::NotEqual:
        return Operation::Equal;
    case Operation::Less:
        return Operation::GreaterEqual;
    case Operation::LessEqual:
        return Operation::Greater;
    case Operation::Greater:
        return Operation::LessEqual;
    default:
        return Operation::Less;
    }
}

/// The same comparison read from its other side.
Operation turned(Operation comparison)
{
    switch (comparison) {
    case Operation::Less:
        return Operation::Greater;
    case Operation::LessEqual:
        return Operation::GreaterEqual;
    case Operation::Greater:
        return Operation::Less;
    case Operation::GreaterEqual:
        return Operation::LessEqual;
    default:
        return comparison;
    }
}

SpokenPhrase comparisonPattern(Operation comparison)
{
    switch (comparison) {
    case Operation::Equal:
        return "%1 is %2";
    case Operation::NotEqual:
        return "%1 is not %2";
    case Operation::Less:
        return "%1 is less than %2";
    case Operation::LessEqual:
        return "%1 is at most %2";
    case Operation::Greater:
        return "%1 is more than %2";
    default:
        return "%1 is at least %2";
    }
}

/// Whether a count that is compared so says "at least one" or "none"; nothing if it says another thing.
std::optional<bool> saysAny(Operation comparison, double than)
{
    if ((comparison == Operation::Greater && than == 0) || (comparison == Operation::NotEqual && than == 0) ||
        (comparison == Operation::GreaterEqual && than == 1))
        return true;
    if ((comparison == Operation::Equal && than == 0) || (comparison == Operation::LessEqual && than == 0) ||
        (comparison == Operation::Less && than == 1))
        return false;
    return std::nullopt;
}
} // namespace

ConditionWords::ConditionWords(QHash<QString, QString> numbers, ChoiceLabel label, QString language)
    : m_numbers(std::move(numbers))
    , m_label(std::move(label))
    , m_language(std::move(language))
{
}

std::optional<QString> ConditionWords::words(const Expression &expression) const
{
    return expression.root() ? words(*expression.root(), true) : std::nullopt;
}

QString ConditionWords::said(SpokenPhrase phrase) const
{
    return SpokenLabels::in(m_language).phrase(phrase);
}

QString ConditionWords::number(const ExpressionNode &node) const
{
    return node.operation == Operation::Reference ? m_numbers.value(node.name) : QString();
}

std::optional<QString> ConditionWords::words(const ExpressionNode &node, bool holds) const
{
    switch (node.operation) {
    case Operation::Not:
        return words(*node.arguments.front(), !holds);
    case Operation::And:
    case Operation::Or:
        return joined(node, holds);
    case Operation::Selected: {
        const ExpressionNode &key = *node.arguments.back();
        const QString at = number(*node.arguments.front());
        if (at.isEmpty() || key.operation != Operation::Literal)
            return std::nullopt;
        return (holds ? said("%1 is chosen at %2") : said("%1 is not chosen at %2"))
            .arg(formQuoted(m_label(node.arguments.front()->name, key.literal.toText()), m_language), at);
    }
    case Operation::Reference:
        if (const QString at = number(node); !at.isEmpty())
            return (holds ? said("%1 is ticked") : said("%1 is not ticked")).arg(at);
        return std::nullopt;
    default:
        return isComparison(node.operation) ? compared(node, holds) : std::nullopt;
    }
}

std::optional<QString> ConditionWords::joined(const ExpressionNode &node, bool holds) const
{
    const bool all = (node.operation == Operation::And) == holds;
    QStringList parts;
    for (const auto &argument : node.arguments) {
        const auto part = words(*argument, holds);
        if (!part)
            return std::nullopt;
        const bool alternatives = argument->operation == (holds ? Operation::Or : Operation::And);
        parts.append(all && alternatives ? u'(' + *part + u')' : *part);
    }
    return parts.join(all ? said(" and ") : said(" or "));
}

std::optional<QString> ConditionWords::compared(const ExpressionNode &node, bool holds) const
{
    const ExpressionNode &left = *node.arguments.front(), &right = *node.arguments.back();
    const Operation comparison = holds ? node.operation : opposite(node.operation);
    if (right.operation == Operation::Literal)
        return comparedWithLiteral(left, comparison, right.literal);
    if (left.operation == Operation::Literal)
        return comparedWithLiteral(right, turned(comparison), left.literal);
    const QString one = number(left), other = number(right);
    if (one.isEmpty() || other.isEmpty())
        return std::nullopt;
    return said(comparisonPattern(comparison)).arg(one, other);
}

std::optional<QString> ConditionWords::comparedWithLiteral(const ExpressionNode &asked, Operation comparison,
                                                           const Value &literal) const
{
    if (const QString at = number(asked); !at.isEmpty()) {
        if (literal.toText().isEmpty())
            return (comparison == Operation::NotEqual ? said("%1 is answered") : said("%1 has no answer"))
                .arg(at);
        const QString than = literal.kind() == Value::Kind::Number
                                 ? formNumber(literal.number(), m_language)
                                 : formQuoted(m_label(asked.name, literal.toText()), m_language);
        return said(comparisonPattern(comparison)).arg(at, than);
    }
    const bool counts = asked.operation == Operation::Count || asked.operation == Operation::CountSelected ||
                        asked.operation == Operation::StringLength;
    const QString at = counts ? number(*asked.arguments.front()) : QString();
    if (at.isEmpty() || literal.kind() != Value::Kind::Number)
        return std::nullopt;
    if (const auto any = saysAny(comparison, literal.number())) {
        if (asked.operation == Operation::Count)
            return (*any ? said("%1 has an entry") : said("%1 has no entry")).arg(at);
        return (*any ? said("%1 is answered") : said("%1 has no answer")).arg(at);
    }
    const QString what = asked.operation == Operation::Count           ? said("the number of entries at %1")
                         : asked.operation == Operation::CountSelected ? said("the number of choices at %1")
                                                                       : said("the length of %1");
    return said(comparisonPattern(comparison)).arg(what.arg(at), formNumber(literal.number(), m_language));
}

} // namespace seamfinder
