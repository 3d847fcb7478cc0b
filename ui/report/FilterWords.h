#pragma once

#include "core/analysis/DimensionLabels.h"
#include "core/domain/Filter.h"

namespace seamfinder {

/// "Element: Training data or Model". From the `most`-th value on, their number stands in their place.
[[nodiscard]] QString limitInWords(Dimension dimension, const QVector<DimensionValue> &values,
                                   const DimensionLabels &names, qsizetype most);
/// Whether the limit on Status only leaves out what turned out to be no mismatch, and how that is said.
[[nodiscard]] bool isUsualStatus(const Filter &filter, Dimension dimension);
[[nodiscard]] QString usualStatusInWords();
/// "Text: calibration"
[[nodiscard]] QString textLimitInWords(const QString &text);

/// "Only: Element: Training data or Model · Text: calibration", for a picture that is to say without the
/// window what it is about. That what turned out to be no mismatch is left out is said as such. Empty where
/// nothing is limited.
[[nodiscard]] QString filterInWords(const Filter &filter, const DimensionLabels &names);

} // namespace seamfinder
