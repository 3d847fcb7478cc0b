#pragma once

#include <QString>

namespace seamfinder {

class InterviewSession;
struct QuestionRef;

/// Where each of several participants answers for themselves: what the others have answered there, a line for
/// each who did ("P01: the feed changed"); their note where they have nothing else. Empty: nobody has.
[[nodiscard]] QString saidByOthers(const InterviewSession &session, const QuestionRef &ref);

} // namespace seamfinder
