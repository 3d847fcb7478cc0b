#pragma once

#include "ui/common/EditorContext.h"

namespace seamfinder {

class InterviewSession;
struct QuestionRef;

/// What the editors of an example share where it is told in an interview. Words that pick nothing in a
/// list become the note on the current question.
[[nodiscard]] EditorContext interviewContext(InterviewSession &interview, CodebookCache &codebook,
                                             CodingStage stage, bool readOnly = false);
/// As a line of the note on a question, unless it is one already.
void keepInNote(InterviewSession &interview, const QuestionRef &ref, const QString &words);

} // namespace seamfinder
