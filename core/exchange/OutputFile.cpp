#include "core/exchange/OutputFile.h"

#include "core/catalogue/FileHeader.h"
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

constexpr std::array sideSuffixes{""_L1, "-wal"_L1, "-shm"_L1, "-journal"_L1, ".lock"_L1};

bool isStudy(const QString &path)
{
    const FileVerdict verdict = readFileHeader(path).verdict;
    return verdict == FileVerdict::Study || verdict == FileVerdict::Newer;
}

// Another one: it would be gone, and so would what its side files hold.
void refuseOtherStudy(const QString &path)
{
    const QString target = resolved(path);
    for (const QLatin1StringView suffix : sideSuffixes) {
        if (target.endsWith(suffix) && QFileInfo::exists(target) && isStudy(target.chopped(suffix.size())))
            throw Error(
                ErrorCode::InvalidInput,
                suffix.isEmpty()
                    ? u"“%1” is a Seamfinder study, and an export does not replace one"_s.arg(path)
                    : u"“%1” belongs to a Seamfinder study, and an export does not replace it"_s.arg(path),
                outputIsAStudy);
    }
}

// Of the folder that is missing nobody would think when a file "could not be written".
void refuseMissingFolder(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo(folder).isDir())
        throw Error(ErrorCode::CannotWrite, u"there is no folder “%1”"_s.arg(folder), path);
}
} // namespace

void refuseTheStudyAsOutput(const QString &path, const QString &study)
{
    if (study.isEmpty())
        return;
    struct stat file
    {
    };
    const bool exists = path == "-"_L1 ? fstat(STDOUT_FILENO, &file) == 0
                                       : stat(QFile::encodeName(path).constData(), &file) == 0;
    for (const QLatin1StringView suffix : sideSuffixes) {
        const QString own = study + suffix;
        if ((path != "-"_L1 && resolved(path) == resolved(own)) || (exists && isSameFile(file, own)))
            throw Error(ErrorCode::InvalidInput,
                        u"the output is the study itself, or a file that belongs to it"_s, outputIsTheStudy);
    }
}

namespace {
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
    refuseTheStudyAsOutput(path, studyPath);
    if (path == "-"_L1) {
        auto out = std::make_unique<QFile>();
        if (!out->open(STDOUT_FILENO, QIODevice::WriteOnly | QIODevice::Unbuffered))
            throw Error(ErrorCode::CannotWrite, out->errorString(), path);
        m_device = std::move(out);
        return;
    }
    refuseMissingFolder(path);
    refuseOtherStudy(path);
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

void writeOutput(const QString &path, const QByteArray &content, const QString &studyPath)
{
    OutputFile file(path, studyPath);
    file.write(content.constData(), size_t(content.size()));
    file.commit();
}

} // namespace seamfinder
