#pragma once

#include <QString>

namespace seamfinder {

class InterviewSession;

/// Says that the program ended without being closed.
[[nodiscard]] QString endedUncleanly();
/// The same, and where the interview stands that was written last: who, which version of which protocol, at
/// which question or whether it is being finished or complete, when, and how many words its answers and
/// examples have.
[[nodiscard]] QString whereItStands(const InterviewSession &interview);

} // namespace seamfinder
