#include "ui/interview/AnswerInput.h"

#include "core/catalogue/Consent.h"
#include "core/protocol/SpokenLabels.h"
#include "ui/common/TextInput.h"
#include "ui/interview/ChoiceAnswer.h"
#include "ui/interview/LineAnswer.h"
#include "ui/interview/TextAnswer.h"

#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

AnswerInput *makeAnswerInput(const Step &step, QWidget *parent)
{
    switch (step.question->type) {
    case QuestionType::Text:
        return new TextAnswer(
            step.field && isOneLine(*step.field) ? TextAnswer::Lines::One : TextAnswer::Lines::Many, parent);
    case QuestionType::Integer:
        return new LineAnswer(LineAnswer::What::WholeNumber, parent);
    case QuestionType::Decimal:
        return new LineAnswer(LineAnswer::What::Number, parent);
    case QuestionType::Date:
        return new LineAnswer(LineAnswer::What::Date, parent);
    case QuestionType::SelectOne: {
        auto *one = new ChoiceAnswer(ChoiceAnswer::Mode::One, Value::Kind::Keys, parent);
        one->setStays(step.field && isConsent(*step.field));
        return one;
    }
    case QuestionType::SelectMany:
        return new ChoiceAnswer(ChoiceAnswer::Mode::Many, Value::Kind::Keys, parent);
    case QuestionType::Rank:
        return new ChoiceAnswer(ChoiceAnswer::Mode::Ranked, Value::Kind::Keys, parent);
    case QuestionType::Scale:
        return new ChoiceAnswer(ChoiceAnswer::Mode::One, Value::Kind::Number, parent);
    case QuestionType::Acknowledge:
        return new ChoiceAnswer(ChoiceAnswer::Mode::Many, Value::Kind::Boolean, parent);
    case QuestionType::Note:
    case QuestionType::Card:
    case QuestionType::Calculated:
    case QuestionType::Group:
    case QuestionType::Repeat:
        return nullptr;
    }
    return nullptr;
}

QVector<StepChoice> choicesToOffer(const Flow &flow, const Step &step)
{
    const Question &question = *step.question;
    if (question.type == QuestionType::Acknowledge)
        return {
            {u"true"_s, flow.spoken().acknowledge(QCoreApplication::translate("AnswerInput", "Yes")), 0, {}}};
    if (question.type != QuestionType::Scale) {
        QVector<StepChoice> choices = flow.choices(step);
        for (qsizetype i = 0; i < choices.size(); ++i) {
            if (choices[i].label.isEmpty())
                choices[i].label =
                    QCoreApplication::translate("AnswerInput", "(number %1, no title yet)").arg(i + 1);
        }
        return choices;
    }
    QVector<StepChoice> steps;
    for (int i = question.minimum; i <= question.maximum; ++i) {
        const QString end = i == question.minimum   ? flow.text(step, question.lowLabel)
                            : i == question.maximum ? flow.text(step, question.highLabel)
                                                    : QString();
        const QString number = QString::number(i);
        steps.append({number, end.isEmpty() ? number : u"%1  %2"_s.arg(number, end), 0, {}});
    }
    return steps;
}

} // namespace seamfinder
