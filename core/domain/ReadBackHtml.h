#pragma once

#include "core/domain/ReadBack.h"

namespace seamfinder {

/// A sentence in whatever language its parts are in, as rich text: values in bold, open blanks and missing
/// codes in italics. Everything is escaped.
[[nodiscard]] QString readBackHtml(const QVector<ReadBackPart> &parts);

} // namespace seamfinder
