#pragma once

#include "core/protocol/Flow.h"

namespace seamfinder {

/// A follow-up that can be ticked at a step, and where the tick is kept.
struct StepProbe
{
    QuestionRef ref;
    const AnswerChoice *probe = nullptr; ///< of the flow's protocol
    friend bool operator==(const StepProbe &, const StepProbe &) = default;
};

/// Those of the step's own question, of the group around it, and of the entries of repeats that it is in,
/// from the innermost outwards: what a repeat asks of each entry is ticked once for each of them.
[[nodiscard]] QVector<StepProbe> probesAt(const Step &step);

} // namespace seamfinder
