#include "core/catalogue/FileHeader.h"

#include "core/catalogue/Schema.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace seamfinder {

namespace {
constexpr qsizetype headerSize = 100;
constexpr int userVersionOffset = 60;
constexpr int applicationIdOffset = 68;
constexpr QByteArrayView magic{"SQLite format 3\0", 16};
} // namespace

FileHeader readFileHeader(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return {FileVerdict::Missing, 0};
    if (!info.isFile())
        return {FileVerdict::NotAStudy, 0};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {FileVerdict::Unreadable, 0};
    const QByteArray header = file.read(headerSize);
    if (header.isEmpty())
        return {file.error() == QFile::NoError ? FileVerdict::Empty : FileVerdict::Unreadable, 0};
    if (header.size() < headerSize || !header.startsWith(magic) ||
        qFromBigEndian<quint32>(header.constData() + applicationIdOffset) != schema::applicationId)
        return {FileVerdict::NotAStudy, 0};
    const auto version = int(qFromBigEndian<quint32>(header.constData() + userVersionOffset));
    return {version > schema::version ? FileVerdict::Newer : FileVerdict::Study, version};
}

} // namespace seamfinder
