#include "core/catalogue/FileLock.h"

#include "core/domain/Error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <QDateTime>
#include <QFile>
#include <QSysInfo>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QString lockPath(const QString &studyPath)
{
    return studyPath + u".lock"_s;
}

QString ownName()
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME", u"somebody"_s));
    return u"%1 on %2 since %3"_s.arg(user, QSysInfo::machineHostName(),
                                      QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH:mm"_s));
}

// A process that ended between our open and our flock may have removed the name: then our lock is on a file
// that nobody else will find.
bool stillHasItsName(int descriptor, const QByteArray &path)
{
    struct stat opened = {};
    struct stat named = {};
    return fstat(descriptor, &opened) == 0 && stat(path.constData(), &named) == 0 &&
           opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}
} // namespace

std::optional<FileLock> FileLock::tryAcquire(const QString &studyPath)
{
    const QString path = lockPath(studyPath);
    const QByteArray encoded = QFile::encodeName(path);
    for (;;) {
        const int descriptor = open(encoded.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (descriptor < 0)
            throw Error(ErrorCode::CannotWrite, QString::fromLocal8Bit(std::strerror(errno)), path);
        if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            close(descriptor);
            return std::nullopt;
        }
        if (!stillHasItsName(descriptor, encoded)) {
            close(descriptor);
            continue;
        }
        // Who gives it back takes the file away while it is still locked.
        struct stat found = {};
        const bool wasLeft = fstat(descriptor, &found) == 0 && found.st_size > 0;
        const QByteArray text = ownName().toUtf8();
        if (ftruncate(descriptor, 0) != 0 ||
            pwrite(descriptor, text.constData(), size_t(text.size()), 0) < 0) {
            // Only the message of another process would be poorer; the lock itself holds.
        }
        return FileLock(descriptor, path, wasLeft);
    }
}

QString FileLock::holder(const QString &studyPath)
{
    QFile file(lockPath(studyPath));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(200)) : QString();
}

FileLock::FileLock(int descriptor, QString path, bool wasLeft)
    : m_descriptor(descriptor)
    , m_path(std::move(path))
    , m_wasLeft(wasLeft)
{
}

FileLock::FileLock(FileLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_path(std::move(other.m_path))
    , m_wasLeft(other.m_wasLeft)
    , m_staysLeft(other.m_staysLeft)
{
}

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    if (this != &other) {
        release();
        m_descriptor = std::exchange(other.m_descriptor, -1);
        m_path = std::move(other.m_path);
        m_wasLeft = other.m_wasLeft;
        m_staysLeft = other.m_staysLeft;
    }
    return *this;
}

FileLock::~FileLock()
{
    release();
}

void FileLock::release()
{
    if (m_descriptor < 0)
        return;
    // Removed while still locked, so that nobody can lock a name that is about to go.
    if (!m_staysLeft)
        unlink(QFile::encodeName(m_path).constData());
    close(m_descriptor);
    m_descriptor = -1;
}

} // namespace seamfinder
