#pragma once

#include "core/catalogue/Edit.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/protocol/Protocol.h"
#include "core/protocol/ProtocolProblem.h"

namespace seamfinder {

/// Keeps a protocol as a published version, whole and immutable from then on: the next number of the protocol
/// with the same key, or the first of a new one. A version that the study holds already, whatever its ids, is
/// returned as it is. `note`: what has changed.
ProtocolVersionId publishProtocol(Edit &edit, Protocol protocol, const QString &note = {});

/// What a protocol is checked against: the study's codebook, retired terms included.
[[nodiscard]] CodebookKeys codebookKeys(const Codebook &codebook);

} // namespace seamfinder
