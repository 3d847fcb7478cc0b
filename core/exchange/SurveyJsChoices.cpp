#include "core/exchange/ExpressionText.h"
#include "core/exchange/SurveyJsReader.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("SurveyJs", text);
}
} // namespace

void SurveyElements::addChoice(Question &question, const QJsonValue &choice)
{
    const QJsonValue value = choice.isObject() ? choice["value"_L1] : choice;
    AnswerChoice result{keyOfValue(value), m_source.text(choice["text"_L1])};
    if (result.label.isEmpty())
        result.label.byLanguage.insert(m_source.languages[0], textOfValue(value));
    question.choices.fixed.append(std::move(result));
}

void SurveyElements::readYesNo(Question &question, const QJsonObject &element) const
{
    question.choices.kind = ChoiceSource::Kind::Fixed;
    for (const auto &[key, property, otherwise] :
         {std::tuple(u"yes"_s, "labelTrue"_L1, tr("Yes")), std::tuple(u"no"_s, "labelFalse"_L1, tr("No"))}) {
        TranslatableText label = m_source.text(element.value(property));
        if (label.isEmpty())
            label.byLanguage.insert(m_source.languages[0], otherwise);
        question.choices.fixed.append({key, label});
    }
}

void SurveyElements::readChoices(Question &question, const QJsonObject &element, const QString &path)
{
    question.choices.kind = ChoiceSource::Kind::Fixed;
    const QJsonArray choices = element.value("choices"_L1).toArray();
    for (qsizetype i = 0; i < choices.size(); ++i) {
        addChoice(question, choices[i]);
        if (choices[i].toObject().contains("visibleIf"_L1))
            m_source.warning(path + u".choices[%1].visibleIf"_s.arg(i),
                             tr("The choice is always offered: a condition of one choice is not possible."),
                             tr("Use choicesVisibleIf with {item}."));
    }
    const auto extra = [&](QLatin1StringView shown, QLatin1StringView had, QLatin1StringView text,
                           const QString &key, const QString &otherwise) {
        if (!element.value(shown).toBool() && !element.value(had).toBool())
            return;
        TranslatableText label = m_source.text(element.value(text));
        if (label.isEmpty())
            label.byLanguage.insert(m_source.languages[0], otherwise);
        question.choices.fixed.append({key, label});
        if (key == "other"_L1)
            m_source.warning(path + u'.' + (element.contains(shown) ? shown : had),
                             tr("“Other” became a choice without a text of its own."),
                             tr("Add a question that asks which other, visible if “other” is picked."));
    };
    extra("showNoneItem"_L1, "hasNone"_L1, "noneText"_L1, u"none"_s, tr("None"));
    extra("showOtherItem"_L1, "hasOther"_L1, "otherText"_L1, u"other"_s, tr("Other"));
    for (const QLatin1StringView elsewhere : {"choicesByUrl"_L1, "choicesFromQuestion"_L1}) {
        if (!element.contains(elsewhere))
            continue;
        m_source.warning(path + u'.' + elsewhere, tr("The choices that come from elsewhere are not read."),
                         tr("Write them into “choices”."));
        // Without choices of its own it could not be asked as a choice.
        if (question.choices.fixed.isEmpty()) {
            question.type = QuestionType::Text;
            question.choices = {};
        }
    }
    question.choices.filter =
        expression(element.value("choicesVisibleIf"_L1).toString(), path + u".choicesVisibleIf"_s);
    question.minimum = element.value("minSelectedChoices"_L1).toInt();
    question.maximum = element.value("maxSelectedChoices"_L1).toInt();
}

void SurveyElements::readValidators(Question &question, const QJsonObject &element, const QString &path)
{
    const QJsonArray validators = element.value("validators"_L1).toArray();
    for (qsizetype i = 0; i < validators.size(); ++i) {
        const QJsonObject validator = validators[i].toObject();
        const QString type = validator.value("type"_L1).toString(), at = path + u".validators[%1]"_s.arg(i);
        const auto bound = [&](QLatin1StringView property, const QString &condition) {
            if (const QJsonValue value = validator.value(property); value.isDouble())
                require(question, Expression(condition.arg(textOfValue(value))));
        };
        if (valueKind(question.type) == Value::Kind::Nothing) {
            m_source.warning(at, tr("The validator is left out: there is nothing to answer."),
                             tr("Nothing needs to be done."));
            continue;
        }
        if (type == "numeric"_L1 && valueKind(question.type) == Value::Kind::Number) {
            bound("minValue"_L1, u". >= %1"_s);
            bound("maxValue"_L1, u". <= %1"_s);
        } else if (type == "text"_L1 && question.type == QuestionType::Text) {
            bound("minLength"_L1, u"string-length(.) >= %1"_s);
            bound("maxLength"_L1, u"string-length(.) <= %1"_s);
        } else if (type == "email"_L1 && question.type == QuestionType::Text) {
            require(question, Expression(u"regex(., '[^@ ]+@[^@ ]+')"_s));
        } else if (type == "regex"_L1 && question.type == QuestionType::Text) {
            // It may match any part of the answer.
            require(question, Expression(u"regex(., %1)"_s.arg(quotedText(
                                  u".*(?:"_s + validator.value("regex"_L1).toString() + u").*"_s))));
        } else if (type == "answercount"_L1 && question.type == QuestionType::SelectMany) {
            question.minimum = validator.value("minCount"_L1).toInt(question.minimum);
            question.maximum = validator.value("maxCount"_L1).toInt(question.maximum);
            continue;
        } else if (type == "expression"_L1) {
            require(question, expression(validator.value("expression"_L1).toString(), at + u".expression"_s,
                                         question.name));
        } else {
            m_source.warning(at, tr("A validator of the type “%1” is left out here.").arg(type),
                             tr("Write it as an expression."));
            continue;
        }
        const TranslatableText message = m_source.text(validator.value("text"_L1));
        for (auto each = message.byLanguage.cbegin(); each != message.byLanguage.cend(); ++each) {
            QString &whole = question.constraintMessage.byLanguage[each.key()];
            whole += (whole.isEmpty() ? QString() : u" "_s) + *each;
        }
    }
}

void SurveyElements::readDefault(Question &question, const QJsonObject &element, const QString &path)
{
    const QString dynamic = element.value("defaultValueExpression"_L1).toString();
    const QJsonValue value = element.value("defaultValue"_L1);
    if (valueKind(question.type) == Value::Kind::Nothing || (dynamic.isEmpty() && value.isUndefined()))
        return;
    if (!dynamic.isEmpty()) {
        question.defaultValue = expression(dynamic, path + u".defaultValueExpression"_s);
        return;
    }
    const QJsonArray several = value.toArray();
    if (several.size() > 1 || value.isObject()) {
        m_source.warning(path + u".defaultValue"_s, tr("A default of several values is left out."),
                         tr("Nothing needs to be done."));
        return;
    }
    const QJsonValue one = several.isEmpty() ? value : several.first();
    if (valueKind(question.type) == Value::Kind::Number)
        question.defaultValue = Expression(textOfValue(one));
    else if (m_source.names.booleans.contains(question.name))
        question.defaultValue = Expression(one.toBool() || one == "true"_L1 ? u"'yes'"_s : u"'no'"_s);
    else
        question.defaultValue = Expression(
            quotedText(valueKind(question.type) == Value::Kind::Keys ? keyOfValue(one) : textOfValue(one)));
}

} // namespace seamfinder
