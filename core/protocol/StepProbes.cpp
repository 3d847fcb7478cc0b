#include "core/protocol/StepProbes.h"

namespace seamfinder {

QVector<StepProbe> probesAt(const Step &step)
{
    QVector<StepProbe> result;
    const auto add = [&result](const Question &question, const QVector<qint64> &instances) {
        for (const AnswerChoice &probe : question.probes)
            result.append({{question.name, instances}, &probe});
    };
    add(*step.question, step.ref.instances);
    if (step.group) // it is in the same entry: a repeat begins without a group
        add(*step.group, step.ref.instances);
    for (qsizetype depth = step.instances.size(); depth > 0; --depth)
        add(*step.instances[depth - 1].repeat, step.ref.instances.first(depth));
    return result;
}

} // namespace seamfinder
