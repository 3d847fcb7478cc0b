// Renaming, with everything that refers to the old name.

#include "core/protocol/ExpressionNode.h"
#include "core/protocol/ProtocolEdit.h"
#include "core/protocol/ProtocolParts.h"

#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

using Node = ExpressionNode;
using NodeVisitor = std::function<void(const Node &)>;

void visitNodes(const Node &node, const NodeVisitor &visit)
{
    visit(node);
    for (const auto &argument : node.arguments)
        visitNodes(*argument, visit);
}

QString replaceQuotes(const QString &text, const QString &from, const QString &to)
{
    QString result = text;
    return result.replace(QRegularExpression(u"\\$\\{\\s*%1\\s*\\}"_s.arg(QRegularExpression::escape(from))),
                          u"${%1}"_s.arg(to));
}

/// Replaces what starts at these places by `with`; `end` says where each ends.
QString replaceAt(QString source, QVector<qsizetype> places, const QString &with,
                  const std::function<qsizetype(const QString &, qsizetype)> &end)
{
    std::sort(places.begin(), places.end(), std::greater<>());
    for (const qsizetype place : std::as_const(places))
        source.replace(place, end(source, place) - place, with);
    return source;
}

void renameReferences(Expression &expression, const QString &from, const QString &to)
{
    if (!expression.isValid()) {
        // Half-written: what looks like a reference is most likely one.
        if (!expression.isEmpty())
            expression = Expression(replaceQuotes(expression.source(), from, to));
        return;
    }
    QVector<qsizetype> places; // of references only: a text in quotes may hold the same characters
    visitNodes(*expression.root(), [&](const Node &node) {
        if (node.operation == Operation::Reference && node.name == from && !places.contains(node.position))
            places.append(node.position);
    });
    if (!places.isEmpty())
        expression = Expression(replaceAt(
            expression.source(), places, u"${%1}"_s.arg(to),
            [](const QString &source, qsizetype place) { return source.indexOf(u'}', place) + 1; }));
}

/// A text literal that is compared with the answer to `question`; `own`: "." is that answer too.
void renameKey(Expression &expression, const QString &question, bool own, const QString &from,
               const QString &to)
{
    if (!expression.isValid())
        return;
    const auto isAnswer = [&](const Node &node) {
        return (node.operation == Operation::Reference && node.name == question) ||
               (own && node.operation == Operation::Self);
    };
    QVector<qsizetype> places;
    visitNodes(*expression.root(), [&](const Node &node) {
        const bool compares = node.operation == Operation::Equal || node.operation == Operation::NotEqual ||
                              node.operation == Operation::Selected;
        if (!compares || node.arguments.size() != 2)
            return;
        for (int side : {0, 1}) {
            const Node &literal = *node.arguments[size_t(side)];
            if (isAnswer(*node.arguments[size_t(1 - side)]) && literal.operation == Operation::Literal &&
                literal.literal == Value::text(from) && !places.contains(literal.position))
                places.append(literal.position);
        }
    });
    if (!places.isEmpty())
        expression = Expression(replaceAt(expression.source(), places, u"'%1'"_s.arg(to),
                                          [](const QString &source, qsizetype place) {
                                              return source.indexOf(source[place], place + 1) + 1;
                                          }));
}

} // namespace

void renameQuestion(Protocol &protocol, const QString &from, const QString &to)
{
    Question *renamed = findQuestion(protocol, from);
    if (!renamed || from == to)
        return;
    // Of two questions with the same name the first is meant by references, as everywhere.
    renamed->name = to;
    visitQuestions(protocol, [&](Question &question) {
        visitExpressions(question, [&](Expression &each) { renameReferences(each, from, to); });
        visitSources(question, [&](ChoiceSource &source) {
            if (source.kind == ChoiceSource::Kind::Question && source.from == from)
                source.from = to;
        });
    });
    for (Section &section : protocol.sections)
        renameReferences(section.relevance, from, to);
    visitTexts(protocol, [&](TranslatableText &text) {
        for (QString &each : text.byLanguage) {
            if (each.contains(from))
                each = replaceQuotes(each, from, to);
        }
    });
}

void renameChoice(Protocol &protocol, const QString &name, const QString &from, const QString &to)
{
    Question *renamed = findQuestion(protocol, name);
    if (!renamed || from == to)
        return;
    for (AnswerChoice &choice : renamed->choices.fixed) {
        if (choice.key == from)
            choice.key = to;
    }
    if (const auto constant = renamed->defaultValue.constant(); constant && *constant == Value::text(from))
        renamed->defaultValue = Expression(u"'%1'"_s.arg(to));
    visitQuestions(protocol, [&](Question &question) {
        visitExpressions(question,
                         [&](Expression &each) { renameKey(each, name, question.name == name, from, to); });
    });
    for (Section &section : protocol.sections)
        renameKey(section.relevance, name, false, from, to);
}

} // namespace seamfinder
