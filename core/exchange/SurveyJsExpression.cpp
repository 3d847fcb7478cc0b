#include "core/exchange/SurveyJsExpression.h"

#include "core/exchange/ExpressionText.h"
#include "core/exchange/SurveyJsTokens.h"
#include "core/exchange/XPathMeaning.h"

#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

using Node = ExpressionNodePtr;
using Kind = SurveyJsToken::Kind;

constexpr int deepest = 100;

QString tr(const char *text)
{
    return QCoreApplication::translate("SurveyJs", text);
}

struct Untranslatable
{
    QString what;
};

Node literal(const Value &value)
{
    return expressionNode(Operation::Literal, {}, value);
}

Node negated(const Node &node)
{
    return expressionNode(Operation::Not, {node});
}

/// Recursive descent; an operand may also be a list ['a', 'b'].
class Parser
{
public:
    Parser(const QString &source, const SurveyNames &names, QString self)
        : m_tokens(surveyJsTokens(source))
        , m_names(names)
        , m_self(std::move(self))
    {
    }

    Node parse()
    {
        const Node node = truth(either());
        if (current().kind != Kind::End)
            throw Untranslatable{tr("“%1” has no meaning here.").arg(current().text)};
        return node;
    }

private:
    struct Operand
    {
        Node node; ///< nullptr: a list
        QVector<Node> list;
    };

    [[nodiscard]] const SurveyJsToken &current() const { return m_tokens[m_at]; }

    bool take(std::initializer_list<QLatin1StringView> texts)
    {
        const SurveyJsToken &token = current();
        if (token.kind != Kind::Symbol && token.kind != Kind::Word)
            return false;
        for (const QLatin1StringView text : texts) {
            if (token.text.compare(text, Qt::CaseInsensitive) == 0) {
                ++m_at;
                return true;
            }
        }
        return false;
    }

    static Node single(const Operand &operand)
    {
        if (!operand.node)
            throw Untranslatable{tr("A list stands where one value is needed.")};
        return operand.node;
    }

    Operand either()
    {
        Operand left = all();
        while (take({"or"_L1, "||"_L1}))
            left = {expressionNode(Operation::Or, {truth(left), truth(all())}), {}};
        return left;
    }

    Operand all()
    {
        Operand left = comparison();
        while (take({"and"_L1, "&&"_L1}))
            left = {expressionNode(Operation::And, {truth(left), truth(comparison())}), {}};
        return left;
    }

    /// {agreed} alone asks whether it is true.
    Node truth(const Operand &operand) const
    {
        const Node node = single(operand);
        if (node->operation == Operation::Reference && m_names.booleans.contains(node->name))
            return expressionNode(Operation::Equal, {node, literal(Value::text(u"yes"_s))});
        return node;
    }

    Operand comparison()
    {
        Operand left = sum();
        for (;;) {
            if (take({"notempty"_L1}))
                left = {answered(single(left), true), {}};
            else if (take({"empty"_L1}))
                left = {answered(single(left), false), {}};
            else if (take({"notcontains"_L1, "notcontain"_L1}))
                left = {negated(contains(left, sum())), {}};
            else if (take({"contains"_L1, "contain"_L1, "*="_L1, "allof"_L1}))
                left = {contains(left, sum()), {}};
            else if (take({"anyof"_L1}))
                left = {anyOf(left, sum()), {}};
            else if (take({"noneof"_L1}))
                left = {negated(anyOf(left, sum())), {}};
            else if (take({"<="_L1, "=<"_L1, "lessorequal"_L1}))
                left = compared(Operation::LessEqual, left, sum());
            else if (take({">="_L1, "=>"_L1, "greaterorequal"_L1}))
                left = compared(Operation::GreaterEqual, left, sum());
            else if (take({"=="_L1, "="_L1, "equals"_L1, "equal"_L1}))
                left = compared(Operation::Equal, left, sum());
            else if (take({"!="_L1, "<>"_L1, "notequals"_L1, "notequal"_L1}))
                left = compared(Operation::NotEqual, left, sum());
            else if (take({"<"_L1, "less"_L1}))
                left = compared(Operation::Less, left, sum());
            else if (take({">"_L1, "greater"_L1}))
                left = compared(Operation::Greater, left, sum());
            else
                return left;
        }
    }

