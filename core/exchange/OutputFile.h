#pragma once

#include <memory>
#include <QByteArray>
#include <QFile>
#include <QSaveFile>
#include <QString>

namespace seamfinder {

/// Subjects of the InvalidInput that refuses an output, for whoever says it to people.
inline constexpr QLatin1StringView outputIsTheStudy{"output-is-the-study"};
inline constexpr QLatin1StringView outputIsAStudy{"output-is-a-study"};

/// Where every file goes that leaves the program. An ordinary file is written aside, synced, then renamed
/// over its name, so that nobody ever sees half of it; "-" (standard output), pipes and devices are written
/// straight. Error CannotWrite, DiskFull; InvalidInput if the path is a study or one of its side files, by
/// whatever name.
class OutputFile
{
public:
    /// `studyPath` may be empty: of no study.
    OutputFile(const QString &path, const QString &studyPath);

    void write(const char *bytes, size_t size);
    /// Without it nothing is left of an ordinary file, and the one that was there stays.
    void commit();

private:
    [[noreturn]] void fail();

    QString m_path;
    std::unique_ptr<QFileDevice> m_device;
    QSaveFile *m_file = nullptr; ///< the device, where it is an ordinary file
};

/// A file that is there as a whole: OutputFile from its opening to its commit. Errors: the same.
void writeOutput(const QString &path, const QByteArray &content, const QString &studyPath);

/// Error InvalidInput if `path` is the study or one of its side files, by whatever name: also for a copy of
/// it, which SQLite writes.
void refuseTheStudyAsOutput(const QString &path, const QString &studyPath);

} // namespace seamfinder
