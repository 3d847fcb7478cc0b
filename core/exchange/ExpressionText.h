#pragma once

#include "core/protocol/ExpressionNode.h"

namespace seamfinder {

using ExpressionNodePtr = std::shared_ptr<const ExpressionNode>;

/// A node without a place in a source; its depth is that of its arguments and one.
[[nodiscard]] ExpressionNodePtr expressionNode(Operation operation, std::vector<ExpressionNodePtr> arguments,
                                               const Value &literal = {}, const QString &name = {});

/// A source that parses to that tree, with no more parentheses than it needs.
[[nodiscard]] QString expressionText(const ExpressionNode &node);

/// A text as an expression: in quotes that do not stand in it; parts of it in concat() if both kinds do.
[[nodiscard]] QString quotedText(const QString &text);

} // namespace seamfinder
