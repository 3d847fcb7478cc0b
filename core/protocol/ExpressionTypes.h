#pragma once

#include "core/protocol/Expression.h"

#include <functional>

namespace seamfinder {

/// What is known of an expression's value before anything is answered.
struct ExpressionType
{
    std::optional<Value::Kind> kind;    ///< nothing: not known, so nothing is said against it
    bool single = true;                 ///< keys: exactly one (select one)
    std::optional<QStringList> choices; ///< keys: those that there are, if they are known
};

struct ReferenceType
{
    ExpressionType type;
    bool several = false; ///< there may be several answers from where the expression stands
    bool repeat = false;  ///< the instances of a repeat
};

struct ExpressionFinding
{
    QString what, mend;
    qsizetype position = 0;
};

/// The type of ${name}; nothing for an unknown name (which is reported elsewhere).
using ReferenceTypes = std::function<std::optional<ReferenceType>(const QString &name)>;

/// The type of an expression; what does not fit together is added to `findings`. `self` is the type of ".",
/// nothing where there is no such value.
ExpressionType checkTypes(const Expression &expression, const ReferenceTypes &references,
                          const std::optional<ExpressionType> &self, QVector<ExpressionFinding> &findings);

/// "a number", "a text", …
QString kindText(Value::Kind kind);

} // namespace seamfinder
