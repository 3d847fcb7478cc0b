#pragma once

#include <QString>
#include <QStringList>

namespace seamfinder {

class Connection;

/// The study file's format: who it is, its version, and how it comes about.
namespace schema {

inline constexpr quint32 applicationId = 0x5345414D; // "SEAM"
inline constexpr int version = 4;                    // PRAGMA user_version of what this program writes

/// The tables whose changes the journal records; everything else is derived, append-only, or about the file
/// itself.
[[nodiscard]] const QStringList &journaledTables();

/// Brings an empty or older database to this version, one transaction per step.
void migrate(Connection &db);

/// What differs between the file's schema and this version's own, one line each; empty if nothing does.
[[nodiscard]] QStringList differences(Connection &db);

} // namespace schema
} // namespace seamfinder
