#pragma once

#include "core/protocol/ExpressionNode.h"
#include "core/protocol/SpokenPhrase.h"

#include <functional>
#include <optional>
#include <QHash>

namespace seamfinder {

/// Conditions in plain words: "1.3 is “Yes” and 4.2 has an entry".
class ConditionWords
{
public:
    /// What a choice of a question is called.
    using ChoiceLabel = std::function<QString(const QString &question, const QString &key)>;

    /// In `language`, which quotes and numbers are written as in, too.
    ConditionWords(QHash<QString, QString> numbers, ChoiceLabel label, QString language = {});

    /// Nothing where the expression says what has no plain words here (arithmetic, patterns).
    [[nodiscard]] std::optional<QString> words(const Expression &expression) const;

private:
    [[nodiscard]] std::optional<QString> words(const ExpressionNode &node, bool holds) const;
    [[nodiscard]] std::optional<QString> joined(const ExpressionNode &node, bool holds) const;
    [[nodiscard]] std::optional<QString> compared(const ExpressionNode &node, bool holds) const;
    [[nodiscard]] std::optional<QString>
    comparedWithLiteral(const ExpressionNode &asked, Operation comparison, const Value &literal) const;
    [[nodiscard]] QString said(SpokenPhrase phrase) const;
    [[nodiscard]] QString number(const ExpressionNode &node) const;

    QHash<QString, QString> m_numbers;
    ChoiceLabel m_label;
    QString m_language;
};

} // namespace seamfinder
