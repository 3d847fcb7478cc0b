#pragma once

#include "core/domain/Id.h"
#include "core/exchange/CsvFormat.h"

#include <functional>
#include <optional>
#include <QSet>

namespace seamfinder {

class Connection;
class OutputFile;
struct CsvReport;

/// The moments that were marked, also those that became no evidence: a line for each mark of each interview,
/// interviews and marks in order. `chosen`: only of these (ChosenInterviews). Columns: mark_id, interview,
/// participants (pseudonyms, "; " between them), speaker (of the words; empty where nobody is named),
/// protocol, version, question, instances (where the interview stood), kind (keyOf(MarkKind)), words (those
/// that were marked, or that were heard again afterwards), done (1: settled), example_id (that was written
/// down or asked about), time (ISO 8601, UTC, milliseconds), recording_ms (into the external recording that
/// was running; empty without one, and where the participant may not be recorded). Obeys consent: nothing of
/// who withdrew or takes no part; words only as evidence that is made of the mark would have them: where
/// quotes are allowed, or in other words only and they are no transcript's.
CsvReport writeMarks(Connection &db, const std::optional<QSet<InterviewId>> &chosen, const CsvFormat &format,
                     OutputFile &file, const std::function<void(double)> &progress = {});

} // namespace seamfinder
