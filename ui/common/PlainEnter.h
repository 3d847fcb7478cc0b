#pragma once

#include <QKeyEvent>

namespace seamfinder {

/// Enter, be it that of the keypad, and not a command made with it: Ctrl+Enter, Ctrl+Alt+Enter and Alt+Enter
/// are the interview's and the hidden words', also where their shortcut does not reach.
[[nodiscard]] inline bool isPlainEnter(const QKeyEvent &event)
{
    return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) &&
           !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

} // namespace seamfinder
