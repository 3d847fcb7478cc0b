#pragma once

#include "core/catalogue/Consent.h"
#include "core/exchange/CsvExport.h"

#include <optional>
#include <QSet>

namespace seamfinder {

struct Interview;

/// Calls `write` with each interview of which something may leave, oldest first; it returns whether something
/// that was typed stayed back. `chosen`: only of these (ChosenInterviews). All but `rows` of the report.
CsvReport writeInterviews(Connection &db, const std::optional<QSet<InterviewId>> &chosen,
                          const std::function<void(double)> &progress,
                          const std::function<bool(const Interview &, Sharing)> &write);

} // namespace seamfinder
