#include "core/exchange/SurveyJsMeaning.h"

#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
using Node = ExpressionNodePtr;

QString tr(const char *text)
{
    return QCoreApplication::translate("SurveyJs", text);
}

Node textNode(const QString &text)
{
    return expressionNode(Operation::Literal, {}, Value::text(text));
}

Node joined(Operation operation, std::vector<Node> parts)
{
    if (parts.empty())
        throw Untranslatable{tr("The list is empty.")};
    return parts.size() == 1 ? parts.front() : expressionNode(operation, std::move(parts));
}
} // namespace

SurveyMeaning::SurveyMeaning(const SurveyNames &names, QString self)
    : m_names(names)
    , m_self(std::move(self))
{
}

Node SurveyMeaning::variable(const QString &given) const
{
    // Of a question in a dynamic panel, {panel.name} is the one beside.
    const QString name = given.startsWith("panel."_L1) ? given.sliced(6) : given;
    if (name == "item"_L1)
        return expressionNode(Operation::Reference, {}, {}, u"choice.key"_s);
    const QString known = m_names.renamed.value(name, name);
    if (!m_self.isEmpty() && known == m_self)
        return expressionNode(Operation::Self, {});
    if (known.contains(u'.') || known.contains(u'[') || known.contains(u' '))
        throw Untranslatable{tr("“{%1}” is not known here.").arg(given)};
    return expressionNode(Operation::Reference, {}, {}, known);
}

Node SurveyMeaning::column(const Node &table, const QString &given) const
{
    const QString ofTable = table->name + u'.' + given;
    return variable(m_names.renamed.contains(ofTable) ? ofTable : given);
}

Node SurveyMeaning::truth(const Node &node) const
{
    if (node->operation == Operation::Reference && m_names.booleans.contains(node->name))
        return expressionNode(Operation::Equal, {node, textNode(u"yes"_s)});
    return node;
}

Node SurveyMeaning::asAnswerOf(const Node &question, const Node &value) const
{
    const QString name = question->operation == Operation::Reference ? question->name
                         : question->operation == Operation::Self    ? m_self
                                                                     : QString();
    if (name.isEmpty())
        return value;
    if (m_names.booleans.contains(name)) {
        if (value->operation == Operation::True)
            return textNode(u"yes"_s);
        if (value->operation == Operation::False)
            return textNode(u"no"_s);
    }
    if (value->operation != Operation::Literal)
        return value;
    const QString key = m_names.keys.value(name).value(value->literal.toText());
    return key.isEmpty() ? value : textNode(key);
}

Node SurveyMeaning::answered(const Node &node, bool wanted)
{
    return expressionNode(wanted ? Operation::NotEqual : Operation::Equal, {node, textNode({})});
}

bool SurveyMeaning::isOfChoices(const Node &node) const
{
    const QString name = node->operation == Operation::Self ? m_self : node->name;
    return valueKind(m_names.types.value(name, QuestionType::Text)) == Value::Kind::Keys;
}

Node SurveyMeaning::holds(const Node &whole, const Node &value) const
{
    return isOfChoices(whole) ? expressionNode(Operation::Selected, {whole, asAnswerOf(whole, value)})
                              : expressionNode(Operation::Contains, {whole, value});
}

Node SurveyMeaning::contains(const Node &whole, const QVector<Node> &values) const
{
    std::vector<Node> each;
    for (const Node &value : values)
        each.push_back(holds(whole, value));
    return joined(Operation::And, std::move(each));
}

Node SurveyMeaning::anyOf(const Node &whole, const QVector<Node> &values) const
{
    std::vector<Node> each;
    for (const Node &value : values)
        each.push_back(isOfChoices(whole) ? holds(whole, value)
                                          : expressionNode(Operation::Equal, {whole, value}));
    return joined(Operation::Or, std::move(each));
}

} // namespace seamfinder
