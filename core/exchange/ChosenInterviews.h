#pragma once

#include "core/domain/Filter.h"
#include "core/domain/Id.h"

#include <optional>
#include <QSet>

namespace seamfinder {

class Connection;

/// The interviews that a filter leaves, for what has rows of interviews and not of examples. Limits on
/// participant, interview and system are of the interviews themselves, so one without examples is chosen,
/// too; any other limit chooses those with an example (or need) that meets the whole filter. Nothing: all of
/// them.
[[nodiscard]] std::optional<QSet<InterviewId>> chosenInterviews(Connection &db, const Filter &filter);

} // namespace seamfinder
