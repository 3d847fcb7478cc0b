#pragma once

#include "core/protocol/Expression.h"

#include <span>

namespace seamfinder {

/// What a node of an expression's tree does with its arguments: operators and functions alike.
enum class Operation : quint8 {
    Literal,
    Reference,
    Self,
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Negate,
    Not,
    True,
    False,
    Selected,
    CountSelected,
    If,
    Coalesce,
    StringLength,
    Contains,
    StartsWith,
    Regex,
    Count,
    Sum,
    Position,
    Today,
    Now,
    Round,
    Int,
    Number,
    Concat,
};

struct ExpressionNode
{
    Operation operation = Operation::Literal;
    qsizetype position = 0; ///< of its first character, or of its operator
    Value literal;
    QString name; ///< Reference
    std::vector<std::shared_ptr<const ExpressionNode>> arguments;
    int depth = 1; ///< of the tree below; bounded, so that walking it cannot exhaust the stack
};

struct ExpressionFunction
{
    QLatin1StringView name;
    Operation operation;
    int fewest, most; ///< arguments
};

std::span<const ExpressionFunction> expressionFunctions();

Value evaluateNode(const ExpressionNode &node, const ExpressionContext &context);
std::optional<Value> constantNode(const ExpressionNode &node);

/// Parses, or throws ExpressionError.
std::shared_ptr<const ExpressionNode> parseExpression(const QString &source);

} // namespace seamfinder
