#pragma once

#include "core/protocol/Value.h"

#include <memory>
#include <optional>
#include <QDateTime>
#include <QString>
#include <QVector>

namespace seamfinder {

struct ExpressionNode;

struct ExpressionError
{
    QString what;           ///< one sentence, in the user's language
    qsizetype position = 0; ///< where in the source, in UTF-16 units from 0

    friend bool operator==(const ExpressionError &, const ExpressionError &) = default;
};

/// What an expression can ask of its surroundings while it is evaluated.
class ExpressionContext
{
public:
    virtual ~ExpressionContext() = default;
    /// ${name} where one value is meant; Nothing if it is unanswered, hidden or there are several.
    [[nodiscard]] virtual Value value(const QString &name) const = 0;
    /// ${name} inside count(), sum(), selected(), count-selected(): all answered values over all instances.
    [[nodiscard]] virtual QVector<Value> values(const QString &name) const = 0;
    /// "." : the value of the question itself (constraints).
    [[nodiscard]] virtual Value self() const { return {}; }
    /// The place of the current instance among its siblings, from 1; 0 outside of a repeat.
    [[nodiscard]] virtual int position() const { return 0; }
    [[nodiscard]] virtual QDateTime now() const { return QDateTime::currentDateTime(); }
};

/// An expression of a protocol, parsed when it is made; a value type, compared by its source.
///
/// The language is the part of XLSForm's that protocols need: `${name}`, `.`, numbers, 'texts', `= != < <= >
/// >=`, `and or`, `+ - * div mod`, and the functions not, true, false, selected, count-selected, if,
/// coalesce, string-length, contains, starts-with, regex, count, sum, position, today, now, round, int,
/// number, concat. A comparison with something unanswered is false; arithmetic with something unanswered is
/// unanswered.
class Expression
{
public:
    Expression() = default;
    explicit Expression(const QString &source);

    [[nodiscard]] const QString &source() const { return m_source; }
    [[nodiscard]] bool isEmpty() const { return m_source.isEmpty(); }
    [[nodiscard]] bool isValid() const { return m_root != nullptr; }
    [[nodiscard]] const std::optional<ExpressionError> &error() const { return m_error; }

    /// Nothing if the expression is empty or not valid.
    [[nodiscard]] Value evaluate(const ExpressionContext &context) const;
    /// The value if it is the same in every interview ("1 = 2", "false() and ${x}"), whatever is answered.
    [[nodiscard]] std::optional<Value> constant() const;

    /// The names that it refers to, each once, in order of appearance.
    [[nodiscard]] QStringList references() const;
    [[nodiscard]] const ExpressionNode *root() const { return m_root.get(); }

    friend bool operator==(const Expression &a, const Expression &b) { return a.m_source == b.m_source; }

private:
    QString m_source;
    std::shared_ptr<const ExpressionNode> m_root;
    std::optional<ExpressionError> m_error;
};

} // namespace seamfinder
