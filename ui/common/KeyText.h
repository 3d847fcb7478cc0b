#pragma once

#include <QString>

class QKeySequence;

namespace seamfinder {

/// A key as the texts of the window name it. The two keys that Qt calls Return and Enter are one to everybody
/// else: Enter.
[[nodiscard]] QString keyText(const QKeySequence &keys);

} // namespace seamfinder
