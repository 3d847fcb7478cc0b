#pragma once

#include "core/catalogue/ExportRows.h"
#include "core/exchange/CsvFormat.h"

#include <functional>
#include <optional>

namespace seamfinder {

class OutputFile;
struct CsvReport;

/// The passages behind the codes: a line for each piece of evidence of an example or of one of its gaps, in
/// the order of ids. `chosen`: only of these. Columns: evidence_id, example_id, gap_id (empty: evidence of
/// the example), title (of the example), information (of the gap), interview_id, participant (who told of
/// it), participant_role, participant_role_key, speaker (whose words they are, or tell of), relation
/// (supports, contradicts; interviewer: in other words), quote, source (answer, note, transcript, spoken),
/// source_id, start and end (in code points of the source; empty where it is not known). What was agreed to
/// decides what leaves: of who takes no part or withdrew nothing, be it a speaker at another's example; a
/// passage word for word only where quotes are allowed, else its line has no words, except what is marked as
/// the interviewer's own.
CsvReport writeEvidence(Connection &db, const std::optional<ExportRows::Chosen> &chosen,
                        const CsvFormat &format, OutputFile &file,
                        const std::function<void(double)> &progress = {});

} // namespace seamfinder
