#include "core/protocol/ProtocolChecker.h"

#include <QCoreApplication>
#include <QScopedValueRollback>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int deepestCalculation = 16; ///< calculations that refer to calculations

QString tr(const char *text)
{
    return QCoreApplication::translate("ProtocolCheck", text);
}

QString at(const QString &where, qsizetype position)
{
    return tr("In “%1”, at character %2: ").arg(where).arg(position + 1);
}
} // namespace

void ProtocolChecker::collectEdges()
{
    for (const IndexedQuestion &entry : m_index.questions()) {
        const Question &question = *entry.question;
        QStringList names;
        for (const Expression &expression :
             {question.relevance, question.calculation, question.defaultValue, question.choices.filter,
              question.repeat.count, question.repeat.first, question.repeat.over.filter})
            names += expression.references();
        QVector<int> edges;
        for (const QString &name : std::as_const(names)) {
            if (const int target = m_index.find(name); target >= 0 && !edges.contains(target))
                edges.append(target);
        }
        if (entry.parent >= 0)
            edges.append(entry.parent);
        m_edges.append(edges);
    }
}

bool ProtocolChecker::isCycle(int from, int to) const
{
    QVector<bool> seen(m_edges.size(), false);
    QVector<int> open{to};
    while (!open.isEmpty()) {
        const int at = open.takeLast();
        if (at == from)
            return true;
        if (std::exchange(seen[at], true))
            continue;
        open += m_edges[at];
    }
    return false;
}

bool ProtocolChecker::isSpecial(const QString &name, bool candidates) const
{
    if (name == "row.title"_L1 || name == "row.sentence"_L1)
        return hasRowAround({});
    return candidates &&
           (name == "choice.key"_L1 || name == "choice.group"_L1 || name == "choice.needed-by"_L1);
}

ExpressionType ProtocolChecker::typeOf(const Question &question, int depth) const
{
    if (question.type == QuestionType::Calculated) {
        QVector<ExpressionFinding> ignored; // reported where the calculation stands
        return checkTypes(
            question.calculation,
            [&](const QString &name) -> std::optional<ReferenceType> {
                if (depth >= deepestCalculation)
                    return std::nullopt;
                return referenceType(name, {}, depth + 1);
            },
            {}, ignored);
    }
    const Value::Kind kind = valueKind(question.type);
    if (kind == Value::Kind::Nothing)
        return {}; // that it has no answer is said once, where it is referred to
    if (kind != Value::Kind::Keys)
        return {kind, true, {}};
    return {kind, question.type == QuestionType::SelectOne, choiceKeys(question)};
}

std::optional<ReferenceType> ProtocolChecker::referenceType(const QString &name, const ExpressionUse &use,
                                                            int depth) const
{
    if (isSpecial(name, use.candidates)) {
        if (name.startsWith("row."_L1))
            return ReferenceType{{Value::Kind::Text, true, {}}, false, false};
        return ReferenceType{{Value::Kind::Keys, name != "choice.needed-by"_L1, {}}, false, false};
    }
    const int target = m_index.find(name);
    if (target < 0)
        return std::nullopt;
    const IndexedQuestion &entry = m_index.questions()[target];
    ReferenceType result;
    for (const int repeat : entry.repeats) {
        const Question &around = *m_index.questions()[repeat].question;
        const auto entity = m_index.entityOf(around);
        const QString facet = m_index.facetOf(around);
        const bool sameRow = entity && (hasRowAround(entity) || use.candidateEntity == entity);
        const bool sameTerm = !facet.isEmpty() && (hasTermAround(facet) || use.candidateFacet == facet);
        const bool fixed = isAround(repeat) || sameRow || sameTerm;
        result.several = result.several || !fixed;
    }
    if (entry.question->type == QuestionType::Repeat) {
        result.type = {Value::Kind::Keys, true, facetKeys(m_index.facetOf(*entry.question))};
        result.repeat = !isAround(target);
    } else {
        result.type = typeOf(*entry.question, depth);
    }
    return result;
}

