#pragma once

#include "core/catalogue/ReadStudy.h"
#include "core/domain/Id.h"

#include <QStringList>
#include <QVector>

namespace seamfinder {

struct InterviewData;
struct SaidWords;
struct SpeakerTurn;

/// Who takes part in the conversation that a transcript is of, by the names that its labels may use.
struct TranscriptPeople
{
    QVector<ParticipantId> participants;
    QVector<QString> pseudonyms; ///< of the participants, in the same order
    QStringList interviewers;    ///< names and initials

    [[nodiscard]] static TranscriptPeople of(const InterviewData &interview, const QVector<Coder> &coders);
    friend bool operator==(const TranscriptPeople &, const TranscriptPeople &) = default;
};

/// Whose words something is: the interviewer's, a participant's, or nobody says.
struct Voice
{
    bool isInterviewer = false;
    ParticipantId participant{};
    friend bool operator==(const Voice &, const Voice &) = default;
};

/// By the label of a turn: a pseudonym ("P07", "P 7"); "Participant 2" and the like for the second
/// participant; a usual word for who asks, or the name or initials of an interviewer. Every other label is of
/// somebody who is interviewed, and that is `otherwise`. A turn without a label says nothing.
[[nodiscard]] Voice voiceOf(const SpeakerTurn &turn, const TranscriptPeople &people, ParticipantId otherwise);

/// Of words that may go over several turns: the first participant who speaks in them. They are the
/// interviewer's only where nobody else speaks, so that what was agreed to about quotes covers every passage
/// with a participant's words in it.
[[nodiscard]] Voice voiceOf(const QString &text, const SaidWords &words, const TranscriptPeople &people,
                            ParticipantId otherwise);

} // namespace seamfinder
