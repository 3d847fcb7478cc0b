#pragma once

#include "core/catalogue/EditMarks.h"
#include "core/protocol/QuestionRef.h"

#include <optional>

namespace seamfinder {

class InterviewSession;

/// What of an interview something was done to, as the place of an action says.
struct InterviewPlace
{
    bool isHere = false; ///< of this interview, or of a row that is gone by now
    ExampleId example{}; ///< that it is about
    MarkId mark{};       ///< that it is about
    std::optional<QuestionRef> question{};
};

/// `place`: Action::place. Reads what the file holds now: after an undo the session may not have read it yet.
[[nodiscard]] InterviewPlace placeIn(const InterviewSession &session, const QString &place);

} // namespace seamfinder
