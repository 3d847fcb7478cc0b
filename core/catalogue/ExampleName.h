#pragma once

#include "core/catalogue/ReadExamples.h"

namespace seamfinder {

/// The first words that were noted besides the title, in the order of its sentence, then its story, then its
/// gaps; in one line, cut with "…" where they are long. Empty where nothing was noted in words.
[[nodiscard]] QString exampleWords(const ExampleRecord &example);

/// What an example is called in lists: its title, else those words.
[[nodiscard]] QString exampleName(const ExampleRecord &example);

/// The words of the oldest evidence for it, cut in the same way; empty where it has none. It may hold what
/// somebody said in their own words: for the screen, not for what leaves the study.
[[nodiscard]] QString firstQuote(Connection &db, ExampleId example);

} // namespace seamfinder
