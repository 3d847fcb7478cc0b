#include "core/protocol/ExpressionNode.h"

#include <cmath>
#include <QRegularExpression>

namespace seamfinder {

namespace {

/// Less than, equal or greater; nothing if the two cannot be told apart that way.
std::partial_ordering order(const Value &a, const Value &b)
{
    using Kind = Value::Kind;
    if (a.kind() == Kind::Date || b.kind() == Kind::Date) {
        const QDate left = a.date(), right = b.date();
        if (!left.isValid() || !right.isValid())
            return std::partial_ordering::unordered;
        return left.toJulianDay() <=> right.toJulianDay();
    }
    if (a.kind() == Kind::Boolean && b.kind() == Kind::Boolean)
        return int(a.toBool()) <=> int(b.toBool());
    if (a.kind() == Kind::Number || b.kind() == Kind::Number) {
        const Value left = a.toNumber(), right = b.toNumber();
        if (left.isNothing() || right.isNothing())
            return std::partial_ordering::unordered;
        return left.number() <=> right.number();
    }
    return a.toText().compare(b.toText()) <=> 0;
}

bool compare(Operation operation, const Value &a, const Value &b)
{
    if (a.isNothing() || b.isNothing())
        return false;
    const std::partial_ordering ordering = order(a, b);
    switch (operation) {
    case Operation::Equal:
        return ordering == 0;
    case Operation::NotEqual:
        return ordering != 0;
    case Operation::Less:
        return ordering < 0;
    case Operation::LessEqual:
        return ordering <= 0;
    case Operation::Greater:
        return ordering > 0;
    default:
        return ordering >= 0;
    }
}

Value arithmetic(Operation operation, const Value &a, const Value &b)
{
    const Value left = a.toNumber(), right = b.toNumber();
    if (left.isNothing() || right.isNothing())
        return {};
    const double x = left.number(), y = right.number();
    switch (operation) {
    case Operation::Add:
        return Value::number(x + y);
    case Operation::Subtract:
        return Value::number(x - y);
    case Operation::Multiply:
        return Value::number(x * y);
    case Operation::Divide:
        return Value::number(x / y); // not finite, so Nothing, for y = 0
    default:
        return Value::number(std::fmod(x, y));
    }
}

QVector<Value> allValues(const ExpressionNode &node, const ExpressionContext &context)
{
    if (node.operation == Operation::Reference)
        return context.values(node.name);
    const Value value = evaluateNode(node, context);
    return value.isBlank() ? QVector<Value>() : QVector<Value>{value};
}

QStringList allKeys(const ExpressionNode &node, const ExpressionContext &context)
{
    QStringList keys;
    for (const Value &value : allValues(node, context))
        keys += value.keys();
    return keys;
}

Value rounded(const Value &value, int places)
{
    if (value.isNothing())
        return {};
    const double scale = std::pow(10.0, qBound(-15, places, 15));
    return Value::number(std::floor(value.number() * scale + 0.5) / scale);
}

bool isVolatile(Operation operation)
{
    return operation == Operation::Reference || operation == Operation::Self ||
           operation == Operation::Position || operation == Operation::Today || operation == Operation::Now;
}

/// For expressions that ask for nothing.
class NoContext : public ExpressionContext
{
public:
    [[nodiscard]] Value value(const QString &) const override { return {}; }
    [[nodiscard]] QVector<Value> values(const QString &) const override { return {}; }
};

} // namespace

Value evaluateNode(const ExpressionNode &node, const ExpressionContext &context)
{
    const auto argument = [&](size_t index) { return evaluateNode(*node.arguments[index], context); };
    switch (node.operation) {
    case Operation::Literal:
        return node.literal;
    case Operation::Reference: {
        const Value value = context.value(node.name);
        return value.isBlank() ? Value() : value;
    }
    case Operation::Self: {
        const Value value = context.self();
        return value.isBlank() ? Value() : value;
    }
    case Operation::Or:
        return Value::boolean(
            std::any_of(node.arguments.begin(), node.arguments.end(),
                        [&](const auto &part) { return evaluateNode(*part, context).toBool(); }));
    case Operation::And:
        return Value::boolean(
            std::all_of(node.arguments.begin(), node.arguments.end(),
                        [&](const auto &part) { return evaluateNode(*part, context).toBool(); }));
    case Operation::Equal:
    case Operation::NotEqual:
    case Operation::Less:
    case Operation::LessEqual:
    case Operation::Greater:
    case Operation::GreaterEqual:
        return Value::boolean(compare(node.operation, argument(0), argument(1)));
    case Operation::Add:
    case Operation::Subtract:
    case Operation::Multiply:
    case Operation::Divide:
    case Operation::Modulo:
        return arithmetic(node.operation, argument(0), argument(1));
    case Operation::Negate:
        return arithmetic(Operation::Subtract, Value::number(0), argument(0));
    case Operation::Not:
        return Value::boolean(!argument(0).toBool());
    case Operation::True:
        return Value::boolean(true);
    case Operation::False:
        return Value::boolean(false);
    case Operation::Selected: {
        const QStringList wanted = allKeys(*node.arguments[1], context);
        const QStringList picked = allKeys(*node.arguments[0], context);
        return Value::boolean(std::any_of(wanted.begin(), wanted.end(),
                                          [&](const QString &key) { return picked.contains(key); }));
    }
    case Operation::CountSelected:
        return Value::number(double(allKeys(*node.arguments[0], context).size()));
    case Operation::If:
        return argument(0).toBool() ? argument(1) : argument(2);
    case Operation::Coalesce:
        for (const auto &part : node.arguments) {
            if (Value value = evaluateNode(*part, context); !value.isBlank())
                return value;
        }
        return {};
    case Operation::StringLength:
        return Value::number(double(argument(0).toText().toUcs4().size()));
    case Operation::Contains:
    case Operation::StartsWith: {
        const Value text = argument(0), part = argument(1);
        if (text.isNothing() || part.isNothing())
            return Value::boolean(false);
        return Value::boolean(node.operation == Operation::Contains
                                  ? text.toText().contains(part.toText())
                                  : text.toText().startsWith(part.toText()));
    }
    case Operation::Regex: {
        const Value text = argument(0);
        const QRegularExpression pattern(QRegularExpression::anchoredPattern(argument(1).toText()),
                                         QRegularExpression::UseUnicodePropertiesOption);
        return Value::boolean(!text.isNothing() && pattern.isValid() &&
                              pattern.match(text.toText()).hasMatch());
    }
    case Operation::Count:
        return Value::number(double(allValues(*node.arguments[0], context).size()));
    case Operation::Sum: {
        double sum = 0;
        for (const Value &value : allValues(*node.arguments[0], context))
            sum += value.number();
        return Value::number(sum);
    }
    case Operation::Position:
        return context.position() > 0 ? Value::number(context.position()) : Value();
    case Operation::Today:
        return Value::date(context.now().date());
    case Operation::Now:
        return Value::text(context.now().toString(Qt::ISODate));
    case Operation::Round:
        return rounded(argument(0).toNumber(), node.arguments.size() > 1 ? int(argument(1).number()) : 0);
    case Operation::Int: {
        const Value value = argument(0).toNumber();
        return value.isNothing() ? Value() : Value::number(std::trunc(value.number()));
    }
    case Operation::Number:
        return argument(0).toNumber();
    case Operation::Concat: {
        QString text;
        for (const auto &part : node.arguments)
            text += evaluateNode(*part, context).toText();
        return Value::text(text);
    }
    }
    return {};
}

std::optional<Value> constantNode(const ExpressionNode &node)
{
    if (isVolatile(node.operation))
        return std::nullopt;
    bool allConstant = true;
    for (size_t i = 0; i < node.arguments.size(); ++i) {
        const std::optional<Value> part = constantNode(*node.arguments[i]);
        allConstant = allConstant && part;
        if (!part)
            continue;
        if (node.operation == Operation::And && !part->toBool())
            return Value::boolean(false);
        if (node.operation == Operation::Or && part->toBool())
            return Value::boolean(true);
        if (node.operation == Operation::If && i == 0)
            return constantNode(*node.arguments[part->toBool() ? 1 : 2]);
    }
    if (!allConstant)
        return std::nullopt;
    return evaluateNode(node, NoContext());
}

} // namespace seamfinder
