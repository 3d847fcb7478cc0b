#pragma once

class QKeyEvent;
class QPlainTextEdit;
class QWidget;

namespace seamfinder {

/// Whether a key writes a letter, a digit or another sign: no blank, and no command.
[[nodiscard]] bool isTypedText(const QKeyEvent &event);

/// What was typed where no text is taken goes on in `field`, behind what stands there. False if the key types
/// nothing, or the field cannot be written in.
bool typeOnIn(QWidget &field, QKeyEvent &event);

/// What the key types becomes a word of its own behind what stands in the text.
void typeAtEnd(QPlainTextEdit &text, QKeyEvent &event);

} // namespace seamfinder
