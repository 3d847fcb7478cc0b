#include "core/protocol/ExpressionTypes.h"

#include "core/protocol/ExpressionNode.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

using Kind = Value::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("ExpressionTypes", text);
}

class Checker
{
public:
    Checker(const ReferenceTypes &references, const std::optional<ExpressionType> &self,
            QVector<ExpressionFinding> &findings)
        : m_references(references)
        , m_self(self)
        , m_findings(findings)
    {
    }

    ExpressionType type(const ExpressionNode &node)
    {
        switch (node.operation) {
        case Operation::Literal:
            return {node.literal.kind(), true, {}};
        case Operation::Reference:
            return reference(node);
        case Operation::Self:
            if (m_self)
                return *m_self;
            find(node, tr("“.” stands for the answer itself, which there is not here."),
                 tr("Use “.” in constraints only."));
            return {};
        case Operation::Or:
        case Operation::And:
        case Operation::Not:
            for (const auto &part : node.arguments)
                wants(*part, Kind::Boolean);
            return {Kind::Boolean, true, {}};
        case Operation::Equal:
        case Operation::NotEqual:
            equality(node);
            return {Kind::Boolean, true, {}};
        case Operation::Less:
        case Operation::LessEqual:
        case Operation::Greater:
        case Operation::GreaterEqual:
            ordering(node);
            return {Kind::Boolean, true, {}};
        case Operation::Add:
        case Operation::Subtract:
        case Operation::Multiply:
        case Operation::Divide:
        case Operation::Modulo:
        case Operation::Negate:
        case Operation::Round:
        case Operation::Int:
            for (const auto &part : node.arguments)
                wants(*part, Kind::Number);
            return {Kind::Number, true, {}};
        case Operation::Number:
            type(*node.arguments[0]);
            return {Kind::Number, true, {}};
        case Operation::True:
        case Operation::False:
            return {Kind::Boolean, true, {}};
        case Operation::Selected:
            selected(node);
            return {Kind::Boolean, true, {}};
        case Operation::CountSelected:
            wantsKeys(*node.arguments[0]);
            return {Kind::Number, true, {}};
        case Operation::If: {
            wants(*node.arguments[0], Kind::Boolean);
            return common(node, 1);
        }
        case Operation::Coalesce:
            return common(node, 0);
        case Operation::StringLength:
            wantsText(*node.arguments[0]);
            return {Kind::Number, true, {}};
        case Operation::Contains:
        case Operation::StartsWith:
        case Operation::Regex:
            wantsText(*node.arguments[0]);
            wantsText(*node.arguments[1]);
            if (node.operation == Operation::Regex)
                pattern(*node.arguments[1]);
            return {Kind::Boolean, true, {}};
        case Operation::Count:
            if (node.arguments[0]->operation != Operation::Reference)
                find(node, tr("count() does not count that."),
                     tr("Give it a question or a repeat: count(${name})."));
            all(*node.arguments[0]);
            return {Kind::Number, true, {}};
        case Operation::Sum:
            if (const ExpressionType found = all(*node.arguments[0]);
                found.kind && *found.kind != Kind::Number)
                wrong(*node.arguments[0], found, kindText(Kind::Number));
            return {Kind::Number, true, {}};
        case Operation::Position:
            return {Kind::Number, true, {}};
        case Operation::Today:
            return {Kind::Date, true, {}};
        case Operation::Now:
            return {Kind::Text, true, {}};
        case Operation::Concat:
            for (const auto &part : node.arguments)
                type(*part);
            return {Kind::Text, true, {}};
        }
        return {};
    }

private:
    void find(const ExpressionNode &node, const QString &what, const QString &mend)
    {
        m_findings.append({what, mend, node.position});
    }

    void wrong(const ExpressionNode &node, const ExpressionType &found, const QString &wanted)
    {
        find(node, tr("Wrong type: this is %1 where %2 is needed.").arg(kindText(*found.kind), wanted),
             tr("Compare or convert it so that it is %1.").arg(wanted));
    }

    void wants(const ExpressionNode &node, Kind kind)
    {
        const ExpressionType found = type(node);
        if (found.kind && *found.kind != kind)
            wrong(node, found, kindText(kind));
    }

    void wantsText(const ExpressionNode &node)
    {
        const ExpressionType found = type(node);
        if (found.kind && *found.kind != Kind::Text && !(*found.kind == Kind::Keys && found.single))
            wrong(node, found, kindText(Kind::Text));
    }

    ExpressionType wantsKeys(const ExpressionNode &node)
    {
        const ExpressionType found = all(node);
        if (found.kind && *found.kind != Kind::Keys)
            wrong(node, found, kindText(Kind::Keys));
        return found;
    }

    /// Where several answers are welcome.
    ExpressionType all(const ExpressionNode &node)
    {
        if (node.operation != Operation::Reference)
            return type(node);
        const auto found = m_references(node.name);
        return found ? found->type : ExpressionType();
    }

