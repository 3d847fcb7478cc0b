#pragma once

#include "ui/common/Colors.h"

#include <QString>

namespace seamfinder {

/// How an interview stands (Interview::standing) as people read it; of an empty one, that there is no
/// interview yet.
[[nodiscard]] QString stateLabel(const QString &state);
[[nodiscard]] Tone stateTone(const QString &state);

} // namespace seamfinder
