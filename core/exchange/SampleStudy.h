#pragma once

#include <QString>

namespace seamfinder {

class Edit;

/// The title of the sample study.
[[nodiscard]] QString sampleTitle();

/// Fills a new study (see createStudy) with the sample's participants, systems, interviews, examples and
/// gaps, by the same functions that the window writes with. The content is
/// resources/sample/sample-study.json.
void addSample(Edit &edit);

} // namespace seamfinder
