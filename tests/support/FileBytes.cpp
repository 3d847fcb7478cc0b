#include "tests/support/FileBytes.h"

#include <QFile>
#include <QFileInfo>

namespace seamfinder::test {

using namespace Qt::StringLiterals;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

QStringList filesWithWords(const QString &studyPath, const QStringList &words)
{
    QStringList found;
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QFile file(studyPath + suffix);
        if (!file.exists())
            continue;
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(file.fileName()));
        const QByteArray bytes = file.readAll().toLower();
        for (const QString &word : words) {
            if (bytes.contains(word.toUtf8().toLower()))
                found.append(QFileInfo(file).fileName() + u": "_s + word);
        }
    }
    return found;
}

} // namespace seamfinder::test
