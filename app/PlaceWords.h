#pragma once

#include "core/domain/Id.h"

#include <QString>

namespace seamfinder {

class Connection;

/// The interview that a place (Action::place) belongs to: its questions, its examples and gaps; none: it is
/// of no interview, or its row is gone.
[[nodiscard]] InterviewId interviewAt(Connection &db, const QString &place);
/// "P02's example “…”", "the interview with P02", "the codebook, at “Raw data”"; empty for what has no name.
[[nodiscard]] QString wordsForPlace(Connection &db, const QString &place);

} // namespace seamfinder
