#include "core/interview/FinishQueue.h"

#include "core/catalogue/ExampleFacts.h"
#include "core/domain/Fields.h"

#include <numeric>

namespace seamfinder {

namespace {
/// Collects items without naming a field of a row twice.
class Stop
{
public:
    explicit Stop(ExampleId example) { m_stop.example = example; }

    void add(const FinishItem &item)
    {
        const auto known =
            std::find_if(m_stop.items.begin(), m_stop.items.end(), [&item](const FinishItem &each) {
                return item.field && each.field && *each.field == *item.field && each.gap == item.gap;
            });
        if (known == m_stop.items.end())
            m_stop.items.append(item);
        else if (!known->ref)
            known->ref = item.ref; // the question says what is asked for there
    }
    [[nodiscard]] const FinishStop &stop() const { return m_stop; }

private:
    FinishStop m_stop;
};

qint64 instanceOf(const Step &step, Entity entity)
{
    qint64 row = 0;
    for (const StepInstance &instance : step.instances) {
        if (instance.entity == entity)
            row = instance.id;
    }
    return row;
}

bool isOpenAfter(const Step &step)
{
    return step.relevant && !step.answered && takesAnswer(step.question->type) &&
           step.question->type != QuestionType::Repeat && step.question->when == AnswerWhen::After &&
           (!step.folded || step.required);
}

void addOpenFields(Stop &stop, const ExampleRecord &record, const Codebook &codebook)
{
    using namespace fields;
    const ExampleId id = record.exampleId();
    const auto add = [&stop, id](GapId gap, const Field &field) {
        stop.add({.example = id, .gap = gap, .field = &field, .core = true});
    };
    const QVector<ReadBackPart> sentence = readBack(readBackFacts(record, codebook));
    for (const ReadBackPart &part : sentence) {
        if (part.kind == ReadBackPart::Kind::Empty)
            add(part.gap < 0 ? GapId{} : record.gaps[part.gap].gapId(), *part.field);
    }
    // What the sentence is whole without, or has a label to stand in for.
    const OpenFields open = openFieldsOf(record, codebook);
    if (isOpen(open, OpenField::TurnedOut))
        add({}, isLikely(record, codebook) ? example::feared : example::turnedOut);
    if (isOpen(open, OpenField::Element))
        add({}, example::element);
    if (isOpen(open, OpenField::Effect))
        add({}, example::effect);
    for (const GapRecord &each : record.gaps) {
        for (const Field *field : {&gap::item, &gap::owner, &gap::neededBy}) {
            if (!each.has(*field) && !each.isMissing(*field))
                add(each.gapId(), *field);
        }
    }
}
} // namespace

QVector<FinishStop> finishQueue(const Flow &flow, const InterviewAnswers &answers)
{
    const InterviewData &data = answers.data();
    QVector<FinishStop> queue;
    for (const Mark &mark : data.marks) {
        if (!mark.done)
            queue.append({.example = {}, .mark = mark.id, .items = {}});
    }
    for (const ExampleRecord &example : data.examples) {
        if (!example.relevant || example.text(fields::example::status) == QLatin1StringView("not-mismatch"))
            continue;
        Stop stop(example.exampleId());
        addOpenFields(stop, example, answers.codebook());
        for (const Step &step : flow.steps()) {
            if (!isOpenAfter(step) || instanceOf(step, Entity::Example) != example.id)
                continue;
            const bool ofGap = step.field && step.field->entity == Entity::Gap;
            stop.add({example.exampleId(), GapId{ofGap ? step.fieldRow : 0}, step.field, step.ref});
        }
        if (!stop.stop().items.isEmpty() || example.gaps.isEmpty())
            queue.append(stop.stop());
    }
    Stop rest({});
    for (const Step &step : flow.steps()) {
        if (isOpenAfter(step) && !instanceOf(step, Entity::Example)) {
            const bool ofGap = step.field && step.field->entity == Entity::Gap;
            rest.add({{}, GapId{ofGap ? step.fieldRow : 0}, step.field, step.ref});
        }
    }
    for (const GapRecord &need : data.needs) {
        for (const Field *field : {&fields::gap::item, &fields::gap::owner, &fields::gap::neededBy}) {
            if (need.relevant && !need.has(*field) && !need.isMissing(*field))
                rest.add({.gap = need.gapId(), .field = field});
        }
    }
    if (!rest.stop().items.isEmpty())
        queue.append(rest.stop());
    return queue;
}

int openItems(const QVector<FinishStop> &queue)
{
    return std::accumulate(queue.begin(), queue.end(), 0, [](int sum, const FinishStop &stop) {
        return sum + int(stop.items.size()) + (stop.mark ? 1 : 0);
    });
}

} // namespace seamfinder
