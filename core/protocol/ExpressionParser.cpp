#include "core/protocol/ExpressionNode.h"

#include <array>
#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 200;

using Node = std::shared_ptr<const ExpressionNode>;

QString tr(const char *text)
{
    return QCoreApplication::translate("Expression", text);
}

struct Token
{
    enum class Kind : quint8 { Number, Text, Reference, Name, Symbol, End };
    Kind kind = Kind::End;
    QString text; ///< the number as written, the content, the name, or the symbol
    qsizetype position = 0;
};

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

class Lexer
{
public:
    explicit Lexer(const QString &source)
        : m_source(source)
    {
    }

    QVector<Token> tokens()
    {
        QVector<Token> result;
        do {
            result.append(next());
        } while (result.last().kind != Token::Kind::End);
        return result;
    }

private:
    [[nodiscard]] QChar at(qsizetype index) const
    {
        return index < m_source.size() ? m_source[index] : QChar();
    }

    Token next()
    {
        while (at(m_at).isSpace())
            ++m_at;
        const qsizetype start = m_at;
        const QChar c = at(m_at);
        if (m_at >= m_source.size())
            return {Token::Kind::End, {}, start};
        if (isAsciiDigit(c) || (c == u'.' && isAsciiDigit(at(m_at + 1))))
            return number();
        if (c == u'\'' || c == u'"')
            return quoted(c);
        if (c == u'$')
            return reference();
        if (isAsciiLetter(c)) {
            while (isAsciiLetter(at(m_at)) || isAsciiDigit(at(m_at)) ||
                   (at(m_at) == u'-' && isAsciiLetter(at(m_at + 1))))
                ++m_at;
            return {Token::Kind::Name, m_source.sliced(start, m_at - start), start};
        }
        for (const QLatin1StringView symbol : {"!="_L1, "<="_L1, ">="_L1, ".."_L1, "="_L1, "<"_L1, ">"_L1,
                                               "+"_L1, "-"_L1, "*"_L1, "("_L1, ")"_L1, ","_L1, "."_L1}) {
            if (QStringView(m_source).sliced(start).startsWith(symbol)) {
                m_at += symbol.size();
                return {Token::Kind::Symbol, QString(symbol), start};
            }
        }
        throw ExpressionError{tr("“%1” has no meaning here.").arg(c), start};
    }

    Token number()
    {
        const qsizetype start = m_at;
        while (isAsciiDigit(at(m_at)))
            ++m_at;
        if (at(m_at) == u'.' && isAsciiDigit(at(m_at + 1))) {
            ++m_at;
            while (isAsciiDigit(at(m_at)))
                ++m_at;
        }
        if (isAsciiLetter(at(m_at)) || at(m_at) == u'_')
            throw ExpressionError{tr("A number ends where a letter follows."), m_at};
        return {Token::Kind::Number, m_source.sliced(start, m_at - start), start};
    }

    Token quoted(QChar quote)
    {
        const qsizetype start = m_at;
        const qsizetype end = m_source.indexOf(quote, start + 1);
        if (end < 0)
            throw ExpressionError{tr("The text that starts here has no closing quote."), start};
        m_at = end + 1;
        return {Token::Kind::Text, m_source.sliced(start + 1, end - start - 1), start};
    }

    Token reference()
    {
        const qsizetype start = m_at;
        const qsizetype end = at(start + 1) == u'{' ? m_source.indexOf(u'}', start) : -1;
        if (end < 0)
            throw ExpressionError{tr("A reference is written ${name}."), start};
        m_at = end + 1;
        const QString name = m_source.sliced(start + 2, end - start - 2).trimmed();
        bool ok = !name.isEmpty() && isAsciiLetter(name[0]);
        for (const QChar c : name)
            ok = ok && (isAsciiLetter(c) || isAsciiDigit(c) || c == u'_' || c == u'-' || c == u'.');
        if (!ok)
            throw ExpressionError{
                tr("“%1” is no name: a name starts with a letter and holds letters, digits, "
                   "- and _ only.")
                    .arg(name),
                start};
        return {Token::Kind::Reference, name, start};
    }

