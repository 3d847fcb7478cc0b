#pragma once

#include "ui/common/EditorContext.h"

namespace seamfinder {

class InterviewSession;

/// What the editors of an example share where it is told in an interview.
[[nodiscard]] EditorContext interviewContext(const InterviewSession &interview, CodebookCache &codebook,
                                             CodingStage stage, bool readOnly = false);

} // namespace seamfinder
