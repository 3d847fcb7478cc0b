#pragma once

#include "core/catalogue/EditMarks.h"

namespace seamfinder {

struct Mark
{
    MarkId id{};
    MarkKind kind = MarkKind::Star;
    AnswerPlace place; ///< the question that was asked
    Passage words;
    bool done = false;
    qint64 time = 0; ///< milliseconds since 1970, UTC
};

/// That was being written down when it was dropped; else none.
[[nodiscard]] ExampleId exampleOf(const Mark &mark);

/// None where the mark is gone.
[[nodiscard]] InterviewId interviewOf(Connection &db, MarkId mark);
/// Of one interview, in the order in which they were dropped.
[[nodiscard]] QVector<Mark> readMarks(Connection &db, InterviewId interview);

} // namespace seamfinder
