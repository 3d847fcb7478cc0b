#pragma once

#include "core/protocol/ProtocolJson.h"

namespace seamfinder {

struct BuiltInProtocol
{
    QString key;
    QString path; ///< in the resources
};

/// The protocols that come with the program; the first is the default one.
QVector<BuiltInProtocol> builtInProtocols();

/// A built-in protocol by key. Throws Error(NotFound) for an unknown key.
Protocol builtInProtocol(const QString &key);

} // namespace seamfinder
