#pragma once

#include <optional>
#include <QString>

namespace seamfinder {

struct InterviewTime;

/// When something happened in a conversation, as far as is known.
struct MomentOfTalk
{
    std::optional<qint64> recordingOffset; ///< milliseconds into the recording
    double share = 0;                      ///< of the talk that had passed, 0 to 1; of what was recorded of
                                           ///< it, where a start of the recording is known
};

/// `moment`: milliseconds since 1970, UTC.
[[nodiscard]] MomentOfTalk momentOfTalk(const InterviewTime &time, qint64 moment);

/// The stretch of a transcript in which a moment lies, in UTF-16 units, whole turns.
struct TranscriptMoment
{
    qsizetype start = 0, end = 0;
    bool exact = false; ///< by the transcript's own times; otherwise by how much of the talk had passed
};

/// Finds what was said at a moment: by the times that a transcript gives at the start of its lines ("[00:12]
/// Ana:", "00:01:12,000 --> …"), counted from the start of the recording; where it gives none (or the
/// recording's start is not known), by proportion, which is about right where people talk evenly. Nothing in
/// a text without words.
[[nodiscard]] std::optional<TranscriptMoment> transcriptMoment(const QString &text,
                                                               const MomentOfTalk &moment);

} // namespace seamfinder
