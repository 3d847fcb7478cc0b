#include "core/protocol/FlowPass.h"

#include "core/domain/Id.h"

#include <algorithm>
#include <cmath>
#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostInstances = 1000; ///< a count is an expression: a slip in it must not flood the interview

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("Flow", text, nullptr, n);
}

StepInstance instanceFor(const FlowPass &pass, const Question &repeat, const FlowCandidate &candidate)
{
    StepInstance instance{&repeat, candidate.id, 0, 0, candidate.label, {}, candidate.entity};
    if (!pass.index.facetOf(repeat).isEmpty())
        instance.termKey = candidate.key;
    return instance;
}
} // namespace

const QVector<FlowTerm> &FlowPass::terms(const QString &facet) const
{
    auto found = termCache.find(facet);
    if (found == termCache.end()) {
        found = termCache.insert(facet, source.terms(facet));
        for (FlowTerm &term : *found) {
            term.alias = spoken.otherNames(facet, term.key, term.label, term.alias);
            term.label = spoken.term(facet, term.key, term.label);
        }
    }
    return *found;
}

void FlowPass::run()
{
    for (const IndexedQuestion &entry : index.questions()) {
        if (entry.question->binding == "interview.planned_minutes"_L1) {
            const double planned = source.value({entry.question->name, {}}).number();
            folds = planned > 0 && planned < protocol.totalMinutes();
        }
    }
    if (folding != Folding::ByPlan)
        folds = folding == Folding::Always;
    for (int i = 0; i < protocol.sections.size(); ++i) {
        const Section &section = protocol.sections[i];
        Around around;
        around.section = i;
        around.relevant = holds(section.relevance, around);
        sectionRelevant.append(around.relevant);
        walk(section.questions, around);
    }
}

void FlowPass::walk(const QVector<Question> &questions, const Around &around)
{
    for (const Question &question : questions) {
        Around inner = around;
        inner.relevant = around.relevant && holds(question.relevance, inner);
        inner.folded = around.folded || (folds && question.priority == Priority::IfTime);
        if (question.type == QuestionType::Group) {
            inner.group = &question;
            walk(question.children, inner);
        } else if (question.type == QuestionType::Repeat) {
            walkRepeat(question, inner);
        } else {
            Step step;
            step.ref = {question.name, inner.path};
            step.question = &question;
            step.section = inner.section;
            step.group = inner.group;
            step.instances = inner.instances;
            step.relevant = inner.relevant;
            answer(step, inner.person);
            step.folded = inner.folded && !step.answered;
            steps.append(std::move(step));
        }
    }
}

bool FlowPass::holds(const Expression &condition, Around &around) const
{
    if (!condition.isValid())
        return true;
    bool found = false;
    for (person = 0; person < people && !found; ++person) {
        found = condition.evaluate(FlowContext(*this, around.instances)).toBool();
        if (found)
            around.person = person;
    }
    person = 0;
    return found;
}

Value FlowPass::valueAt(const QuestionRef &ref) const
{
    const auto each = valuesOfEach.constFind(ref);
    return each != valuesOfEach.cend() ? each->value(person) : values.value(ref);
}

/// Where each has an answer of their own: of all whom it is asked.
bool FlowPass::isAnswered(const Step &step, const QVector<Value> &ofEach) const
{
    if (ofEach.isEmpty())
        return (!step.value.isBlank() || source.missing(step.ref)) && source.isAnsweredByAll(step.ref);
    const Expression &relevance = step.question->relevance;
    bool isAsked = false, isOpen = false;
    for (int each = 0; each < ofEach.size(); ++each) {
        person = each;
        if (relevance.isValid() && !relevance.evaluate(FlowContext(*this, step.instances)).toBool())
            continue;
        isAsked = true;
        isOpen = isOpen || (ofEach[each].isBlank() && !source.isSettledFor(step.ref, each));
    }
    person = 0;
    return isAsked && !isOpen;
}

void FlowPass::answer(Step &step, int whose)
{
    const Question &question = *step.question;
    QVector<Value> ofEach;
    bind(step);
    if (question.type == QuestionType::Calculated) {
        for (person = 0; person < people; ++person)
            ofEach.append(question.calculation.evaluate(FlowContext(*this, step.instances)));
        person = 0;
        step.value = ofEach.first();
    } else if (takesAnswer(question.type)) {
        step.value = source.value(step.ref);
        step.required = question.required;
        ofEach = source.valuesOfEach(step.ref);
        const Value &asked =
            ofEach.isEmpty() ? step.value : ofEach[qMin(qsizetype(whose), ofEach.size() - 1)];
        step.answered = isAnswered(step, ofEach);
        if (!step.answered && asked.isBlank() && question.defaultValue.isValid())
            step.suggested = question.defaultValue.evaluate(FlowContext(*this, step.instances));
        step.problem = problemOf(step);
    }
    if (step.relevant)
        note(step.ref, step.value, ofEach);
}

void FlowPass::note(const QuestionRef &ref, const Value &value, const QVector<Value> &ofEach)
{
    if (ofEach.size() > 1) {
        valuesOfEach.insert(ref, ofEach);
        people = qMax(people, int(ofEach.size()));
    }
    if (value.isBlank())
        return;
    values.insert(ref, value);
    answeredAt[ref.question].append(ref.instances);
}