    ExpressionType reference(const ExpressionNode &node)
    {
        const auto found = m_references(node.name);
        if (!found)
            return {};
        if (found->several || found->repeat) {
            find(node, tr("“${%1}” may have several answers here.").arg(node.name),
                 tr("Ask with selected(), count() or sum(), or from inside its repeat."));
            return {};
        }
        return found->type;
    }

    ExpressionType common(const ExpressionNode &node, size_t from)
    {
        std::optional<ExpressionType> result;
        for (size_t i = from; i < node.arguments.size(); ++i) {
            const ExpressionType part = type(*node.arguments[i]);
            if (!result)
                result = part;
            else if (result->kind != part.kind)
                result = ExpressionType();
        }
        return result.value_or(ExpressionType());
    }

    void choiceExists(const ExpressionNode &literal, const ExpressionType &keys)
    {
        if (literal.operation != Operation::Literal || literal.literal.kind() != Kind::Text || !keys.choices)
            return;
        const QString key = literal.literal.toText();
        if (!key.isEmpty() && !keys.choices->contains(key))
            find(literal, tr("There is no choice “%1”.").arg(key),
                 keys.choices->size() > 12 ? tr("Use the key of one of the choices.")
                                           : tr("Use one of: %1.").arg(keys.choices->join(u", "_s)));
    }

    void selected(const ExpressionNode &node)
    {
        const ExpressionType keys = wantsKeys(*node.arguments[0]);
        const ExpressionType wanted = all(*node.arguments[1]);
        if (wanted.kind && *wanted.kind != Kind::Text && *wanted.kind != Kind::Keys)
            wrong(*node.arguments[1], wanted, kindText(Kind::Text));
        if (keys.kind == Kind::Keys)
            choiceExists(*node.arguments[1], keys);
    }

    void equality(const ExpressionNode &node)
    {
        const ExpressionType left = type(*node.arguments[0]), right = type(*node.arguments[1]);
        if (!left.kind || !right.kind)
            return;
        for (const ExpressionType &side : {left, right}) {
            if (side.kind == Kind::Keys && !side.single) {
                find(node, tr("Wrong type: several choices can be picked, so “=” cannot compare them."),
                     tr("Use selected(${name}, 'key')."));
                return;
            }
        }
        if (left.kind == Kind::Keys)
            choiceExists(*node.arguments[1], left);
        if (right.kind == Kind::Keys)
            choiceExists(*node.arguments[0], right);
        const auto plain = [](const ExpressionType &side) {
            return side.kind == Kind::Keys ? Kind::Text : *side.kind;
        };
        if (plain(left) != plain(right) && !isDateBeside(node, left, right))
            mismatch(node, left, right);
    }

    void ordering(const ExpressionNode &node)
    {
        const ExpressionType left = type(*node.arguments[0]), right = type(*node.arguments[1]);
        if (!left.kind || !right.kind || isDateBeside(node, left, right))
            return;
        if (left.kind != right.kind || (left.kind != Kind::Number && left.kind != Kind::Date))
            mismatch(node, left, right);
    }

    void mismatch(const ExpressionNode &node, const ExpressionType &left, const ExpressionType &right)
    {
        find(node,
             tr("Wrong type: %1 cannot be compared with %2 in this way.")
                 .arg(kindText(*left.kind), kindText(*right.kind)),
             tr("Compare a number with a number (5) and a text or key with a text ('five')."));
    }

    /// A date may be compared with a text that is one: ${day} > '2026-01-31'.
    static bool isDateBeside(const ExpressionNode &node, const ExpressionType &left,
                             const ExpressionType &right)
    {
        const auto isDateText = [](const ExpressionNode &side) {
            return side.operation == Operation::Literal && side.literal.date().isValid();
        };
        return (left.kind == Kind::Date && isDateText(*node.arguments[1])) ||
               (right.kind == Kind::Date && isDateText(*node.arguments[0]));
    }

    void pattern(const ExpressionNode &node)
    {
        if (node.operation != Operation::Literal)
            return;
        const QRegularExpression expression(node.literal.toText());
        if (!expression.isValid())
            find(node, tr("The pattern is not valid: %1.").arg(expression.errorString()),
                 tr("Correct the regular expression."));
    }

    const ReferenceTypes &m_references;
    const std::optional<ExpressionType> &m_self;
    QVector<ExpressionFinding> &m_findings;
};

} // namespace

ExpressionType checkTypes(const Expression &expression, const ReferenceTypes &references,
                          const std::optional<ExpressionType> &self, QVector<ExpressionFinding> &findings)
{
    return expression.isValid() ? Checker(references, self, findings).type(*expression.root())
                                : ExpressionType();
}

QString kindText(Value::Kind kind)
{
    switch (kind) {
    case Kind::Nothing:
        return tr("nothing");
    case Kind::Boolean:
        return tr("a yes or no");
    case Kind::Number:
        return tr("a number");
    case Kind::Text:
        return tr("a text");
    case Kind::Date:
        return tr("a date");
    case Kind::Keys:
        return tr("a choice");
    }
    return {};
}

} // namespace seamfinder
