#pragma once

#include "core/exchange/ExpressionText.h"
#include "core/exchange/SurveyJsExpression.h"

namespace seamfinder {

/// Why an expression of a survey cannot be translated.
struct Untranslatable
{
    QString what; ///< one sentence
};

/// What the words of a survey's expressions mean here, where answers are keys, and yes or no is a choice.
class SurveyMeaning
{
public:
    /// `self` as for fromSurveyJs(). `names` must outlive it.
    SurveyMeaning(const SurveyNames &names, QString self);

    /// {name}, {panel.name}, {item}. Throws Untranslatable.
    [[nodiscard]] ExpressionNodePtr variable(const QString &given) const;
    /// A question of a dynamic panel, or a column of a table. Throws Untranslatable.
    [[nodiscard]] ExpressionNodePtr column(const ExpressionNodePtr &table, const QString &given) const;
    /// {agreed} alone asks whether it is true.
    [[nodiscard]] ExpressionNodePtr truth(const ExpressionNodePtr &node) const;
    /// A value as the question beside it has it: its key, yes or no.
    [[nodiscard]] ExpressionNodePtr asAnswerOf(const ExpressionNodePtr &question,
                                               const ExpressionNodePtr &value) const;
    /// Whether there is an answer, as XPath says it.
    [[nodiscard]] static ExpressionNodePtr answered(const ExpressionNodePtr &node, bool wanted);
    /// All of the values, or any of them, are in the answer. Throw Untranslatable if there are no values.
    [[nodiscard]] ExpressionNodePtr contains(const ExpressionNodePtr &whole,
                                             const QVector<ExpressionNodePtr> &values) const;
    [[nodiscard]] ExpressionNodePtr anyOf(const ExpressionNodePtr &whole,
                                          const QVector<ExpressionNodePtr> &values) const;

private:
    [[nodiscard]] bool isOfChoices(const ExpressionNodePtr &node) const;
    [[nodiscard]] ExpressionNodePtr holds(const ExpressionNodePtr &whole,
                                          const ExpressionNodePtr &value) const;

    const SurveyNames &m_names;
    QString m_self;
};

} // namespace seamfinder
