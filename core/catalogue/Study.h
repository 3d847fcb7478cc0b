#pragma once

#include "core/catalogue/Connection.h"
#include "core/catalogue/FileLock.h"

#include <functional>
#include <memory>
#include <optional>
#include <QString>
#include <QTemporaryDir>

namespace seamfinder {

class Edit;

/// Why an open study cannot be written.
enum class ReadOnlyReason : quint8 {
    None,          ///< it can be written
    AskedFor,      ///< the caller wanted to read only
    LockedByOther, ///< another process has it open for writing
    FileReadOnly,  ///< the file, or the folder it is in, cannot be written
    HardLinks,     ///< the file has more than one name: a lock beside one name would not protect the other
};

/// A study file that is open: its lock and how to connect to it. Refused files are not touched, and nothing
/// is left beside them.
class Study
{
public:
    enum class Mode : quint8 { Write, Read };

    /// Creates a study, filled by `content` (codebook, protocols, first coder …) in one go. The file appears
    /// under its name only when it is whole. Errors: AlreadyExists, CannotWrite, DiskFull.
    static void create(const QString &path, const QString &title, const std::function<void(Edit &)> &content);

    /// Opens a study, for writing if that is asked for and possible (see readOnlyReason). Errors: NotFound,
    /// NotAStudy, NewerVersion, Damaged, CannotRead. An older schema is migrated after a verified backup.
    static std::unique_ptr<Study> open(const QString &path, Mode mode);

    ~Study();
    Q_DISABLE_COPY_MOVE(Study)

    /// The path as it was resolved: absolute, without symbolic links.
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool isWritable() const { return m_reason == ReadOnlyReason::None; }
    [[nodiscard]] ReadOnlyReason readOnlyReason() const { return m_reason; }
    /// With LockedByOther: who and since when.
    [[nodiscard]] const QString &lockHolder() const { return m_lockHolder; }
    /// Whether the last writer ended without closing the study (its WAL was still there).
    [[nodiscard]] bool wasLeftOpen() const { return m_leftOpen; }

    /// Readers close before the study does. Any thread may ask.
    [[nodiscard]] Connection openReader() const;
    /// The one writing connection; asked for once. Error ReadOnly.
    [[nodiscard]] Connection openWriter() const;

private:
    Study() = default;
    void decideAccess(Mode mode);
    void readFromElsewhereIfNeeded();
    void checkAndMigrate();
    void readFromMigratedCopy();
    void tidyUp();

    QString m_path;
    QString
        m_readPath; ///< where readers read: the file, or the private copy of one that cannot be read in place
    Access m_readAccess = Access::ReadOnly;
    ReadOnlyReason m_reason = ReadOnlyReason::None;
    QString m_lockHolder;
    bool m_leftOpen = false;
    std::optional<FileLock> m_lock;
    std::unique_ptr<QTemporaryDir> m_copy;
};

} // namespace seamfinder
