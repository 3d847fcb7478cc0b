#pragma once

#include "core/domain/Id.h"
#include "ui/common/EditorContext.h"

namespace seamfinder {

class Flow;
class InterviewSession;
struct QuestionRef;
struct Step;

/// What the editors of an example share where it is told in an interview. Words that pick nothing in a
/// list become the note on the current question.
[[nodiscard]] EditorContext interviewContext(InterviewSession &interview, CodebookCache &codebook,
                                             CodingStage stage, bool readOnly = false);
/// As a line of the note on a question, unless it is one already. `by` as of InterviewSession::setNote.
void keepInNote(InterviewSession &interview, const QuestionRef &ref, const QString &words,
                ParticipantId by = {});
/// What to say of words that picked nothing at a question and are in its note now.
[[nodiscard]] QString keptInNote(const Flow &flow, const Step &at, const QString &words);
/// For which field of which row words were typed; none: it is not known, or they were for a row itself.
struct WordsFor
{
    const Field *field = nullptr;
    qint64 row = 0;
};
/// In the note on the question that asks for that field, else on the first one about the example; where none
/// is, in its story. Where no example is meant, in the note on the question that the interview stands at.
/// Returns what to say of it.
QString keepWords(InterviewSession &interview, ExampleId example, const QString &words,
                  const WordsFor &wanted = {});
/// The same for what a program that was killed left in a list.
QString keepOpenSearches(InterviewSession &interview);

} // namespace seamfinder
