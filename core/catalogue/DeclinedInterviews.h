#pragma once

#include "core/catalogue/Commit.h"
#include "core/domain/Id.h"

#include <QVector>

namespace seamfinder {

class Connection;
class StudyWriter;

/// "Takes part: no" keeps no answers. While the interview is open that can be undone, because a key is easily
/// mistaken; when it is left, what was said goes for good, by the same means as a withdrawal.

/// Interviews in which somebody declined to take part and of which something that was said is still there.
[[nodiscard]] QVector<InterviewId> declinedInterviewsWithAnswers(Connection &db);

/// Erases everything that was said in a declined interview: answers, examples, marks, transcripts, how it
/// went, and what the journal knows of it; of its participants, unless they have another interview, all but
/// the pseudonym. What stays is that somebody was asked, when and by whom, and declined. `completeErasure`
/// must follow. A commit without changes, and nothing done, if nobody declines (any more) or nothing is left.
[[nodiscard]] Commit eraseDeclined(StudyWriter &writer, const Action &action, InterviewId interview);

} // namespace seamfinder
