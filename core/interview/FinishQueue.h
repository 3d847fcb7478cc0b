#pragma once

#include "core/interview/InterviewAnswers.h"
#include "core/protocol/Flow.h"

namespace seamfinder {

/// One thing that is still to be said after the interview: a question meant for then, or an open field.
struct FinishItem
{
    ExampleId example{}; ///< none: it concerns the interview as a whole
    GapId gap{};
    const Field *field = nullptr;     ///< of the example or gap; nullptr: `ref` is an unbound question
    std::optional<QuestionRef> ref{}; ///< the protocol's question, where it has one
    bool core = false;                ///< the example is open without it; these come first
};

/// One stop of the queue: a mark that nothing was made of yet (they come first), an example with all that is
/// open about it (the blanks of its sentence first; without items where only a gap is missing), or the
/// interview as a whole (last).
struct FinishStop
{
    ExampleId example{};
    MarkId mark{};
    QVector<FinishItem> items;
};

/// What is open after an interview, in the order in which to go through it.
[[nodiscard]] QVector<FinishStop> finishQueue(const Flow &flow, const InterviewAnswers &answers);
/// Open items, and marks.
[[nodiscard]] int openItems(const QVector<FinishStop> &queue);

} // namespace seamfinder
