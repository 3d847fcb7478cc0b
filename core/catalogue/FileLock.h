#pragma once

#include <optional>
#include <QString>

namespace seamfinder {

/// The lock of a study: flock(2) on NAME.seam.lock, freed by the kernel when the process ends, however it
/// ends. The text in the file (host, user, time) is for the message only.
class FileLock
{
public:
    /// Tries to take the lock; nothing if another process holds it. Throws CannotWrite where no lock file can
    /// be made.
    static std::optional<FileLock> tryAcquire(const QString &studyPath);

    /// Who holds the lock, as they wrote it: "anna on desk-12 since 2026-11-24 14:03"; empty if it cannot be
    /// read.
    static QString holder(const QString &studyPath);

    /// Whoever had it before ended without giving it back: was killed, or the machine went down.
    [[nodiscard]] bool wasLeft() const { return m_wasLeft; }
    /// For who only reads: one that was left is left again, for who writes next to hear of it.
    void leaveAsFound() { m_staysLeft = m_wasLeft; }

    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;
    FileLock(const FileLock &) = delete;
    ~FileLock();

private:
    FileLock(int descriptor, QString path, bool wasLeft);
    void release();

    int m_descriptor = -1;
    QString m_path;
    bool m_wasLeft = false, m_staysLeft = false;
};

} // namespace seamfinder
