#pragma once

#include "core/protocol/ProtocolDifference.h"

#include <QCoreApplication>

namespace seamfinder {

/// Differences between two versions of a protocol, as people read them.
class ChangeWords
{
    Q_DECLARE_TR_FUNCTIONS(seamfinder::ChangeWords)

public:
    /// "Question “role”, what is read aloud (en): “Role?” becomes “Your role?”"
    [[nodiscard]] static QString sentence(const ProtocolChange &change);
    /// "Breaking", with what it means for the interviews.
    [[nodiscard]] static QString weight(ChangeWeight weight);
    [[nodiscard]] static QString meaning(ChangeWeight weight);

private:
    [[nodiscard]] static QString subject(const ProtocolChange &change);
    [[nodiscard]] static QString part(const QString &part);
    [[nodiscard]] static QString value(const ProtocolChange &change, const QString &value);
};

} // namespace seamfinder
