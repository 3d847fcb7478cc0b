#pragma once

#include "core/domain/Id.h"

#include <QString>
#include <QVector>

namespace seamfinder {

class StudySession;

/// Writes what the window has exported into the study's list. `path` "-": to the clipboard. A study that is
/// open for reading only keeps no list: false.
bool logWindowExport(StudySession &session, const QString &format, const QString &path,
                     const QVector<ParticipantId> &participants);

/// " This export is not in the list of exports, …", to be put after what is said of one that is not logged.
[[nodiscard]] QString whyNotLogged();

} // namespace seamfinder
