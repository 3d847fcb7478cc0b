#pragma once

#include "core/catalogue/ReadExamples.h"
#include "core/domain/Id.h"

namespace seamfinder {

class Connection;
class Edit;

/// In an interview with several participants each agrees for themselves, and the fields of the interview hold
/// what holds for all of them: the narrowest (core/catalogue/Consent.h). With one participant there are the
/// interview's fields alone.

/// What each of several agreed to, in their order: values and missing codes by fields of the interview. Empty
/// for one participant.
[[nodiscard]] QVector<Record> readConsents(Connection &db, InterviewId interview);

/// What a participant agrees to; an empty key takes it back. Errors: InvalidInput for a choice that the field
/// does not have, NotFound, and that the interview is locked.
void setConsentOf(Edit &edit, InterviewId interview, ParticipantId participant, const Field &field,
                  const QString &key);

/// Says why a participant says nothing of it (which takes back what they said), or takes that back.
void setConsentMissing(Edit &edit, InterviewId interview, ParticipantId participant, const Field &field,
                       std::optional<MissingCode> code);

/// Before another participant comes: what was agreed to is the first one's. False if nobody is there yet.
bool giveConsentToFirst(Edit &edit, InterviewId interview);

/// After who is interviewed has changed: what holds for those who are there now.
void settleConsents(Edit &edit, InterviewId interview);

} // namespace seamfinder
