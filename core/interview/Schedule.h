#pragma once

#include "core/interview/InterviewTime.h"

namespace seamfinder {

/// The section that an interview has come to: the last in which something was answered or noted, or in which
/// somebody stayed for half a minute. Who looks something up in an earlier one, or for a moment in a later
/// one, is where they were; a short one that was answered was not skipped. What is filled in elsewhere, on a
/// card, is no answer there. Sections of the interviewer's alone are no part of the conversation. None:
/// nothing was come to yet.
[[nodiscard]] std::optional<int> sectionReached(const Protocol &protocol, const InterviewTime &time);

/// Whether more time went into the conversation than is planned up to the end of that section. What the
/// interviewer set up before it does not count.
[[nodiscard]] bool runsLate(const Protocol &protocol, const InterviewTime &time);

} // namespace seamfinder
