#pragma once

#include "core/catalogue/ReadMarks.h"

namespace seamfinder {

class InterviewAnswers;

/// What was written before, at and after a mark, in whole words.
struct WordsAround
{
    QString before, marked, after;
    [[nodiscard]] bool isEmpty() const { return before.isEmpty() && marked.isEmpty() && after.isEmpty(); }
};

/// The words of `text` around the code points [start, end), about `span` code points to each side: to the
/// bounds of the sentences there, if that is no more than twice as much; else a word that is cut is left out.
/// Positions outside of the text are moved to its ends: it may have become shorter since.
[[nodiscard]] WordsAround wordsAround(const QString &text, int start, int end, int span = 160);

/// Around a mark, in the answer or note that it was dropped in as it reads now. A sentence that was marked
/// before it was written to its end is taken whole. Where the words are no longer there, those that were kept
/// with the mark stand for themselves.
[[nodiscard]] WordsAround wordsAround(const Mark &mark, const InterviewAnswers &answers);

/// What is taken of a mark as evidence: its words as `around` shows them; of one without words of its own
/// everything that is shown.
[[nodiscard]] Passage passageOf(const Mark &mark, const WordsAround &around);

} // namespace seamfinder
