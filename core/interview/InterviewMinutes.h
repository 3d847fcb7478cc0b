#pragma once

#include "core/catalogue/Connection.h"
#include "core/domain/Id.h"

#include <QHash>
#include <QVector>

namespace seamfinder {

/// How long each of these interviews took so far, in whole minutes, counted as the interview's clock counts:
/// from its paradata, so that a program that was killed leaves no sitting without an end. Interviews without
/// paradata (imported, or of the sample) by their sittings. Those of which neither is known are left out.
[[nodiscard]] QHash<InterviewId, int> minutesTaken(Connection &db, const QVector<InterviewId> &interviews);

} // namespace seamfinder
