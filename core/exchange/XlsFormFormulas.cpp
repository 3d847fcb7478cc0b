#include "core/exchange/ForwardReferences.h"
#include "core/exchange/XlsFormReader.h"

#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("XlsForm", text);
}
} // namespace

Expression FormQuestions::expression(qsizetype row, const char *column, const ChoicesByValue &choices)
{
    const QString key = QString::fromLatin1(column), cell = m_source.cell(row, column);
    const bool filter = key == "choice_filter"_L1, calculation = key == "calculation"_L1;
    const FormNames &names = m_source.names;
    const QString name = names.renamed.value(m_source.cell(row, "name"), m_source.cell(row, "name"));
    // What this program wrote beside XLSForm's spelling holds as long as nobody has changed that one.
    const QString own = m_source.survey.text(row, u"seamfinder_"_s + key);
    if (!own.isEmpty()) {
        const IsOneAnswer isOne = [&](const QString &other) {
            return names.isOneAnswer(other, names.repeats.value(name));
        };
        if (cell.isEmpty() || toFormSpelling(own, filter, isOne) == cell ||
            toFormSpelling(own, filter) == cell || (calculation && cell == "''"_L1))
            return Expression(own);
        m_source.warning(row, key, tr("“%1” was changed, so “seamfinder_%1” is left out.").arg(key),
                         tr("Empty the cell in “seamfinder_%1”.").arg(key));
    }
    if (cell.isEmpty())
        return {};
    if (m_source.ours)
        return Expression(fromFormSpelling(cell, filter));
    const auto type = names.types.constFind(name);
    // A question without a name has an answer, too.
    const FormType unnamed = formType(m_source.survey.name(row, u"type"_s));
    const std::optional<QuestionType> self = type != names.types.cend() ? std::optional(*type)
                                             : unnamed.kind == FormType::Kind::Question
                                                 ? std::optional(unnamed.type)
                                                 : std::nullopt;
    TranslatedExpression translated = fromXPath(cell, names, filter ? choices : ChoicesByValue(), self);
    if (!translated.what.isEmpty()) {
        m_source.error(row, key, translated.what, translated.mend);
        // What cannot be read is not missing, so nothing more is said of it.
        if (calculation)
            return unknownCalculation();
    } else if (!translated.instead.isEmpty()) {
        m_source.warning(row, key, translated.instead,
                         tr("To say the label, quote the question in a text: ${name}."));
    }
    return translated.expression;
}

Expression FormQuestions::defaultValue(qsizetype row, QuestionType type)
{
    const QString cell = m_source.cell(row, "default");
    const QString own = m_source.survey.text(row, u"seamfinder_default"_s);
    if (!own.isEmpty() || cell.isEmpty() || isDynamicDefault(cell, type))
        return expression(row, "default");
    return Expression(defaultFromCell(cell, type));
}

void FormQuestions::readExpressions(Question &question, qsizetype row, const FormType &type)
{
    question.relevance = expression(row, "relevant");
    const Expression ofRange = question.constraint;
    question.constraint = expression(row, "constraint");
    const bool unread = question.constraint.isEmpty() && !m_source.cell(row, "constraint").isEmpty();
    if (question.constraint.isEmpty())
        question.constraint = ofRange;
    question.calculation = expression(row, "calculation");
    question.defaultValue = defaultValue(row, question.type);
    if (type.kind == FormType::Kind::BeginGroup || type.kind == FormType::Kind::BeginRepeat)
        return;
    question.required = flag(row, "required");
    if (m_source.ours)
        return;
    if (unread) {
        question.constraintMessage = {};
    } else if (!question.constraint.isEmpty() && question.constraintMessage.isEmpty()) {
        question.constraintMessage.byLanguage.insert(
            m_source.languages.all.value(0),
            tr("The answer has to meet: %1").arg(question.constraint.source()));
        if (ofRange.isEmpty())
            m_source.warning(row, u"constraint"_s, tr("The constraint has no message; it is shown itself."),
                             tr("Write a constraint_message."));
    } else if (question.constraint.isEmpty() && !question.constraintMessage.isEmpty()) {
        question.constraintMessage = {};
        m_source.warning(row, u"constraint_message"_s, tr("The message is left out: there is no constraint."),
                         tr("Add the constraint or remove the message."));
    }
}

void FormQuestions::leaveOutWhatHasNoAnswer(Question &question, qsizetype row)
{
    const auto leaveOut = [&](const QString &column) {
        m_source.warning(row, column,
                         tr("“%1” is left out: it has no use in a question of this type.").arg(column),
                         tr("Nothing needs to be done."));
    };
    const auto clear = [&](Expression &expression, const QString &column) {
        if (!expression.isEmpty())
            leaveOut(column);
        expression = {};
    };
    if (question.type != QuestionType::Calculated)
        clear(question.calculation, u"calculation"_s);
    if (valueKind(question.type) == Value::Kind::Nothing) {
        clear(question.constraint, u"constraint"_s);
        clear(question.defaultValue, u"default"_s);
        question.constraintMessage = {};
    }
    if (question.required && !takesAnswer(question.type)) {
        question.required = false;
        leaveOut(u"required"_s);
    }
    if (question.choices.kind == ChoiceSource::Kind::None && !isSelect(question.type))
        clear(question.choices.filter, u"choice_filter"_s);
}

} // namespace seamfinder
