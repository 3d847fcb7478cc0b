#pragma once

#include "core/catalogue/EditInterview.h"

namespace seamfinder {

/// Who sits in an interview. Nothing happens if they are in it already.
void addInterviewParticipant(Edit &edit, InterviewId interview, ParticipantId participant);
void addInterviewCoder(Edit &edit, InterviewId interview, CoderId coder);
/// Error InvalidInput for the only one left, and for a participant of whom something was noted.
void removeInterviewParticipant(Edit &edit, InterviewId interview, ParticipantId participant);
void removeInterviewCoder(Edit &edit, InterviewId interview, CoderId coder);

/// Who gave an answer (and what its note is about). None: the interview's first participant.
void setAnswerSpeaker(Edit &edit, InterviewId interview, const AnswerPlace &place, ParticipantId speaker);
/// What stands as the answer of one participant, its note too, was said by another. Error InvalidInput if
/// that one has an answer there, too.
void giveAnswer(Edit &edit, InterviewId interview, const AnswerPlace &place, ParticipantId from,
                ParticipantId to);
/// Who told of an example.
void setExampleTeller(Edit &edit, ExampleId example, ParticipantId participant);
void setGapTeller(Edit &edit, GapId gap, ParticipantId participant);
/// Who said the words of a piece of evidence.
void setEvidenceSpeaker(Edit &edit, EvidenceId evidence, ParticipantId speaker);

} // namespace seamfinder
