#pragma once

#include "core/catalogue/Connection.h"
#include "core/domain/Id.h"

#include <QHash>

namespace seamfinder {

/// How long each interview took so far, in whole minutes: the sum of its closed sittings, or else from its
/// beginning to its end. Interviews of which neither is known are left out.
[[nodiscard]] QHash<InterviewId, int> readMinutes(Connection &db);

} // namespace seamfinder
