#pragma once

#include <QList>
#include <QString>

class QKeySequence;

namespace seamfinder {

/// A key as the texts of the window name it. The two keys that Qt calls Return and Enter are one to everybody
/// else: Enter.
[[nodiscard]] QString keyText(const QKeySequence &keys);
/// Several that do the same, each once, with commas between them.
[[nodiscard]] QString keyTexts(const QList<QKeySequence> &keys);

} // namespace seamfinder
