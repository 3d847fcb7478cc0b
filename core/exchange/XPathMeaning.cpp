#include "core/exchange/XPathMeaning.h"

#include "core/exchange/ExpressionText.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

using Node = ExpressionNodePtr;

bool isText(const Node &node)
{
    return node->operation == Operation::Literal && node->literal.kind() == Value::Kind::Text;
}

bool isNumber(const Node &node)
{
    return node->operation == Operation::Literal && node->literal.kind() == Value::Kind::Number;
}

bool isArithmetic(const Node &node)
{
    switch (node->operation) {
    case Operation::Add:
    case Operation::Subtract:
    case Operation::Multiply:
    case Operation::Divide:
    case Operation::Modulo:
    case Operation::Negate:
    case Operation::Round:
    case Operation::Int:
    case Operation::Number:
    case Operation::Count:
    case Operation::CountSelected:
    case Operation::Sum:
        return true;
    default:
        return false;
    }
}

bool asksForAnswers(const ExpressionNode &node)
{
    return node.operation == Operation::Reference ||
           std::any_of(node.arguments.begin(), node.arguments.end(),
                       [](const Node &argument) { return asksForAnswers(*argument); });
}

Node literal(const Value &value)
{
    return expressionNode(Operation::Literal, {}, value);
}

class Rewriting
{
public:
    Rewriting(const QHash<QString, QuestionType> &types, std::optional<QuestionType> self)
        : m_types(types)
        , m_self(self)
    {
    }

    Node rewritten(const Node &node)
    {
        std::vector<Node> arguments;
        for (const Node &argument : node->arguments)
            arguments.push_back(rewritten(argument));
        switch (node->operation) {
        case Operation::Equal:
        case Operation::NotEqual:
            return equality(node->operation == Operation::NotEqual, std::move(arguments));
        case Operation::Less:
        case Operation::LessEqual:
        case Operation::Greater:
        case Operation::GreaterEqual:
            alike(arguments);
            break;
        case Operation::Selected:
            if (isNumber(arguments[1]))
                replace(arguments[1], Value::text(arguments[1]->literal.toText()));
            break;
        case Operation::StringLength:
        case Operation::Contains:
        case Operation::StartsWith:
        case Operation::Regex:
            asText(arguments[0]);
            break;
        default:
            break;
        }
        return arguments.empty()
                   ? node
                   : expressionNode(node->operation, std::move(arguments), node->literal, node->name);
    }

    bool changed = false;

private:
    [[nodiscard]] std::optional<QuestionType> typeOf(const Node &node) const
    {
        if (node->operation == Operation::Self)
            return m_self;
        if (node->operation != Operation::Reference)
            return std::nullopt;
        if (node->name == "choice.key"_L1)
            return QuestionType::SelectOne;
        const auto found = m_types.constFind(node->name);
        return found == m_types.cend() ? std::nullopt : std::optional(*found);
    }

    void replace(Node &node, const Value &value)
    {
        node = literal(value);
        changed = true;
    }

    /// A number, a date or several keys in place of a text; what is calculated may be any of them.
    void asText(Node &node)
    {
        const auto type = typeOf(node);
        const bool text = !type || *type == QuestionType::Text || *type == QuestionType::SelectOne;
        if (text && !isNumber(node) && !isArithmetic(node))
            return;
        node = expressionNode(Operation::Concat, {node});
        changed = true;
    }

    /// Number beside number, key beside text.
    void alike(std::vector<Node> &sides)
    {
        for (const size_t i : {size_t(0), size_t(1)}) {
            const auto type = typeOf(sides[i]);
            const Value::Kind kind = type ? valueKind(*type) : Value::Kind::Nothing;
            Node &other = sides[1 - i];
            if (kind == Value::Kind::Number && isText(other) && !other->literal.toNumber().isNothing())
                replace(other, other->literal.toNumber());
            else if ((kind == Value::Kind::Keys || kind == Value::Kind::Text) && isNumber(other))
                replace(other, Value::text(other->literal.toText()));
        }
    }

    Node equality(bool negative, std::vector<Node> sides)
    {
        for (const size_t i : {size_t(0), size_t(1)}) {
            const Node &side = sides[i], &other = sides[1 - i];
            if (isText(other) && other->literal.toText().isEmpty() && !isText(side))
                return answered(side, negative);
            if (typeOf(side) == QuestionType::Acknowledge && isText(other)) {
                changed = true;
                const bool ticked = (other->literal.toText() == "OK"_L1) != negative;
                return ticked ? side : expressionNode(Operation::Not, {side});
            }
        }
        alike(sides);
        const bool mayBeUnanswered = asksForAnswers(*sides[0]) || asksForAnswers(*sides[1]);
        if (!negative || !mayBeUnanswered)
            return expressionNode(negative ? Operation::NotEqual : Operation::Equal, std::move(sides));
        changed = true;
        return expressionNode(Operation::Not, {expressionNode(Operation::Equal, std::move(sides))});
    }

    /// Whether there is an answer.
    Node answered(const Node &node, bool wanted)
    {
        changed = true;
        const Node counted =
            node->operation == Operation::Reference
                ? expressionNode(Operation::Count, {node})
                : expressionNode(Operation::StringLength, {expressionNode(Operation::Concat, {node})});
        return expressionNode(wanted ? Operation::Greater : Operation::Equal,
                              {counted, literal(Value::number(0))});
    }

    const QHash<QString, QuestionType> &m_types;
    const std::optional<QuestionType> m_self;
};

} // namespace

Expression withMeaningOfXPath(const Expression &expression, const QHash<QString, QuestionType> &types,
                              std::optional<QuestionType> self)
{
    if (!expression.isValid())
        return expression;
    Rewriting rewriting(types, self);
    // The tree belongs to the expression, which lives as long as this call.
    const Node root(std::shared_ptr<void>(), expression.root());
    const Node result = rewriting.rewritten(root);
    return rewriting.changed ? Expression(expressionText(*result)) : expression;
}

} // namespace seamfinder
