#pragma once

#include "core/domain/Field.h"

namespace seamfinder {

class InterviewSession;

/// What a row is called in a list that the interviewer picks from: an example by its name, or by the first
/// words of its evidence in quotation marks; never empty.
[[nodiscard]] QString shownName(const InterviewSession &session, Entity entity, qint64 id);
/// The same in a sentence: a name stands in quotation marks, whose-ever words it is.
[[nodiscard]] QString shownNameQuoted(const InterviewSession &session, Entity entity, qint64 id);

} // namespace seamfinder
