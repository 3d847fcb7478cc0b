#pragma once

#include "core/protocol/Protocol.h"
#include "core/protocol/ProtocolProblem.h"

namespace seamfinder {

/// Everything that can be known to be wrong with a protocol before an interview, all at once, in the order of
/// the protocol. `codebook` may be empty: then facets and their keys are not looked at.
QVector<ProtocolProblem> checkProtocol(const Protocol &protocol, const CodebookKeys &codebook = {},
                                       const QString &file = {});

} // namespace seamfinder