    static Node answered(const Node &node, bool wanted)
    {
        // With '' beside it, the meaning is that of XPath.
        return expressionNode(wanted ? Operation::NotEqual : Operation::Equal,
                              {node, literal(Value::text({}))});
    }

    /// A value as the question on the other side has it: its key, yes or no.
    [[nodiscard]] Node asAnswerOf(const Node &question, const Node &value) const
    {
        const QString name = question->operation == Operation::Reference ? question->name
                             : question->operation == Operation::Self    ? m_self
                                                                         : QString();
        if (name.isEmpty())
            return value;
        if (m_names.booleans.contains(name)) {
            if (value->operation == Operation::True)
                return literal(Value::text(u"yes"_s));
            if (value->operation == Operation::False)
                return literal(Value::text(u"no"_s));
        }
        if (value->operation != Operation::Literal)
            return value;
        const QString text = value->literal.toText();
        const QString key = m_names.keys.value(name).value(text);
        return key.isEmpty() ? value : literal(Value::text(key));
    }

    Operand compared(Operation operation, const Operand &left, const Operand &right) const
    {
        const Node a = single(left), b = single(right);
        return {expressionNode(operation, {asAnswerOf(b, a), asAnswerOf(a, b)}), {}};
    }

    [[nodiscard]] bool isOfChoices(const Node &node) const
    {
        const QString name = node->operation == Operation::Self ? m_self : node->name;
        return valueKind(m_names.types.value(name, QuestionType::Text)) == Value::Kind::Keys;
    }

    [[nodiscard]] Node holds(const Node &whole, const Node &value) const
    {
        return isOfChoices(whole) ? expressionNode(Operation::Selected, {whole, asAnswerOf(whole, value)})
                                  : expressionNode(Operation::Contains, {whole, value});
    }

    Node contains(const Operand &whole, const Operand &part) const
    {
        std::vector<Node> each;
        for (const Node &value : part.node ? QVector<Node>{part.node} : part.list)
            each.push_back(holds(single(whole), value));
        if (each.empty())
            throw Untranslatable{tr("The list is empty.")};
        return each.size() == 1 ? each.front() : expressionNode(Operation::And, std::move(each));
    }

    Node anyOf(const Operand &whole, const Operand &part) const
    {
        const Node question = single(whole);
        std::vector<Node> each;
        for (const Node &value : part.node ? QVector<Node>{part.node} : part.list)
            each.push_back(isOfChoices(question) ? holds(question, value)
                                                 : expressionNode(Operation::Equal, {question, value}));
        if (each.empty())
            throw Untranslatable{tr("The list is empty.")};
        return each.size() == 1 ? each.front() : expressionNode(Operation::Or, std::move(each));
    }

    Operand sum()
    {
        Operand left = product();
        for (;;) {
            if (take({"+"_L1}))
                left = {expressionNode(Operation::Add, {single(left), single(product())}), {}};
            else if (take({"-"_L1}))
                left = {expressionNode(Operation::Subtract, {single(left), single(product())}), {}};
            else
                return left;
        }
    }

    Operand product()
    {
        Operand left = factor();
        for (;;) {
            if (take({"*"_L1}))
                left = {expressionNode(Operation::Multiply, {single(left), single(factor())}), {}};
            else if (take({"/"_L1}))
                left = {expressionNode(Operation::Divide, {single(left), single(factor())}), {}};
            else if (take({"%"_L1}))
                left = {expressionNode(Operation::Modulo, {single(left), single(factor())}), {}};
            else
                return left;
        }
    }

