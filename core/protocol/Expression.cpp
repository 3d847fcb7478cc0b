#include "core/protocol/ExpressionNode.h"

namespace seamfinder {

namespace {
void collect(const ExpressionNode &node, QStringList &names)
{
    if (node.operation == Operation::Reference && !names.contains(node.name))
        names.append(node.name);
    for (const auto &argument : node.arguments)
        collect(*argument, names);
}
} // namespace

Expression::Expression(const QString &source)
    : m_source(source.trimmed())
{
    if (m_source.isEmpty())
        return;
    try {
        m_root = parseExpression(m_source);
    } catch (const ExpressionError &error) {
        m_error = error;
    }
}

Value Expression::evaluate(const ExpressionContext &context) const
{
    return m_root ? evaluateNode(*m_root, context) : Value();
}

std::optional<Value> Expression::constant() const
{
    return m_root ? constantNode(*m_root) : std::nullopt;
}

QStringList Expression::references() const
{
    QStringList names;
    if (m_root)
        collect(*m_root, names);
    return names;
}

} // namespace seamfinder
