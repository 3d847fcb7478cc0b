#pragma once

#include "core/interview/InterviewData.h"

namespace seamfinder {

/// The marks that an example is about, in order of time: those dropped at its questions, those whose words
/// stand in its story, and those dropped where it was begun, from then until the next example was.
[[nodiscard]] QVector<Mark> marksOf(const ExampleRecord &example, const InterviewData &data);

} // namespace seamfinder
