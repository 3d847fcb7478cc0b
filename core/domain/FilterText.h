#pragma once

#include "core/domain/Filter.h"

namespace seamfinder {

/// A filter as one line of JSON, for settings: {"text":"…","values":{"needed-by":["…", …]}}. Ids are
/// written as decimal strings, since a JSON number would be rounded.
[[nodiscard]] QString filterToText(const Filter &filter);
/// What is unknown is left out; an empty filter where the text is no such JSON.
[[nodiscard]] Filter filterFromText(const QString &text);

} // namespace seamfinder
