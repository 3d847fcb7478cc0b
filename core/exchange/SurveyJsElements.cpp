#include "core/exchange/SurveyJsReader.h"
#include "core/exchange/SurveyJsTables.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int deepest = 16; ///< panels within each other

QString tr(const char *text)
{
    return QCoreApplication::translate("SurveyJs", text);
}

QString place(const QString &path, QLatin1StringView property)
{
    return path.isEmpty() ? QString(property) : path + u'.' + property;
}

/// What is shown of HTML.
QString withoutTags(QString html)
{
    static const QRegularExpression breaks(u"<\\s*(br|/p|/li|/div|/h[1-6])[^>]*>"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tags(u"<[^>]*>"_s);
    html.replace(breaks, u"\n"_s).remove(tags);
    for (const auto &[entity, sign] :
         {std::pair(u"&nbsp;"_s, u" "_s), std::pair(u"&lt;"_s, u"<"_s), std::pair(u"&gt;"_s, u">"_s),
          std::pair(u"&quot;"_s, u"\""_s), std::pair(u"&#39;"_s, u"'"_s), std::pair(u"&amp;"_s, u"&"_s)})
        html.replace(entity, sign);
    return html.trimmed();
}
} // namespace

std::optional<QuestionType> surveyType(const QJsonObject &element)
{
    static const QHash<QString, QuestionType> types{
        {u"comment"_s, QuestionType::Text},          {u"radiogroup"_s, QuestionType::SelectOne},
        {u"dropdown"_s, QuestionType::SelectOne},    {u"buttongroup"_s, QuestionType::SelectOne},
        {u"boolean"_s, QuestionType::SelectOne},     {u"checkbox"_s, QuestionType::SelectMany},
        {u"tagbox"_s, QuestionType::SelectMany},     {u"ranking"_s, QuestionType::Rank},
        {u"rating"_s, QuestionType::Scale},          {u"html"_s, QuestionType::Note},
        {u"expression"_s, QuestionType::Calculated}, {u"panel"_s, QuestionType::Group},
        {u"paneldynamic"_s, QuestionType::Repeat}};
    const QString type = element.value("type"_L1).toString();
    if (type == "imagepicker"_L1)
        return element.value("multiSelect"_L1).toBool() ? QuestionType::SelectMany : QuestionType::SelectOne;
    const auto found = types.constFind(type);
    if (found != types.cend())
        return *found;
    if (type != "text"_L1)
        return std::nullopt;
    const QString input = element.value("inputType"_L1).toString();
    if (input == "date"_L1)
        return QuestionType::Date;
    if (input == "number"_L1 || input == "range"_L1) {
        const double step = element.value("step"_L1).toDouble(0);
        return step >= 1 && step == double(int(step)) ? QuestionType::Integer : QuestionType::Decimal;
    }
    return QuestionType::Text;
}

QVector<Question> SurveyElements::questions(const QJsonObject &parent, const QString &path, int depth)
{
    QVector<Question> result;
    for (const QLatin1StringView list : {"elements"_L1, "questions"_L1, "templateElements"_L1}) {
        const QJsonArray elements = parent.value(list).toArray();
        if (depth > deepest && !elements.isEmpty()) {
            m_source.error(place(path, list), tr("Questions are nested too deeply."),
                           tr("Take them out of some of the panels."));
            return result;
        }
        for (qsizetype i = 0; i < elements.size(); ++i) {
            const QJsonObject element = elements[i].toObject();
            const QString ofTable = element.value(tablePlace).toString();
            result.append(question(
                element, ofTable.isEmpty() ? place(path, list) + u"[%1]"_s.arg(i) : path + u'.' + ofTable,
                depth));
        }
    }
    return result;
}

Question SurveyElements::question(const QJsonObject &element, const QString &path, int depth)
{
    Question question;
    const QString name = element.value("name"_L1).toString();
    question.name = m_source.names.renamed.value(name, name);
    if (name.isEmpty()) {
        m_source.error(place(path, "name"_L1), tr("The question has no name."), tr("Give it a name."));
        question.name = u"unnamed-%1"_s.arg(pathOf.size() + 1);
    } else if (question.name != name && !element.contains(tablePlace)) {
        m_source.warning(place(path, "name"_L1),
                         tr("“%1” is no name for a question here; it became “%2”.").arg(name, question.name),
                         tr("A name starts with a letter and holds letters, digits, - and _ only."));
    }
    pathOf.insert(question.name, path);
    question.label = m_source.text(element.value("title"_L1));
    question.hint = m_source.text(element.value("description"_L1));
    question.relevance = relevance(element, path);
    readType(question, element, path, depth);
    const bool container = question.type == QuestionType::Group || question.type == QuestionType::Repeat;
    if (question.label.isEmpty() && !container && question.type != QuestionType::Calculated)
        question.label.byLanguage.insert(m_source.languages[0], name.isEmpty() ? question.name : name);
    question.required = element.value("isRequired"_L1).toBool() && takesAnswer(question.type);
    if (element.contains("requiredIf"_L1))
        m_source.warning(place(path, "requiredIf"_L1),
                         tr("“requiredIf” is left out: a question is required always or never."),
                         tr("Set isRequired, or leave it."));
    readValidators(question, element, path);
    readDefault(question, element, path);
    if (!question.constraint.isEmpty() && question.constraintMessage.isEmpty())
        question.constraintMessage.byLanguage.insert(
            m_source.languages[0], tr("The answer has to meet: %1").arg(question.constraint.source()));
    return question;
}

