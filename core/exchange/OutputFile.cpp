#include "core/exchange/OutputFile.h"

#include "core/domain/Error.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <QFileInfo>
#include <sys/stat.h>
#include <unistd.h>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
// The absolute path without links; of a file that does not exist yet, its folder's.
QString resolved(const QString &path)
{
    const QFileInfo file(path);
    if (const QString whole = file.canonicalFilePath(); !whole.isEmpty())
        return whole;
    const QFileInfo target(file.isSymLink() ? file.symLinkTarget() : path); // a link to what is not there yet
    return QFileInfo(target.absolutePath()).canonicalFilePath() + u'/' + target.fileName();
}

bool isSameFile(const struct stat &a, const QString &path)
{
    struct stat b
    {
    };
    return stat(QFile::encodeName(path).constData(), &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

void refuseStudy(const QString &path, const QString &study)
{
    struct stat file
    {
    };
    const bool exists = path == "-"_L1 ? fstat(STDOUT_FILENO, &file) == 0
                                       : stat(QFile::encodeName(path).constData(), &file) == 0;
    for (const QLatin1StringView suffix : {""_L1, "-wal"_L1, "-shm"_L1, "-journal"_L1, ".lock"_L1}) {
        const QString own = study + suffix;
        if ((path != "-"_L1 && resolved(path) == resolved(own)) || (exists && isSameFile(file, own)))
            throw Error(ErrorCode::InvalidInput,
                        u"the output is the study itself, or a file that belongs to it"_s, path);
    }
}

// A rename is on disk once its folder is.
void syncFolder(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    if (const int descriptor = open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        descriptor >= 0) {
        fsync(descriptor); // some file systems cannot; the data itself is synced
        close(descriptor);
    }
}
} // namespace

OutputFile::OutputFile(const QString &path, const QString &studyPath)
    : m_path(path)
{
    refuseStudy(path, studyPath);
    if (path == "-"_L1) {
        auto out = std::make_unique<QFile>();
        if (!out->open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered))
            throw Error(ErrorCode::CannotWrite, out->errorString(), path);
        m_device = std::move(out);
        return;
    }
    struct stat file
    {
    };
    const bool special = stat(QFile::encodeName(path).constData(), &file) == 0 && !S_ISREG(file.st_mode) &&
                         !S_ISDIR(file.st_mode);
    if (special) {
        m_device = std::make_unique<QFile>(path);
    } else {
        auto save = std::make_unique<QSaveFile>(path);
        m_file = save.get();
        m_device = std::move(save);
    }
    if (!m_device->open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        throw Error(ErrorCode::CannotWrite, m_device->errorString(), path);
}

void OutputFile::write(const char *bytes, size_t size)
{
    for (qint64 written = 0; written < qint64(size);) {
        const qint64 part = m_device->write(bytes + written, qint64(size) - written);
        if (part <= 0)
            fail();
        written += part;
    }
}

void OutputFile::commit()
{
    if (!m_file)
        return;
    if (fsync(m_file->handle()) != 0 || !m_file->commit())
        fail();
    syncFolder(m_path);
}

void OutputFile::fail()
{
    const bool full = m_device->error() == QFileDevice::ResourceError || errno == ENOSPC;
    throw Error(full ? ErrorCode::DiskFull : ErrorCode::CannotWrite, m_device->errorString(), m_path);
}

} // namespace seamfinder
