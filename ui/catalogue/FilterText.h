#pragma once

#include "core/analysis/Selection.h"
#include "core/domain/Filter.h"

#include <QByteArray>
#include <QString>

namespace seamfinder {

/// "5 participants · 8 examples · 11 gaps".
[[nodiscard]] QString countsText(const UnitCounts &counts);

/// A filter as JSON, for the settings of the program; dimensions by key, so it outlives new ones.
[[nodiscard]] QByteArray toJson(const Filter &filter);
/// What can be read of it; an empty filter where nothing can.
[[nodiscard]] Filter filterFromJson(const QByteArray &json);

} // namespace seamfinder
