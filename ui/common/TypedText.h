#pragma once

class QKeyEvent;

namespace seamfinder {

/// Whether a key writes a letter, a digit or another sign: no blank, and no command.
[[nodiscard]] bool isTypedText(const QKeyEvent &event);

} // namespace seamfinder
