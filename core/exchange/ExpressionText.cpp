#include "core/exchange/ExpressionText.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

struct Infix
{
    QLatin1StringView text;
    int level; ///< binds tighter the higher it is
};
constexpr int unaryLevel = 6;
constexpr int primaryLevel = 7;

std::optional<Infix> infixOf(Operation operation)
{
    switch (operation) {
    case Operation::Or:
        return Infix{"or"_L1, 0};
    case Operation::And:
        return Infix{"and"_L1, 1};
    case Operation::Equal:
        return Infix{"="_L1, 2};
    case Operation::NotEqual:
        return Infix{"!="_L1, 2};
    case Operation::Less:
        return Infix{"<"_L1, 3};
    case Operation::LessEqual:
        return Infix{"<="_L1, 3};
    case Operation::Greater:
        return Infix{">"_L1, 3};
    case Operation::GreaterEqual:
        return Infix{">="_L1, 3};
    case Operation::Add:
        return Infix{"+"_L1, 4};
    case Operation::Subtract:
        return Infix{"-"_L1, 4};
    case Operation::Multiply:
        return Infix{"*"_L1, 5};
    case Operation::Divide:
        return Infix{"div"_L1, 5};
    case Operation::Modulo:
        return Infix{"mod"_L1, 5};
    default:
        return std::nullopt;
    }
}

QString literalText(const Value &literal)
{
    return literal.kind() == Value::Kind::Number ? literal.toText() : quotedText(literal.toText());
}

QString atLevel(const ExpressionNode &node, int level);

QString infixText(const ExpressionNode &node, const Infix &infix)
{
    QStringList parts;
    for (const auto &argument : node.arguments) {
        // Operators of one level are read from the left.
        parts.append(atLevel(*argument, parts.isEmpty() ? infix.level : infix.level + 1));
    }
    return parts.join(u' ' + infix.text + u' ');
}

QString functionText(const ExpressionNode &node)
{
    const auto functions = expressionFunctions();
    const auto found = std::find_if(functions.begin(), functions.end(), [&](const ExpressionFunction &each) {
        return each.operation == node.operation;
    });
    QStringList arguments;
    for (const auto &argument : node.arguments)
        arguments.append(expressionText(*argument));
    return (found == functions.end() ? QString() : QString(found->name)) + u'(' + arguments.join(u", "_s) +
           u')';
}

QString atLevel(const ExpressionNode &node, int level)
{
    int own = primaryLevel;
    QString text;
    if (const auto infix = infixOf(node.operation)) {
        own = infix->level;
        text = infixText(node, *infix);
    } else if (node.operation == Operation::Negate) {
        own = unaryLevel;
        text = u'-' + atLevel(*node.arguments[0], unaryLevel);
    } else if (node.operation == Operation::Literal) {
        text = literalText(node.literal);
    } else if (node.operation == Operation::Reference) {
        text = u"${"_s + node.name + u'}';
    } else if (node.operation == Operation::Self) {
        text = u"."_s;
    } else {
        text = functionText(node);
    }
    return own < level ? u'(' + text + u')' : text;
}

} // namespace

ExpressionNodePtr expressionNode(Operation operation, std::vector<ExpressionNodePtr> arguments,
                                 const Value &literal, const QString &name)
{
    auto node = std::make_shared<ExpressionNode>();
    node->operation = operation;
    node->literal = literal;
    node->name = name;
    for (const ExpressionNodePtr &argument : arguments)
        node->depth = qMax(node->depth, argument->depth + 1);
    node->arguments = std::move(arguments);
    return node;
}

QString expressionText(const ExpressionNode &node)
{
    return atLevel(node, 0);
}

QString quotedText(const QString &text)
{
    if (!text.contains(u'\''))
        return u'\'' + text + u'\'';
    if (!text.contains(u'"'))
        return u'"' + text + u'"';
    QStringList parts;
    for (const QString &part : text.split(u'\''))
        parts.append(u'\'' + part + u'\'');
    return u"concat("_s + parts.join(u", \"'\", "_s) + u')';
}

} // namespace seamfinder