    const QString &m_source;
    qsizetype m_at = 0;
};

/// Recursive descent, loosest operator first.
class Parser
{
public:
    explicit Parser(const QString &source)
        : m_tokens(Lexer(source).tokens())
    {
    }

    Node parse()
    {
        Node node = binary(0);
        if (current().kind != Token::Kind::End)
            throw ExpressionError{tr("The expression should end before “%1”.").arg(current().text),
                                  current().position};
        return node;
    }

private:
    struct Binary
    {
        int level;
        Token::Kind kind;
        QLatin1StringView text;
        Operation operation;
    };
    static constexpr std::array<Binary, 13> operators{{
        {0, Token::Kind::Name, QLatin1StringView("or"), Operation::Or},
        {1, Token::Kind::Name, QLatin1StringView("and"), Operation::And},
        {2, Token::Kind::Symbol, QLatin1StringView("="), Operation::Equal},
        {2, Token::Kind::Symbol, QLatin1StringView("!="), Operation::NotEqual},
        {3, Token::Kind::Symbol, QLatin1StringView("<"), Operation::Less},
        {3, Token::Kind::Symbol, QLatin1StringView("<="), Operation::LessEqual},
        {3, Token::Kind::Symbol, QLatin1StringView(">"), Operation::Greater},
        {3, Token::Kind::Symbol, QLatin1StringView(">="), Operation::GreaterEqual},
        {4, Token::Kind::Symbol, QLatin1StringView("+"), Operation::Add},
        {4, Token::Kind::Symbol, QLatin1StringView("-"), Operation::Subtract},
        {5, Token::Kind::Symbol, QLatin1StringView("*"), Operation::Multiply},
        {5, Token::Kind::Name, QLatin1StringView("div"), Operation::Divide},
        {5, Token::Kind::Name, QLatin1StringView("mod"), Operation::Modulo},
    }};
    static constexpr int unaryLevel = 6;

    [[nodiscard]] const Token &current() const { return m_tokens[m_at]; }

    [[nodiscard]] bool isSymbol(QLatin1StringView symbol) const
    {
        return current().kind == Token::Kind::Symbol && current().text == symbol;
    }

    Token take() { return m_tokens[m_at++]; }

    void expect(QLatin1StringView symbol)
    {
        if (!isSymbol(symbol))
            throw ExpressionError{tr("“%1” is missing here.").arg(symbol), current().position};
        ++m_at;
    }

    static Node make(Operation operation, qsizetype position, std::vector<Node> arguments = {},
                     const Value &literal = {}, const QString &name = {})
    {
        auto node = std::make_shared<ExpressionNode>();
        node->operation = operation;
        node->position = position;
        node->literal = literal;
        node->name = name;
        for (const Node &argument : arguments)
            node->depth = qMax(node->depth, argument->depth + 1);
        if (node->depth > deepest)
            throw ExpressionError{tr("The expression is nested too deeply."), position};
        node->arguments = std::move(arguments);
        return node;
    }

    [[nodiscard]] const Binary *binaryHere(int level) const
    {
        for (const Binary &candidate : operators) {
            if (candidate.level == level && candidate.kind == current().kind &&
                candidate.text == current().text)
                return &candidate;
        }
        return nullptr;
    }

    Node binary(int level)
    {
        if (level == unaryLevel)
            return unary();
        Node left = binary(level + 1);
        while (const Binary *found = binaryHere(level)) {
            const qsizetype position = take().position;
            Node right = binary(level + 1);
            // Long chains of "or" and "and" stay flat: they are common, and depth is bounded.
            const bool chain = found->operation == Operation::Or || found->operation == Operation::And;
            std::vector<Node> arguments;
            if (chain && left->operation == found->operation)
                arguments = left->arguments;
            else
                arguments.push_back(left);
            arguments.push_back(std::move(right));
            left = make(found->operation, position, std::move(arguments));
        }
        return left;
    }

    Node unary()
    {
        if (++m_nesting > deepest)
            throw ExpressionError{tr("The expression is nested too deeply."), current().position};
        Node node;
        if (isSymbol("-"_L1)) {
            const qsizetype position = take().position;
            node = make(Operation::Negate, position, {unary()});
        } else {
            node = primary();
        }
        --m_nesting;
        return node;
    }

