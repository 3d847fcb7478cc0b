#include "ui/common/RecordingFiles.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QString keyOf(InterviewId interview)
{
    return u"recordings/"_s + toText(interview);
}
} // namespace

RecordingFiles &RecordingFiles::ofProgram()
{
    static RecordingFiles files;
    return files;
}

void RecordingFiles::choose(InterviewId interview, const QString &path)
{
    m_chosen.insert(interview.value, path);
    if (!m_settingsFile.isEmpty())
        QSettings(m_settingsFile, QSettings::IniFormat).setValue(keyOf(interview), path);
}

void RecordingFiles::forget(InterviewId interview)
{
    m_chosen.remove(interview.value);
    if (!m_settingsFile.isEmpty())
        QSettings(m_settingsFile, QSettings::IniFormat).remove(keyOf(interview));
}

QString RecordingFiles::chosen(InterviewId interview) const
{
    const QString path = m_chosen.value(interview.value);
    return !path.isEmpty() || m_settingsFile.isEmpty()
               ? path
               : QSettings(m_settingsFile, QSettings::IniFormat).value(keyOf(interview)).toString();
}

QString RecordingFiles::find(InterviewId interview, const QString &named, const QString &studyFile) const
{
    const QString beside = QFileInfo(studyFile).absoluteDir().filePath(named.trimmed());
    for (const QString &path : {chosen(interview), named.trimmed(), beside}) {
        if (!path.isEmpty() && QFileInfo(path).isFile())
            return path;
    }
    return {};
}

} // namespace seamfinder
