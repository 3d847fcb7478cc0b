#pragma once

#include <QString>

namespace seamfinder {

class Flow;
struct Step;

/// Whether a step shows a list that was made of what the participant said: to be put in order, or to be
/// looked at together.
[[nodiscard]] bool listsWhatWasNamed(const Step &step);

/// That list in Markdown; numbered, unless the order is what is asked for. Rows that nothing was said of yet
/// are left out.
[[nodiscard]] QString namedRows(const Flow &flow, const Step &step);

} // namespace seamfinder