    Operand factor()
    {
        if (++m_nesting > deepest)
            throw Untranslatable{tr("The expression is nested too deeply.")};
        Operand result = primary();
        --m_nesting;
        return result;
    }

    Operand primary()
    {
        if (take({"!"_L1, "negate"_L1}))
            return {negated(truth(factor())), {}};
        if (take({"-"_L1}))
            return {expressionNode(Operation::Negate, {single(factor())}), {}};
        if (take({"("_L1})) {
            Operand inner = either();
            expect(")"_L1);
            return inner;
        }
        if (take({"["_L1}))
            return {nullptr, sequence("]"_L1)};
        const SurveyJsToken token = current();
        ++m_at;
        switch (token.kind) {
        case Kind::Number:
            return {literal(Value::text(token.text).toNumber()), {}};
        case Kind::Text:
            return {literal(Value::text(token.text)), {}};
        case Kind::Variable:
            return {variable(token.text), {}};
        case Kind::Word:
            return word(token.text);
        default:
            throw Untranslatable{tr("A value is missing.")};
        }
    }

    void expect(QLatin1StringView symbol)
    {
        if (!take({symbol}))
            throw Untranslatable{tr("“%1” is missing.").arg(symbol)};
    }

    QVector<Node> sequence(QLatin1StringView end)
    {
        QVector<Node> result;
        if (take({end}))
            return result;
        do {
            result.append(single(either()));
        } while (take({","_L1}));
        expect(end);
        return result;
    }

    [[nodiscard]] Node variable(const QString &given) const
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

    Operand word(const QString &name)
    {
        if (!take({"("_L1})) {
            if (name.compare("true"_L1, Qt::CaseInsensitive) == 0)
                return {expressionNode(Operation::True, {}), {}};
            if (name.compare("false"_L1, Qt::CaseInsensitive) == 0)
                return {expressionNode(Operation::False, {}), {}};
            return {literal(Value::text(name)), {}};
        }
        const QVector<Node> given = sequence(")"_L1);
        const std::vector<Node> arguments(given.begin(), given.end());
        const auto call = [&](Operation operation, size_t count) -> Operand {
            if (arguments.size() != count)
                throw Untranslatable{tr("%1() takes another number of values.").arg(name)};
            return {expressionNode(operation, arguments), {}};
        };
        if (name == "iif"_L1)
            return call(Operation::If, 3);
        if (name == "today"_L1 && arguments.empty())
            return call(Operation::Today, 0);
        if (name == "round"_L1)
            return call(Operation::Round, arguments.size() == 2 ? 2 : 1);
        if (name == "trunc"_L1)
            return call(Operation::Int, 1);
        if (name == "countInArray"_L1)
            return call(Operation::Count, 1);
        // sumInArray({panel}, 'price')
        if (name == "sumInArray"_L1 && arguments.size() == 2) {
            const QString column = arguments[1]->literal.toText();
            return {expressionNode(Operation::Sum, {variable(column)}), {}};
        }
        if (name == "sum"_L1 && !arguments.empty()) {
            Node total = arguments.front();
            for (size_t i = 1; i < arguments.size(); ++i)
                total = expressionNode(Operation::Add, {total, arguments[i]});
            return {total, {}};
        }
        throw Untranslatable{tr("The function “%1()” is not known here.").arg(name)};
    }

    const QVector<SurveyJsToken> m_tokens;
    const SurveyNames &m_names;
    const QString m_self;
    qsizetype m_at = 0;
    int m_nesting = 0;
};

} // namespace

TranslatedExpression fromSurveyJs(const QString &source, const SurveyNames &names, const QString &self)
{
    const QString mend = tr("Write it in another way, or leave it out: %1").arg(source);
    try {
        const Expression expression(expressionText(*Parser(source, names, self).parse()));
        if (const auto &error = expression.error())
            return {{}, error->what, mend};
        return {withMeaningOfXPath(expression, names.types), {}, {}};
    } catch (const Untranslatable &reason) {
        return {{}, reason.what, mend};
    }
}

} // namespace seamfinder
