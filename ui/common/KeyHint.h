#pragma once

#include "ui/common/KeyCommands.h"

#include <functional>

class QObject;
class QWidget;

namespace seamfinder {

/// "Do this (Ctrl+J)"; the text alone while the command has no key.
[[nodiscard]] QString withKey(const QString &text, KeyCommand command);

/// The widget's tool tip is this text with the command's key, whichever that is; the key alone where the text
/// is empty. Once for each widget.
void keepToolTip(QWidget &widget, const QString &text, KeyCommand command);

/// Called now, and again whenever keys were changed, as long as `context` lives: for texts that name them.
void followKeys(QObject &context, const std::function<void()> &write);

} // namespace seamfinder