Expression SurveyElements::relevance(const QJsonObject &element, const QString &path)
{
    const Expression visible =
        expression(element.value("visibleIf"_L1).toString(), place(path, "visibleIf"_L1));
    const Expression enabled =
        expression(element.value("enableIf"_L1).toString(), place(path, "enableIf"_L1));
    if (visible.isEmpty() || enabled.isEmpty())
        return visible.isEmpty() ? enabled : visible;
    return Expression(u"(%1) and (%2)"_s.arg(visible.source(), enabled.source()));
}

Expression SurveyElements::expression(const QString &source, const QString &path, const QString &self)
{
    if (source.trimmed().isEmpty())
        return {};
    const TranslatedExpression translated = fromSurveyJs(source, m_source.names, self);
    if (!translated.what.isEmpty())
        m_source.error(path, translated.what, translated.mend);
    return translated.expression;
}

void SurveyElements::readType(Question &question, const QJsonObject &element, const QString &path, int depth)
{
    const QString type = element.value("type"_L1).toString();
    const std::optional<QuestionType> known = surveyType(element);
    question.type = known.value_or(QuestionType::Text);
    if (type.isEmpty())
        m_source.error(path, tr("The element has no type."), tr("Give it a type: text, radiogroup, …"));
    else if (!known)
        m_source.warning(place(path, "type"_L1),
                         tr("An interview has no questions of the type “%1”; it became a text.").arg(type),
                         tr("Ask for it in words, or remove it."));
    if (type == "imagepicker"_L1)
        m_source.warning(place(path, "type"_L1),
                         tr("The pictures are left out; the choices are read by name."),
                         tr("Give each choice a text that says what the picture shows."));
    switch (question.type) {
    case QuestionType::Text:
    case QuestionType::Integer:
    case QuestionType::Decimal:
        readText(question, element, path);
        break;
    case QuestionType::Scale:
        readRating(question, element, path);
        break;
    case QuestionType::SelectOne:
    case QuestionType::SelectMany:
    case QuestionType::Rank:
        if (type == "boolean"_L1)
            readYesNo(question, element);
        else
            readChoices(question, element, path);
        break;
    case QuestionType::Note:
        question.label = m_source.text(element.value("html"_L1));
        for (QString &text : question.label.byLanguage)
            text = withoutTags(text);
        break;
    case QuestionType::Calculated:
        question.calculation =
            expression(element.value("expression"_L1).toString(), place(path, "expression"_L1));
        break;
    case QuestionType::Group:
        question.children = questions(element, path, depth + 1);
        break;
    case QuestionType::Repeat:
        question.children = questions(element, path, depth + 1);
        question.repeat.minimum = element.value("minPanelCount"_L1).toInt();
        question.repeat.maximum = element.value("maxPanelCount"_L1).toInt();
        break;
    default:
        break;
    }
}

void SurveyElements::readText(Question &question, const QJsonObject &element, const QString &path)
{
    static const QStringList others{u"datetime-local"_s, u"time"_s, u"month"_s, u"week"_s, u"color"_s};
    const QString input = element.value("inputType"_L1).toString();
    if (others.contains(input))
        m_source.warning(place(path, "inputType"_L1),
                         tr("An interview has no questions of the type “%1”; it became a text.").arg(input),
                         tr("Ask for it in words, or remove it."));
    if (question.type == QuestionType::Text)
        return;
    for (const auto &[property, comparison] : {std::pair("min"_L1, ">="_L1), std::pair("max"_L1, "<="_L1)}) {
        if (const QJsonValue bound = element.value(property); bound.isDouble())
            require(question, Expression(u". %1 %2"_s.arg(comparison, textOfValue(bound))));
    }
}

void SurveyElements::require(Question &question, const Expression &condition)
{
    if (condition.isEmpty())
        return;
    question.constraint = question.constraint.isEmpty()
                              ? condition
                              : Expression(question.constraint.source() + u" and "_s + condition.source());
}

void SurveyElements::readRating(Question &question, const QJsonObject &element, const QString &path)
{
    constexpr int least = 1, most = 5, all = 10'000; // where the survey does not say
    QVector<double> values;
    for (const QJsonValue value : element.value("rateValues"_L1).toArray())
        values.append((value.isObject() ? value["value"_L1] : value).toDouble(-1));
    if (values.isEmpty()) {
        const double step = element.value("rateStep"_L1).toDouble(1);
        const double first = element.value("rateMin"_L1).toDouble(least);
        const double last = element.contains("rateMax"_L1) || !element.contains("rateCount"_L1)
                                ? element.value("rateMax"_L1).toDouble(most)
                                : first + step * (element.value("rateCount"_L1).toInt() - 1);
        values = {first, last};
        if (step != 1)
            values = {-1};
    }
    bool whole = true;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const bool next = values.size() == 2 || i == 0 || values[i] == values[i - 1] + 1;
        whole = whole && values[i] >= 0 && values[i] <= all && values[i] == double(int(values[i])) && next;
    }
    if (whole) {
        question.minimum = int(values.first());
        question.maximum = int(values.last());
    } else {
        question.type = QuestionType::Decimal;
        m_source.warning(path,
                         tr("A scale here has whole numbers, one by one, from 0 or more; this one became a "
                            "number."),
                         tr("Use another range if it is to be a scale."));
    }
    question.lowLabel = m_source.text(element.value("minRateDescription"_L1));
    question.highLabel = m_source.text(element.value("maxRateDescription"_L1));
}

} // namespace seamfinder
