#pragma once

#include "core/catalogue/ErasurePreview.h"
#include "core/catalogue/Scrub.h"

namespace seamfinder {

/// How panels and reports speak of what an erasure takes: lines of plain text.

/// What somebody calls a row of this table ("Answer"); tables that nobody sees are "Other".
[[nodiscard]] QString erasedKind(const QString &table);
/// One line per kind, those that people know first.
[[nodiscard]] QString countsInWords(const QHash<QString, qsizetype> &counts);
[[nodiscard]] QString textsInWords(const QVector<ErasedText> &texts);
[[nodiscard]] QString placesInWords(const ScrubPreview &preview);
/// Files that still hold it, files that are no longer where they were, and what nobody can look into.
[[nodiscard]] QString holdingInWords(const StillHolding &holding);

} // namespace seamfinder
