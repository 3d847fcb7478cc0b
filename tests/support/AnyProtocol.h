#pragma once

#include "core/protocol/Protocol.h"
#include "tests/support/Properties.h"

namespace seamfinder::test {

/// A protocol without problems: every type of question, every field, texts that are awkward in a table,
/// expressions over what was asked before, groups and repeats within each other, several languages.
[[nodiscard]] rc::Gen<Protocol> anyProtocol();

} // namespace seamfinder::test

namespace seamfinder {
std::ostream &operator<<(std::ostream &stream, const Protocol &protocol);
} // namespace seamfinder
