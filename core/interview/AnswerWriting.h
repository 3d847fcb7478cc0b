#pragma once

#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/protocol/Protocol.h"
#include "core/protocol/Value.h"

#include <memory>

namespace seamfinder {

/// The writing half of an interview: what runs inside a transaction, on whatever thread writes.

/// Sets a field from an answer's value. Terms that stay keep their main mark, side and team.
void writeField(Edit &edit, const Field &field, qint64 row, const Value &value, const Codebook &codebook,
                CodingStage stage, AnswerId answer = {});

/// Singles out the coded term with this key, or none of them if it is empty; what is coded stays.
void writeMark(Edit &edit, const Field &field, qint64 row, CodingMark mark, const QString &key,
               const Codebook &codebook, CodingStage stage, AnswerId answer = {});

/// Says by a tick that a field is its choice `ticked`; without one it is that no more.
void writeTick(Edit &edit, const Field &field, qint64 row, bool ticked);

/// The system that an interview's bound questions speak of; made when the first of them is answered.
SystemId interviewSystem(Edit &edit, InterviewId interview);

/// Stores, for every answer, example and gap of the interview, whether the protocol still asks for it.
void storeRelevance(Edit &edit, InterviewId interview, const std::shared_ptr<const Protocol> &protocol,
                    const std::shared_ptr<const Codebook> &codebook);

/// After something was said of who takes part: where nobody does any more, no answers are kept; where
/// somebody does again, the interview goes on.
void followTakesPart(Edit &edit, InterviewId interview, const Protocol &protocol, bool wasDeclined);

/// "Takes part: no": takes every answer back but that one, bins what was recorded and closes the interview.
void keepNoAnswers(Edit &edit, InterviewId interview, const Protocol &protocol);

} // namespace seamfinder