void ProtocolChecker::checkReference(const QString &name, const ExpressionUse &use)
{
    if (isSpecial(name, use.candidates))
        return;
    const int target = m_index.find(name);
    if (target < 0) {
        problem(tr("“%1” refers to “${%2}”, which does not exist.").arg(use.name, name),
                name.contains(u'.')
                    ? tr("There is no such value at this place; names with a dot are the program's.")
                    : tr("Correct the name, or add the question before this one."),
                name);
        return;
    }
    const Question &referred = *m_index.questions()[target].question;
    if (referred.type == QuestionType::Note || referred.type == QuestionType::Card ||
        referred.type == QuestionType::Group)
        problem(tr("“%1” refers to “${%2}”, which has no answer.").arg(use.name, name),
                tr("Refer to a question that is answered."));
    if (m_at < 0) {
        if (m_index.questions()[target].section >= m_section)
            problem(tr("“%1” refers to “${%2}”, which is asked only later.").arg(use.name, name),
                    tr("Refer only to questions in sections before this one."));
        return;
    }
    if (target < m_at || (target == m_at && use.self))
        return;
    if (isCycle(m_at, target))
        problem(tr("“%1” refers to “${%2}”, which depends on this question: a circle.").arg(use.name, name),
                tr("Remove one of the references."));
    else
        problem(tr("“%1” refers to “${%2}”, which is asked only later.").arg(use.name, name),
                tr("Move that question before this one."));
}

void ProtocolChecker::checkExpression(const Expression &expression, const ExpressionUse &use)
{
    if (expression.isEmpty())
        return;
    const QScopedValueRollback inPart(m_part, use.name);
    if (const auto &error = expression.error()) {
        problem(at(use.name, error->position) + error->what,
                tr("Correct the expression: %1").arg(expression.source()));
        return;
    }
    for (const QString &name : expression.references())
        checkReference(name, use);
    QVector<ExpressionFinding> findings;
    const ExpressionType found = checkTypes(
        expression, [&](const QString &name) { return referenceType(name, use, 0); }, use.self, findings);
    for (const ExpressionFinding &finding : std::as_const(findings))
        problem(at(use.name, finding.position) + finding.what, finding.mend);
    if (use.wanted && found.kind && found.kind != use.wanted &&
        !(use.wanted == Value::Kind::Keys && found.kind == Value::Kind::Text))
        problem(tr("Wrong type: “%1” gives %2 where %3 is needed.")
                    .arg(use.name, kindText(*found.kind), kindText(*use.wanted)),
                tr("Correct the expression: %1").arg(expression.source()));
}

void ProtocolChecker::checkExpressions()
{
    const Question &here = question();
    const auto boolean = Value::Kind::Boolean;
    checkExpression(here.relevance, {.name = u"relevance"_s, .wanted = boolean});
    if (const auto constant = here.relevance.constant(); constant && !constant->toBool())
        problem(tr("The question can never be reached: the condition under which it is asked is never true."),
                tr("Correct the condition (its relevance), or remove the question."));
    if (!here.constraint.isEmpty()) {
        if (valueKind(here.type) == Value::Kind::Nothing)
            problem(tr("There is a constraint, but nothing to answer."), tr("Remove the constraint."));
        checkExpression(here.constraint,
                        {.name = u"constraint"_s, .self = typeOf(here, 0), .wanted = boolean});
        if (const auto constant = here.constraint.constant(); constant && !constant->toBool())
            problem(tr("No answer can satisfy the constraint."), tr("Correct the constraint."));
    }
    checkExpression(here.calculation, {.name = u"calculation"_s});
    if (!here.defaultValue.isEmpty()) {
        const Value::Kind kind = valueKind(here.type);
        if (kind == Value::Kind::Nothing)
            problem(tr("There is a default, but nothing to answer."), tr("Remove the default."));
        checkExpression(here.defaultValue, {.name = u"default"_s, .wanted = kind});
        const auto keys = kind == Value::Kind::Keys ? choiceKeys(here) : std::nullopt;
        const auto constant = here.defaultValue.constant();
        if (keys && constant && !keys->contains(constant->toText()))
            problem(tr("The default “%1” is none of the choices.").arg(constant->toText()),
                    tr("Use the key of one of the choices."));
    }
    ExpressionUse filter{.name = u"filter"_s,
                         .candidates = true,
                         .candidateEntity = m_index.entityOf(here),
                         .candidateFacet = m_index.facetOf(here),
                         .wanted = boolean};
    checkExpression(here.choices.filter, filter);
    checkExpression(here.repeat.over.filter, filter);
    filter.name = u"first"_s;
    checkExpression(here.repeat.first, filter);
    checkExpression(here.repeat.count, {.name = u"count"_s, .wanted = Value::Kind::Number});
    for (auto preset = here.repeat.presets.cbegin(); preset != here.repeat.presets.cend(); ++preset)
        checkExpression(*preset, {.name = preset.key()});
}

void ProtocolChecker::checkSectionRelevance(int section)
{
    const Expression &relevance = m_protocol.sections[section].relevance;
    checkExpression(relevance, {.name = u"relevance"_s, .wanted = Value::Kind::Boolean});
    if (const auto constant = relevance.constant(); constant && !constant->toBool())
        problem(tr("The section can never be reached: the condition under which it is asked is never true."),
                tr("Correct the condition (its relevance), or remove the section."));
}

} // namespace seamfinder
