#pragma once

#include "core/exchange/XlsFormExpression.h"

namespace seamfinder {

/// What expressions of a survey refer to.
struct SurveyNames
{
    QHash<QString, QString> renamed;              ///< in the survey → in the protocol, where they differ
    QHash<QString, QuestionType> types;           ///< by the protocol's name
    QSet<QString> booleans;                       ///< by the protocol's name: asked as yes or no
    QHash<QString, QHash<QString, QString>> keys; ///< by the protocol's name: value → key, where they differ
};

/// An expression of SurveyJS (https://surveyjs.io/form-library/documentation/design-survey/conditional-logic,
/// grammar in src/expressions/grammar.pegjs of survey-library): {name}, 'text', = != < and or, contains,
/// anyof, allof, noneof, empty, notempty, iif(), today(), round(), sum(), … `self` is the question that it is
/// a validator of, or empty; {item} is a choice.
[[nodiscard]] TranslatedExpression fromSurveyJs(const QString &source, const SurveyNames &names,
                                                const QString &self = {});

} // namespace seamfinder
