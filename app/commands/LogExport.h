#pragma once

#include "core/domain/Id.h"

#include <QString>
#include <QVector>

namespace seamfinder {

/// Writes what a command has exported into the study's list of exports. Where that cannot be (a window has
/// the study open, its folder is read-only, the disk is full …), a sentence on stderr says so and that the
/// list lacks it. Nothing else of the study may be open.
void logCommandExport(const QString &studyPath, const QString &format, const QString &output,
                      const QVector<ParticipantId> &participants);

} // namespace seamfinder
