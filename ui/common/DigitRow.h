#pragma once

#include <QKeySequence>
#include <QList>

class QKeyEvent;

namespace seamfinder {

// Digits by key, not by character: on an AZERTY keyboard, and on others, the digit row gives other characters
// without Shift. Where the window system does not say which key it was, the French and Belgian rows are
// known.

/// 1 to 9, of the digit row or the keypad; 0 for any other key.
[[nodiscard]] int digitOf(const QKeyEvent &event);
/// 0 of the digit row or the keypad.
[[nodiscard]] bool isZero(const QKeyEvent &event);
/// What Alt, or Ctrl, and a digit (1 to 9) can look like.
[[nodiscard]] QList<QKeySequence> altDigit(int digit);
[[nodiscard]] QList<QKeySequence> ctrlDigit(int digit);

} // namespace seamfinder
