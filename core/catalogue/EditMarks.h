#pragma once

#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditInterview.h"

namespace seamfinder {

struct MarkTag
{
    static constexpr QLatin1StringView prefix{"mrk"};
};
using MarkId = Id<MarkTag>;

/// What a moment of an interview was marked as.
enum class MarkKind : quint8 {
    Star,    ///< something was said here; what it was is found out afterwards
    Quote,   ///< the participant's own words
    Passage, ///< worth coding, in whatever words
    Time,    ///< only when it was
    Back,    ///< to come back to while the interview lasts
};

/// The `sourceKind` of a mark that was dropped while an example was written down, which is its `source`. What
/// is made of the mark is said, as other words that no text holds.
namespace mark_source {
inline constexpr QLatin1StringView example{"example"};
}

/// As stored: "star", "quote", "passage", "time", "back"; the inverse gives nothing for another text.
[[nodiscard]] QLatin1StringView keyOf(MarkKind kind);
[[nodiscard]] std::optional<MarkKind> markKindFromKey(QStringView key);

/// `words`: where in which text it was dropped; a star has an empty quote and start = end, the caret. They
/// are kept as an excerpt whose evidence has the mark as its target.
MarkId addMark(Edit &edit, InterviewId interview, MarkKind kind, const AnswerPlace &place,
               const Passage &words);
/// Instead of those that it was dropped with.
void setMarkWords(Edit &edit, MarkId mark, const Passage &words);
void setMarkDone(Edit &edit, MarkId mark, bool done);
/// With its words; evidence that was made from them elsewhere stays.
void removeMark(Edit &edit, MarkId mark);

} // namespace seamfinder
