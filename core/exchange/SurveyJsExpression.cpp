#include "core/exchange/SurveyJsExpression.h"

#include "core/exchange/SurveyJsMeaning.h"
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
        , m_meaning(names, std::move(self))
    {
    }

    Node parse()
    {
        const Node node = m_meaning.truth(single(either()));
        if (current().kind != Kind::End)
            throw Untranslatable{tr("“%1” has no meaning here.").arg(current().text)};
        return node;
    }

private:
    struct Operand
    {
        Node node; ///< nullptr: a list
        QVector<Node> list;
        [[nodiscard]] QVector<Node> values() const { return node ? QVector<Node>{node} : list; }
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

    [[nodiscard]] Node truth(const Operand &operand) const { return m_meaning.truth(single(operand)); }

    Operand comparison()
    {
        Operand left = sum();
        for (;;) {
            if (take({"notempty"_L1}))
                left = {SurveyMeaning::answered(single(left), true), {}};
            else if (take({"empty"_L1}))
                left = {SurveyMeaning::answered(single(left), false), {}};
            else if (take({"notcontains"_L1, "notcontain"_L1}))
                left = {negated(m_meaning.contains(single(left), sum().values())), {}};
            else if (take({"contains"_L1, "contain"_L1, "*="_L1, "allof"_L1}))
                left = {m_meaning.contains(single(left), sum().values()), {}};
            else if (take({"anyof"_L1}))
                left = {m_meaning.anyOf(single(left), sum().values()), {}};
            else if (take({"noneof"_L1}))
                left = {negated(m_meaning.anyOf(single(left), sum().values())), {}};
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

    Operand compared(Operation operation, const Operand &left, const Operand &right) const
    {
        const Node a = single(left), b = single(right);
        return {expressionNode(operation, {m_meaning.asAnswerOf(b, a), m_meaning.asAnswerOf(a, b)}), {}};
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
            return {m_meaning.variable(token.text), {}};
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
            return {expressionNode(Operation::Sum, {m_meaning.column(arguments[0], column)}), {}};
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
    const SurveyMeaning m_meaning;
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
        const auto own = names.types.constFind(self);
        return {withMeaningOfXPath(expression, names.types,
                                   own == names.types.cend() ? std::nullopt : std::optional(*own)),
                {},
                {}};
    } catch (const Untranslatable &reason) {
        return {{}, reason.what, mend};
    }
}

} // namespace seamfinder
