#pragma once

#include <memory>
#include <QFile>
#include <QSaveFile>
#include <QString>

namespace seamfinder {

/// Where an export goes. An ordinary file is written aside, synced, then renamed over its name, so that
/// nobody ever sees half of it; "-" (standard output), pipes and devices are written straight. Error
/// CannotWrite, DiskFull; InvalidInput if the path is the study or one of its side files, by whatever name.
class OutputFile
{
public:
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

} // namespace seamfinder
