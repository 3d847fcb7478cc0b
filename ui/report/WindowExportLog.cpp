#include "ui/report/WindowExportLog.h"

#include "core/catalogue/ExportLog.h"
#include "core/catalogue/StudySession.h"

#include <QCoreApplication>

namespace seamfinder {

bool logWindowExport(StudySession &session, const QString &format, const QString &path,
                     const QVector<ParticipantId> &participants)
{
    if (!session.isWritable())
        return false;
    session.perform({.label = QCoreApplication::translate("WindowExportLog", "Export")},
                    [=](Edit &edit) { logExport(edit, format, path, participants); });
    return true;
}

QString whyNotLogged()
{
    return QCoreApplication::translate(
        "WindowExportLog",
        " The study is open for reading only, so this export is not in its list of exports.");
}

} // namespace seamfinder
