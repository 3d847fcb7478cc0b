#pragma once

#include "tests/support/TempStudy.h"

namespace seamfinder::test {

/// Calls of everything in core that speaks to the study file, so that each of its statements runs at least
/// once. They check nothing.
void writeEverything(TempStudy &study);
void readEverything(Connection &db);
void exportEverything(Connection &db, const QString &studyPath);
/// Withdrawals and a scrub, of what it records for them.
void eraseEverything(TempStudy &study);
/// An interview from its beginning to its end, through the session that the window uses.
void holdAnInterview(std::unique_ptr<Study> study);

} // namespace seamfinder::test
