#pragma once

#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadExamples.h"
#include "core/domain/Openness.h"
#include "core/domain/ReadBack.h"

#include <functional>

namespace seamfinder {

/// Whether the example is one that has not happened.
[[nodiscard]] bool isLikely(const ExampleRecord &example, const Codebook &codebook);

/// What a term is called: by default as in the codebook.
using TermLabel = std::function<QString(const Term &)>;
[[nodiscard]] QString codebookLabel(const Term &term);

/// The example as the read-back sentence wants it, with the labels of its adopted terms.
[[nodiscard]] ReadBackFacts readBackFacts(const ExampleRecord &example, const Codebook &codebook,
                                          const TermLabel &label = codebookLabel);
[[nodiscard]] ReadBackGap readBackGap(const GapRecord &gap, const Codebook &codebook,
                                      const TermLabel &label = codebookLabel);

/// Whether anything was noted in it: a value, a missing code, a gap. What it is born with (status, system)
/// counts as nothing; quotes that point to it are not looked at.
[[nodiscard]] bool saysAnything(const ExampleRecord &example);

[[nodiscard]] OpenFields openFieldsOf(const ExampleRecord &example, const Codebook &codebook);

/// The label of a coded term, with the text beside it where it asked for one.
[[nodiscard]] QString codedLabel(const CodedTerm &coded, const Codebook &codebook,
                                 const TermLabel &label = codebookLabel);

} // namespace seamfinder
