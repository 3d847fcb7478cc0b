#pragma once

#include "core/domain/Id.h"

#include <QVector>

namespace seamfinder {

class Messages;
class StudySession;

/// Erases for good what was said in interviews that were left and whose participants take no part; says so,
/// if there was anything. Whoever agreed after all, in a write that is still under way, loses nothing.
void forgetDeclined(StudySession &session, Messages &messages, const QVector<InterviewId> &interviews);

} // namespace seamfinder