void FlowPass::bind(Step &step) const
{
    if (!saysPartOfField(*step.question))
        step.field = fieldByName(step.question->binding);
    if (!step.field)
        return;
    for (const StepInstance &instance : step.instances) {
        if (instance.entity == step.field->entity)
            step.fieldRow = instance.id;
    }
}

void FlowPass::walkRepeat(const Question &question, const Around &around)
{
    const RepeatRule &rule = question.repeat;
    QVector<StepInstance> found = instances(question, around);
    for (int i = 0; i < found.size(); ++i) {
        found[i].position = i + 1;
        found[i].count = int(found.size());
    }
    const QuestionRef ref{question.name, around.path};
    Around inside = around;
    inside.group = nullptr;
    if (rule.grows()) {
        Step step;
        step.ref = ref;
        step.question = &question;
        step.section = around.section;
        step.group = around.group;
        step.instances = around.instances;
        step.count = int(found.size());
        step.minimum = rule.minimum;
        step.maximum = rule.maximum;
        const Value count = rule.count.evaluate(FlowContext(*this, around.instances));
        if (!count.toNumber().isNothing()) {
            step.minimum = int(qBound(0.0, std::round(count.number()), double(mostInstances)));
            step.maximum = step.minimum;
            inside.relevant = around.relevant && (step.maximum > 0 || step.count > 0);
        }
        step.relevant = inside.relevant;
        step.required = question.required;
        step.answered = source.missing(ref) || step.count >= qMax(1, step.minimum);
        if (step.maximum > 0 && step.count > step.maximum)
            step.problem = tr("There are more of these than asked for.");
        step.folded = around.folded && step.count == 0 && !step.answered;
        steps.append(std::move(step));
    }
    if (inside.relevant)
        instancesOf.insert(ref, found);
    for (const StepInstance &instance : found) {
        Around each = inside;
        each.instances.append(instance);
        each.path.append(instance.id);
        walk(question.children, each);
    }
}

QVector<StepInstance> FlowPass::instances(const Question &repeat, const Around &around) const
{
    QVector<StepInstance> result;
    const std::optional<Entity> entity = index.entityOf(repeat);
    if (repeat.repeat.grows()) {
        for (const qint64 id : source.instances({repeat.name, around.path}))
            result.append(
                {&repeat, id, 0, 0, entity ? source.rowTitle(*entity, id, spoken) : QString(), {}, entity});
        return result;
    }
    const FlowContext context(*this, around.instances);
    QVector<StepInstance> rest;
    for (const FlowCandidate &candidate : flowCandidates(*this, repeat, repeat.repeat.over, context)) {
        const FlowContext at(*this, around.instances, {}, &candidate);
        const Expression &filter = repeat.repeat.over.filter;
        QVector<qint64> path = around.path;
        path.append(candidate.id);
        // What has been answered stays: coding an example later must not hide a card that was talked about.
        if (filter.isValid() && !filter.evaluate(at).toBool() && !holdsAnswer(repeat.children, path))
            continue;
        const bool first = !repeat.repeat.first.isValid() || repeat.repeat.first.evaluate(at).toBool();
        (first ? result : rest).append(instanceFor(*this, repeat, candidate));
    }
    return result + rest;
}

bool FlowPass::holdsAnswer(const QVector<Question> &questions, const QVector<qint64> &path) const
{
    return std::any_of(questions.begin(), questions.end(), [&](const Question &question) {
        const QuestionRef ref{question.name, path};
        if (question.type == QuestionType::Group)
            return holdsAnswer(question.children, path);
        if (question.type == QuestionType::Repeat)
            return question.repeat.grows() && (!source.instances(ref).isEmpty() || source.missing(ref));
        return takesAnswer(question.type) && (!source.value(ref).isBlank() || source.missing(ref));
    });
}

QString FlowPass::problemOf(const Step &step) const
{
    const Question &question = *step.question;
    if (step.value.isBlank())
        return {};
    if (question.constraint.isValid() &&
        !question.constraint.evaluate(FlowContext(*this, step.instances, step.value)).toBool()) {
        const QString message = FlowContext(*this, step.instances).fillIn(in(question.constraintMessage));
        return message.isEmpty() ? tr("This answer is not as expected.") : message;
    }
    const double number = step.value.number();
    const int picked = int(step.value.keys().size());
    switch (question.type) {
    case QuestionType::Integer:
        return number == std::round(number) ? QString() : tr("This should be a whole number.");
    case QuestionType::Scale:
        if (number != std::round(number) || number < question.minimum || number > question.maximum)
            return tr("This should be a whole number from %1 to %2.")
                .arg(question.minimum)
                .arg(question.maximum);
        return {};
    case QuestionType::SelectOne:
        return picked > 1 ? tr("Only one can be picked.") : QString();
    case QuestionType::SelectMany:
    case QuestionType::Rank:
        if (question.maximum > 0 && picked > question.maximum)
            return tr("At most %n can be picked.", question.maximum);
        if (picked < question.minimum)
            return tr("At least %n should be picked.", question.minimum);
        return {};
    default:
        return {};
    }
}

} // namespace seamfinder
