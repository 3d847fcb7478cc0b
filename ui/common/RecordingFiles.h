#pragma once

#include "core/domain/Id.h"

#include <QHash>
#include <QString>

namespace seamfinder {

/// Where on this machine the recordings of interviews are. What an interview says of its recording is a name
/// or a number, and leaves the study with its answers; a path would say more than that.
class RecordingFiles
{
public:
    static RecordingFiles &ofProgram();

    /// Kept there from now on; without it, only as long as the program runs.
    void load(const QString &settingsFile) { m_settingsFile = settingsFile; }
    void choose(InterviewId interview, const QString &path);
    void forget(InterviewId interview);
    /// Be it there or not; empty: none was.
    [[nodiscard]] QString chosen(InterviewId interview) const;
    /// What was chosen, else the file that `named` says, by itself or in the folder of the study. Empty where
    /// none of these is a file.
    [[nodiscard]] QString find(InterviewId interview, const QString &named, const QString &studyFile) const;

private:
    QString m_settingsFile;
    QHash<qint64, QString> m_chosen; ///< by interview
};

} // namespace seamfinder
