#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace seamfinder::test {

/// "cannot be read" where it cannot.
[[nodiscard]] QByteArray contentOf(const QString &path);

/// Which of a study's files (itself, -wal, -shm) have one of the words in their bytes, whatever the case of a
/// to z: "study.seam: word".
[[nodiscard]] QStringList filesWithWords(const QString &studyPath, const QStringList &words);

} // namespace seamfinder::test
