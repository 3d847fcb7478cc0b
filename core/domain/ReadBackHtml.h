#pragma once

#include "core/domain/ReadBack.h"

#include <functional>

namespace seamfinder {

/// A sentence in whatever language its parts are in, as rich text: values in bold, open blanks and missing
/// codes in italics. Everything is escaped. `blankName` names an open blank: by default its field's label.
[[nodiscard]] QString readBackHtml(const QVector<ReadBackPart> &parts,
                                   const std::function<QString(const Field &)> &blankName = {});

} // namespace seamfinder
