#pragma once

class QKeyEvent;

namespace seamfinder {

/// Alt and a character: a command that nothing took, for example the ninth probe where there are four. It is
/// no text. What AltGr types is (it comes without Alt, or with Ctrl beside it), and so is Option on a Mac.
[[nodiscard]] bool isLostShortcut(const QKeyEvent &event);

} // namespace seamfinder
