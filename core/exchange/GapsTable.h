#pragma once

#include "core/analysis/Counts.h"
#include "core/analysis/DimensionLabels.h"

#include <optional>
#include <QByteArray>

namespace seamfinder {

/// A cross table for programs: values by their keys, in codebook order, "(none)" last; no totals, since
/// distinct counts do not add up.

/// RFC 4180: the header holds the columns' keys, the first column the rows'.
[[nodiscard]] QByteArray gapsTableCsv(const CrossTab &table, const DimensionLabels &labels, CountBy counting);

/// {"rows": DIMENSION, "columns": DIMENSION, "count": …, "cells": [{"row": KEY, "column": KEY,
/// "participants": n, "examples": n, "gaps": n}], "total": {…}}
[[nodiscard]] QByteArray gapsTableJson(const CrossTab &table, const DimensionLabels &labels,
                                       CountBy counting);

/// "participants", "examples", "gaps", as on the command line.
[[nodiscard]] QLatin1StringView countKey(CountBy counting);
[[nodiscard]] std::optional<CountBy> countFromKey(QStringView key);

} // namespace seamfinder
