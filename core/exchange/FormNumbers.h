#pragma once

#include "core/protocol/Protocol.h"

#include <QHash>

namespace seamfinder {

/// What questions are called on paper: "4.2", the second of the fourth section, by name. Groups and what is
/// only calculated have none.
[[nodiscard]] QHash<QString, QString> formNumbers(const Protocol &protocol);

} // namespace seamfinder
