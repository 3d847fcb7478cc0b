#include "core/catalogue/Study.h"

#include "core/catalogue/Backup.h"
#include "core/catalogue/Edit.h"
#include "core/catalogue/FileHeader.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/Schema.h"
#include "core/domain/Error.h"
#include "core/domain/IdGenerator.h"

#include <cerrno>
#include <cstring>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <sys/stat.h>
#include <unistd.h>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
const QStringList &sideSuffixes()
{
    static const QStringList suffixes{u"-wal"_s, u"-shm"_s, u"-journal"_s};
    return suffixes;
}

QString walPath(const QString &path)
{
    return path + u"-wal"_s;
}

bool hasWal(const QString &path)
{
    return QFileInfo(walPath(path)).size() > 0;
}

void removeWithSideFiles(const QString &path)
{
    QFile::remove(path);
    for (const QString &suffix : sideSuffixes())
        QFile::remove(path + suffix);
}

// access(2) rather than QFileInfo: it asks for the effective rights and knows read-only mounts.
bool canWrite(const QString &path)
{
    return access(QFile::encodeName(path).constData(), W_OK) == 0;
}

// SQLite makes side files for those who read a WAL database. They can be taken away again by those who may
// write it; where they are there already, nothing is made.
bool canReadInPlace(const QString &path)
{
    return canWrite(QFileInfo(path).absolutePath()) &&
           (canWrite(path) || (QFileInfo::exists(walPath(path)) && QFileInfo::exists(path + u"-shm"_s)));
}

/// The side files that a connection makes which then fails, on a full disk, say: it leaves them.
class NewSideFiles
{
public:
    explicit NewSideFiles(const QString &path)
        : m_path(path)
    {
        for (const QString &suffix : {u"-shm"_s, u"-wal"_s}) {
            if (!QFileInfo::exists(path + suffix))
                m_missing << path + suffix;
        }
    }
    /// To be called with the study's lock, so that nobody has come to need them.
    void remove() const
    {
        if (hasWal(m_path))
            return;
        for (const QString &file : m_missing)
            QFile::remove(file);
    }

private:
    QString m_path;
    QStringList m_missing;
};

bool isOfTheStorage(const Error &error)
{
    return error.code() == ErrorCode::DiskFull || error.code() == ErrorCode::CannotWrite ||
           error.code() == ErrorCode::CannotRead;
}

// Not on a full disk. What else is wrong with the file is said when it is read.
bool canMakeSideFiles(const QString &path)
{
    const NewSideFiles made(path);
    try {
        Connection probe(path, Access::ReadOnly);
        (void)probe.query(u"PRAGMA schema_version"_s).next();
        return true;
    } catch (const Error &error) {
        if (!isOfTheStorage(error))
            return true;
    }
    try {
        if (auto lock = FileLock::tryAcquire(path)) {
            lock->leaveAsFound();
            made.remove();
        }
    } catch (const Error &) {
        // What lies beside the study is harmless.
    }
    return false;
}

bool hasSeveralNames(const QString &path)
{
    struct stat status = {};
    return stat(QFile::encodeName(path).constData(), &status) == 0 && status.st_nlink > 1;
}

void refuseUnlessStudy(const QString &path)
{
    switch (const FileHeader header = readFileHeader(path); header.verdict) {
    case FileVerdict::Study:
        return;
    case FileVerdict::Newer:
        throw Error(
            ErrorCode::NewerVersion,
            u"schema version %1; this program knows %2"_s.arg(header.schemaVersion).arg(schema::version),
            path);
    case FileVerdict::NotAStudy:
    case FileVerdict::Empty:
        throw Error(ErrorCode::NotAStudy, u"the file's header is not that of a study"_s, path);
    case FileVerdict::Missing:
        throw Error(ErrorCode::NotFound, u"there is no such file"_s, path);
    case FileVerdict::Unreadable:
        throw Error(ErrorCode::CannotRead, QString::fromLocal8Bit(std::strerror(errno)), path);
    }
}

void moveIntoPlace(const QString &from, const QString &to)
{
    // link(2) fails where the name is taken, rename(2) would replace it.
    const QByteArray source = QFile::encodeName(from);
    if (link(source.constData(), QFile::encodeName(to).constData()) == 0) {
        unlink(source.constData());
        return;
    }
    const int error = errno;
    if (error == EEXIST || QFileInfo::exists(to))
        throw Error(ErrorCode::AlreadyExists, u"a file of that name exists"_s, to);
    // Some file systems have no hard links.
    if (std::rename(source.constData(), QFile::encodeName(to).constData()) != 0)
        throw Error(ErrorCode::CannotWrite, QString::fromLocal8Bit(std::strerror(errno)), to);
}
} // namespace

void Study::create(const QString &path, const QString &title, const std::function<void(Edit &)> &content)
{
    if (QFileInfo::exists(path))
        throw Error(ErrorCode::AlreadyExists, u"a file of that name exists"_s, path);
    const QString temporary = u"%1.%2.new"_s.arg(path).arg(getpid());
    removeWithSideFiles(temporary);
    try {
        {
            Connection db(temporary, Access::ReadWrite);
            schema::migrate(db);
            db.trustSchema(true);
            IdGenerator ids;
            Transaction transaction(db);
            const JournalEntryId none{};
            Edit edit(db, ids, {}, none, QDateTime::currentMSecsSinceEpoch(), nullptr);
            db.query(u"INSERT INTO study(id, title) VALUES (1, ?)"_s).bind(title).run();
            content(edit);
            transaction.commit();
            db.execute(u"PRAGMA optimize"_s);
        }
        // Side files of a study that is gone: SQLite would replay them into the new one.
        for (const QString &suffix : sideSuffixes())
            QFile::remove(path + suffix);
        moveIntoPlace(temporary, path);
    } catch (const Error &error) {
        removeWithSideFiles(temporary);
        if (!error.subject().startsWith(temporary))
            throw;
        // The name aside is nobody's business, nor that what cannot be made cannot be read.
        throw Error(error.code() == ErrorCode::CannotRead ? ErrorCode::CannotWrite : error.code(),
                    error.detail(), path);
    } catch (...) {
        removeWithSideFiles(temporary);
        throw;
    }
}

