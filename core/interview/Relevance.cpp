#include "core/interview/Relevance.h"

#include "core/protocol/Flow.h"

#include <QSet>

namespace seamfinder {

namespace {
struct Asked
{
    QSet<QuestionRef> refs;      ///< relevant steps
    QSet<qint64> rows;           ///< examples and gaps that relevant repeats hold
    QSet<QString> makingRepeats; ///< names of the repeats that make rows
};

Asked askedOf(const Flow &flow)
{
    Asked asked;
    for (const Step &step : flow.steps()) {
        if (step.question->type == QuestionType::Repeat && step.question->repeat.creates)
            asked.makingRepeats.insert(step.ref.question);
        if (!step.relevant)
            continue;
        asked.refs.insert(step.ref);
        for (const StepInstance &instance : step.instances) {
            if (instance.repeat->repeat.creates)
                asked.rows.insert(instance.id);
        }
    }
    return asked;
}

/// By a repeat that makes such rows: a gap also remembers at which question its example was told.
bool isMadeByRepeat(const Protocol &protocol, const QString &question, Entity entity)
{
    const auto find = [&](const auto &self, const QVector<Question> &questions) -> bool {
        return std::any_of(questions.begin(), questions.end(), [&](const Question &each) {
            return (each.name == question && each.repeat.creates == entity) || self(self, each.children);
        });
    };
    return !question.isEmpty() &&
           std::any_of(protocol.sections.begin(), protocol.sections.end(),
                       [&](const Section &section) { return find(find, section.questions); });
}
} // namespace

RelevanceDifferences relevanceDifferences(const Flow &flow, const InterviewData &data)
{
    RelevanceDifferences result;
    const Asked asked = askedOf(flow);
    for (const Answer *answer : data.allAnswers()) {
        const QuestionRef ref = refOf(answer->place);
        // The row that says where a nested repeat made an instance goes with that instance.
        const bool marksInstance = asked.makingRepeats.contains(ref.question) && !ref.instances.isEmpty() &&
                                   !asked.refs.contains(ref);
        const bool now = marksInstance ? asked.rows.contains(ref.instances.last()) : asked.refs.contains(ref);
        if (now != answer->relevant)
            result.answers.append({answer->place, now});
    }
    // What was recorded from anywhere, outside of the protocol's repeats, is never hidden by it.
    const auto now = [&](Entity entity, qint64 row, const QString &firstQuestion) {
        return asked.rows.contains(row) || !isMadeByRepeat(flow.protocol(), firstQuestion, entity);
    };
    const auto compareGap = [&](const GapRecord &gap) {
        if (const bool relevant = now(Entity::Gap, gap.id, gap.firstQuestion); relevant != gap.relevant)
            result.gaps.append({gap.gapId(), relevant});
    };
    for (const ExampleRecord &example : data.examples) {
        if (const bool relevant = now(Entity::Example, example.id, example.firstQuestion);
            relevant != example.relevant)
            result.examples.append({example.exampleId(), relevant});
        std::for_each(example.gaps.begin(), example.gaps.end(), compareGap);
    }
    std::for_each(data.needs.begin(), data.needs.end(), compareGap);
    return result;
}

} // namespace seamfinder
