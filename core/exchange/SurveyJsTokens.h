#pragma once

#include <QString>
#include <QVector>

namespace seamfinder {

/// A piece of an expression of SurveyJS.
struct SurveyJsToken
{
    enum class Kind : quint8 {
        Number,
        Text,     ///< without its quotes
        Variable, ///< without its braces
        Word,     ///< of an operator, a function, or a text without quotes
        Symbol,
        End, ///< the last one
    };
    Kind kind;
    QString text;
};

[[nodiscard]] QVector<SurveyJsToken> surveyJsTokens(const QString &source);

} // namespace seamfinder