    Node primary()
    {
        const Token token = current();
        switch (token.kind) {
        case Token::Kind::Number:
            ++m_at;
            return make(Operation::Literal, token.position, {}, Value::text(token.text).toNumber());
        case Token::Kind::Text:
            ++m_at;
            return make(Operation::Literal, token.position, {}, Value::text(token.text));
        case Token::Kind::Reference:
            ++m_at;
            return make(Operation::Reference, token.position, {}, {}, token.text);
        case Token::Kind::Name:
            return call();
        case Token::Kind::Symbol:
            if (token.text == "."_L1) {
                ++m_at;
                return make(Operation::Self, token.position);
            }
            if (token.text == "("_L1) {
                ++m_at;
                Node inner = binary(0);
                expect(")"_L1);
                return inner;
            }
            throw ExpressionError{tr("A value is missing before “%1”.").arg(token.text), token.position};
        case Token::Kind::End:
            break;
        }
        throw ExpressionError{tr("The expression ends where a value is missing."), token.position};
    }

    Node call()
    {
        const Token name = take();
        const auto functions = expressionFunctions();
        const auto found = std::find_if(functions.begin(), functions.end(),
                                        [&](const ExpressionFunction &f) { return name.text == f.name; });
        if (found == functions.end())
            throw ExpressionError{
                tr("There is no function “%1”. A text needs quotes, a question ${…}.").arg(name.text),
                name.position};
        expect("("_L1);
        std::vector<Node> arguments;
        if (found->operation == Operation::Position && isSymbol(".."_L1)) {
            ++m_at; // XLSForm writes position(..)
        } else if (!isSymbol(")"_L1)) {
            arguments.push_back(binary(0));
            while (isSymbol(","_L1)) {
                ++m_at;
                arguments.push_back(binary(0));
            }
        }
        expect(")"_L1);
        const int count = int(arguments.size());
        if (count < found->fewest || count > found->most)
            throw ExpressionError{
                tr("%1() takes another number of values than %2.").arg(name.text).arg(count), name.position};
        return make(found->operation, name.position, std::move(arguments));
    }

    QVector<Token> m_tokens;
    qsizetype m_at = 0;
    int m_nesting = 0;
};

constexpr int any = 1000;
constexpr std::array<ExpressionFunction, 20> functionTable{{
    {QLatin1StringView("not"), Operation::Not, 1, 1},
    {QLatin1StringView("true"), Operation::True, 0, 0},
    {QLatin1StringView("false"), Operation::False, 0, 0},
    {QLatin1StringView("selected"), Operation::Selected, 2, 2},
    {QLatin1StringView("count-selected"), Operation::CountSelected, 1, 1},
    {QLatin1StringView("if"), Operation::If, 3, 3},
    {QLatin1StringView("coalesce"), Operation::Coalesce, 1, any},
    {QLatin1StringView("string-length"), Operation::StringLength, 1, 1},
    {QLatin1StringView("contains"), Operation::Contains, 2, 2},
    {QLatin1StringView("starts-with"), Operation::StartsWith, 2, 2},
    {QLatin1StringView("regex"), Operation::Regex, 2, 2},
    {QLatin1StringView("count"), Operation::Count, 1, 1},
    {QLatin1StringView("sum"), Operation::Sum, 1, 1},
    {QLatin1StringView("position"), Operation::Position, 0, 0},
    {QLatin1StringView("today"), Operation::Today, 0, 0},
    {QLatin1StringView("now"), Operation::Now, 0, 0},
    {QLatin1StringView("round"), Operation::Round, 1, 2},
    {QLatin1StringView("int"), Operation::Int, 1, 1},
    {QLatin1StringView("number"), Operation::Number, 1, 1},
    {QLatin1StringView("concat"), Operation::Concat, 1, any},
}};

} // namespace

std::span<const ExpressionFunction> expressionFunctions()
{
    return functionTable;
}

Node parseExpression(const QString &source)
{
    return Parser(source).parse();
}

} // namespace seamfinder
