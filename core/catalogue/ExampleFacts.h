#pragma once

#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadExamples.h"
#include "core/domain/Openness.h"
#include "core/domain/ReadBack.h"

namespace seamfinder {

/// Whether the example is one that has not happened.
[[nodiscard]] bool isLikely(const ExampleRecord &example, const Codebook &codebook);

/// The example as the read-back sentence wants it, with the labels of its adopted terms.
[[nodiscard]] ReadBackFacts readBackFacts(const ExampleRecord &example, const Codebook &codebook);
[[nodiscard]] ReadBackGap readBackGap(const GapRecord &gap, const Codebook &codebook);

/// Whether anything was noted in it: a value, a missing code, a gap. Its status counts as nothing; quotes
/// that point to it are not looked at.
[[nodiscard]] bool saysAnything(const ExampleRecord &example);

[[nodiscard]] OpenFields openFieldsOf(const ExampleRecord &example, const Codebook &codebook);

/// The label of a coded term, with the text beside it where it asked for one.
[[nodiscard]] QString codedLabel(const CodedTerm &coded, const Codebook &codebook);

} // namespace seamfinder
