#pragma once

#include <QString>

namespace seamfinder {

class InterviewSession;
struct Field;

/// What is to be said where several participants agree to something, each for themselves. Empty for one
/// participant, and for fields that are no consent.
[[nodiscard]] QString agreedTogether(const InterviewSession &session, const Field *field);

} // namespace seamfinder
