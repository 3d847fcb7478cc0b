#pragma once

#include "ui/common/KeyCommands.h"

namespace seamfinder {

/// Why a command cannot have a key, as a sentence: it belongs to the desktop, to text fields, to an input
/// method or to a part of the window that cannot do without it. Empty if it can; its default keys it always
/// can. That another command has it is asked of CommandKeys.
[[nodiscard]] QString refusal(KeyCommand command, const QKeySequence &keys);

/// The keys that are meant by one that was pressed: the two Enter keys are one to everybody but Qt.
[[nodiscard]] QList<QKeySequence> meantKeys(const QKeySequence &pressed);

} // namespace seamfinder
