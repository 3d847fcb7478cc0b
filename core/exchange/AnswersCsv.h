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

/// What was noted in the interviews, examples or not: a line for each question that has an answer, a reason
/// for having none, a note or a probe that was asked, interviews oldest first, questions in the protocol's
/// order; hidden ones are left out. What each of several participants answers for themselves (facts about
/// them, what they agree to) has a line for each who did. `chosen`: only of these (ChosenInterviews).
/// Columns: interview, participants (pseudonyms, "; " between them), speaker (who of them answered; empty in
/// what the interviewer answers alone and in picks among the examples), protocol, version, state, language,
/// section (its key), question (its name), instance (titles of the repeats around it, " › " between them),
/// instances (their ids), asked (the words, in the interview's language), answer (as it was shown, "; "
/// between several), answer_key (keys and ids of what was picked), missing (code), note, probes (keys of
/// those asked), time (when it was written last, ISO 8601, UTC), recording_ms (into the recording, when it
/// was last worked on while one ran; empty without one, and where nobody may record). What was agreed to
/// decides what leaves: of who takes no part or withdrew nothing, without quotes no text that somebody typed.
CsvReport writeAnswers(Connection &db, const std::optional<QSet<InterviewId>> &chosen,
                       const CsvFormat &format, OutputFile &file,
                       const std::function<void(double)> &progress = {});

} // namespace seamfinder
