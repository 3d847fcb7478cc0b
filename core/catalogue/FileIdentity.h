#pragma once

#include <optional>
#include <QString>

namespace seamfinder {

/// Which file a name stands for (device and inode, as stat(2) tells): whether a file was renamed, deleted or
/// replaced while it was open.
struct FileIdentity
{
    quint64 device = 0, inode = 0;

    /// Nothing if no such file can be seen.
    [[nodiscard]] static std::optional<FileIdentity> of(const QString &path);
    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;
};

} // namespace seamfinder
