#pragma once

#include "core/catalogue/Connection.h"
#include "core/domain/Id.h"

#include <optional>
#include <QString>
#include <QVector>

namespace seamfinder {

/// One version of a protocol as lists show it; a draft is the version that is not published yet.
struct ProtocolEntry
{
    ProtocolVersionId id{};
    ProtocolId protocol{};
    QString key, title; ///< of the protocol
    int number = 0;     ///< 0: a draft
    QString note;       ///< what has changed, as its author said
    std::optional<qint64> published;
    int interviews = 0; ///< that follow it

    [[nodiscard]] bool isDraft() const { return !published; }
};

/// Protocol by protocol; in each the draft first, then the newest version.
[[nodiscard]] QVector<ProtocolEntry> readProtocolEntries(Connection &db);
[[nodiscard]] std::optional<ProtocolEntry> readProtocolEntry(Connection &db, ProtocolVersionId id);
/// The newest published version of the protocol that a version or draft belongs to; none if there is none.
[[nodiscard]] std::optional<ProtocolEntry> readNewestVersion(Connection &db, ProtocolId protocol);

} // namespace seamfinder
