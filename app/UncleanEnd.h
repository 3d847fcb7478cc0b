#pragma once

#include <QString>

namespace seamfinder {

class InterviewSession;

/// Where an interview stands that was being held when the program ended without being closed: who, which
/// version of which protocol, the last question, when, and how many words its answers and examples have.
[[nodiscard]] QString whereItStands(const InterviewSession &interview);

} // namespace seamfinder
