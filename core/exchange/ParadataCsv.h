#pragma once

#include "core/domain/Id.h"
#include "core/exchange/CsvFormat.h"

#include <functional>
#include <optional>
#include <QSet>
#include <QString>

namespace seamfinder {

class Connection;
class OutputFile;
struct CsvReport;

/// Paradata, in the sense of survey methodology (Couper 1998, "Measuring survey quality in a CASIC
/// environment"): how the answers came about. A line for each event of each interview, interviews and events
/// in order. `chosen`: only of these (ChosenInterviews). Columns: interview, participants (pseudonyms, "; "
/// between them), protocol, version, state, session (a stretch of work), time (ISO 8601, UTC, milliseconds),
/// offset_ms (monotonic, from the session's start), recording_ms (into the external recording that was
/// running; empty before one was started), section (its key), question, instances, event, detail (of
/// "changed": what, as "note" or "example.story" with its id), old and new (of "changed": keys and ids of
/// what was picked, or what was typed). Obeys consent: nothing of who withdrew or takes no part; details that
/// may hold what was typed only of those who may be quoted word for word.
CsvReport writeParadata(Connection &db, const std::optional<QSet<InterviewId>> &chosen,
                        const CsvFormat &format, OutputFile &file,
                        const std::function<void(double)> &progress = {});

} // namespace seamfinder