std::unique_ptr<Study> Study::open(const QString &path, Mode mode)
{
    const QFileInfo info(path);
    const QString resolved = info.canonicalFilePath();
    refuseUnlessStudy(resolved.isEmpty() ? path : resolved);
    std::unique_ptr<Study> study(new Study);
    study->m_path = resolved;
    study->m_readPath = resolved;
    study->m_leftOpen = hasWal(resolved);
    study->decideAccess(mode);
    study->readFromElsewhereIfNeeded();
    study->checkAndMigrate();
    return study;
}

Study::~Study()
{
    if (m_reason == ReadOnlyReason::AskedFor && !m_leftOpen && m_readAccess == Access::ReadOnly)
        tidyUp();
}

// Those who only read a WAL database make its side files, and cannot take them away again: SQLite does that
// when the last connection that may write closes. Not while somebody else writes, for whom they are.
void Study::tidyUp()
{
    if (!QFileInfo::exists(walPath(m_path)) || hasWal(m_path) || !canWrite(m_path))
        return;
    try {
        if (auto lock = FileLock::tryAcquire(m_path)) {
            lock->leaveAsFound();
            const Connection last(m_path, Access::ReadWrite);
        }
    } catch (const Error &) {
        // What lies beside the study is harmless.
    }
}

void Study::decideAccess(Mode mode)
{
    if (mode == Mode::Read) {
        m_reason = ReadOnlyReason::AskedFor;
        return;
    }
    if (!canWrite(m_path) || !canWrite(QFileInfo(m_path).absolutePath())) {
        m_reason = ReadOnlyReason::FileReadOnly;
        return;
    }
    if (hasSeveralNames(m_path)) {
        m_reason = ReadOnlyReason::HardLinks;
        return;
    }
    m_lock = FileLock::tryAcquire(m_path);
    if (!m_lock) {
        m_reason = ReadOnlyReason::LockedByOther;
        m_lockHolder = FileLock::holder(m_path);
    } else if (m_lock->wasLeft()) {
        m_leftOpen = true; // also where another program has tidied up the WAL since
    }
}

void Study::readFromElsewhereIfNeeded()
{
    // A reader of a WAL database makes the -shm file unless it is there; where none can be made, or stay, the
    // main file alone is the whole truth if there is no WAL, and otherwise both are copied to where it can be
    // read.
    if (isWritable() || (canReadInPlace(m_path) && canMakeSideFiles(m_path)))
        return;
    if (!hasWal(m_path)) {
        m_readAccess = Access::Immutable;
        return;
    }
    m_copy = std::make_unique<QTemporaryDir>();
    m_readPath = m_copy->filePath(u"study.seam"_s);
    if (!m_copy->isValid() || !QFile::copy(m_path, m_readPath) ||
        !QFile::copy(walPath(m_path), walPath(m_readPath)))
        throw Error(ErrorCode::CannotRead, u"no private copy of the study could be made"_s, m_path);
    for (const QString &copied : {m_readPath, walPath(m_readPath)})
        QFile::setPermissions(copied, QFile::ReadOwner | QFile::WriteOwner);
}

// An older study that may not be written: it is read as it would be, from a private copy.
void Study::readFromMigratedCopy()
{
    auto folder = std::make_unique<QTemporaryDir>();
    if (!folder->isValid())
        throw Error(ErrorCode::CannotRead, u"no private copy of the study could be made"_s, m_path);
    const QString copy = folder->filePath(u"migrated.seam"_s);
    {
        Connection source(m_readPath, hasWal(m_readPath) ? m_readAccess : Access::Immutable);
        backUp(source, copy);
    }
    {
        Connection db(copy, Access::ReadWrite);
        schema::migrate(db);
    }
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    m_copy = std::move(folder);
    m_readPath = copy;
    m_readAccess = Access::ReadOnly;
}

void Study::checkAndMigrate()
{
    if (readFileHeader(m_path).schemaVersion < schema::version) {
        if (isWritable()) {
            Connection db(m_path, Access::ReadWrite);
            backUp(db, u"%1.before-version-%2"_s.arg(m_path).arg(schema::version));
            schema::migrate(db);
        } else {
            readFromMigratedCopy();
        }
    }
    // A reader of a WAL database makes side files; without a WAL the main file alone is the whole truth, and
    // reading it as immutable leaves nothing beside a file that will be refused.
    Connection db(m_readPath, hasWal(m_readPath) ? m_readAccess : Access::Immutable);
    if (const QStringList differences = schema::differences(db); !differences.isEmpty())
        throw Error(ErrorCode::Damaged, u"the schema differs: "_s + differences.join(u"; "), m_path);
}

Connection Study::openReader() const
{
    return Connection(m_readPath, m_readAccess);
}

Connection Study::openWriter() const
{
    if (!isWritable())
        throw Error(ErrorCode::ReadOnly, u"the study is open for reading only"_s, m_path);
    const NewSideFiles made(m_path);
    try {
        return Connection(m_path, Access::ReadWrite);
    } catch (const Error &) {
        made.remove(); // this study holds the lock
        throw;
    }
}

} // namespace seamfinder
