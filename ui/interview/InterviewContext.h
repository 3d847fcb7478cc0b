#pragma once

#include "core/domain/Id.h"
#include "ui/common/EditorContext.h"

namespace seamfinder {

class InterviewSession;
struct QuestionRef;

/// What the editors of an example share where it is told in an interview. Words that pick nothing in a
/// list become the note on the current question.
[[nodiscard]] EditorContext interviewContext(InterviewSession &interview, CodebookCache &codebook,
                                             CodingStage stage, bool readOnly = false);
/// As a line of the note on a question, unless it is one already. `by` as of InterviewSession::setNote.
void keepInNote(InterviewSession &interview, const QuestionRef &ref, const QString &words,
                ParticipantId by = {});
/// In the note on the first question that is about the example; where none is, in its story. Where no example
/// is meant, in the note on the question that the interview stands at. Returns what to say of it.
QString keepWords(InterviewSession &interview, ExampleId example, const QString &words);

} // namespace seamfinder
