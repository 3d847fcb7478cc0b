#pragma once

#include "core/catalogue/Edit.h"
#include "core/domain/MissingCode.h"

#include <optional>
#include <QString>

namespace seamfinder {

/// States of an interview, as stored.
namespace interview_state {
inline constexpr QLatin1StringView planned{"planned"}, inProgress{"in-progress"}, paused{"paused"},
    finishing{"finishing"}, complete{"complete"}, withdrawn{"withdrawn"};
/// Not stored: how an interview stands in which nobody takes part (Interview::standing).
inline constexpr QLatin1StringView declined{"declined"};
/// It was begun, and somebody takes part in it: it counts as an interview.
[[nodiscard]] inline bool isHeld(const QString &standing)
{
    return !standing.isEmpty() && standing != planned && standing != withdrawn && standing != declined;
}
/// The conversation is over: what is open is being filled in, or the interview was called complete.
[[nodiscard]] inline bool isOver(const QString &state)
{
    return state == finishing || state == complete;
}
} // namespace interview_state

InterviewId createInterview(Edit &edit, ProtocolVersionId version,
                            const QVector<ParticipantId> &participants);
/// Also keeps when the conversation began and when it was over, and opens and closes sittings.
void setInterviewState(Edit &edit, InterviewId interview, QLatin1StringView state);
void setInterviewDate(Edit &edit, InterviewId interview, qint64 time);
void setInterviewLanguage(Edit &edit, InterviewId interview, const QString &language);
void deleteInterview(Edit &edit, InterviewId interview);
/// A locked interview keeps what was noted as it is: its answers, notes, probes, marks, transcripts, entries,
/// its own facts, and which examples it has (none goes into the bin or comes out of it). Examples themselves
/// go on being coded and worded in the catalogue.
void setInterviewLocked(Edit &edit, InterviewId interview, bool locked);
/// Error InvalidInput, with `lockedInterview` as its subject, if the interview is locked. What changes an
/// interview asks this first.
void requireUnlocked(Edit &edit, InterviewId interview);
/// The same for what is addressed by its own row.
void requireOwnerUnlocked(Edit &edit, const QString &table, qint64 row);
/// Known by this, the refusal can be said to people together with what to do about it.
inline constexpr QLatin1StringView lockedInterview{"locked-interview"};
void addInterviewSystem(Edit &edit, InterviewId interview, SystemId system);

/// Where an answer belongs: a question of the protocol, and the path of row ids of its repeat instances as
/// text (core/protocol/QuestionRef.h).
struct AnswerPlace
{
    QString question;
    QString instances;

    friend bool operator==(const AnswerPlace &, const AnswerPlace &) = default;
};

// Of several participants each may have an answer row at a place: `of` says whose is meant; none: the first
// row that is there, whoever's.

/// Whose row came first; none: there is no row.
[[nodiscard]] ParticipantId firstToAnswer(Edit &edit, InterviewId interview, const AnswerPlace &place);
/// Writes the value of an unbound question (nothing: no value). A value clears the missing code.
AnswerId setAnswer(Edit &edit, InterviewId interview, const AnswerPlace &place,
                   const std::optional<QString> &value, ParticipantId of = {});
/// Makes sure that a bound question has its answer row, and says when it was last answered.
AnswerId touchAnswer(Edit &edit, InterviewId interview, const AnswerPlace &place, ParticipantId of = {});
/// Sets or takes back the missing code of an unbound question; setting it clears the value.
void setAnswerMissing(Edit &edit, InterviewId interview, const AnswerPlace &place,
                      std::optional<MissingCode> code, ParticipantId of = {});
void setAnswerNote(Edit &edit, InterviewId interview, const AnswerPlace &place, const QString &note,
                   ParticipantId of = {});
/// Relevance is stored whenever it changes; hidden answers stay, and analysis leaves them out.
void setAnswerRelevant(Edit &edit, InterviewId interview, const AnswerPlace &place, bool relevant);
/// The same for the examples and gaps that a hidden question created.
void setExampleRelevant(Edit &edit, ExampleId example, bool relevant);
void setGapRelevant(Edit &edit, GapId gap, bool relevant);

void setProbeAsked(Edit &edit, InterviewId interview, const AnswerPlace &place, const QString &probe,
                   bool asked);

qint64 addRepeatInstance(Edit &edit, InterviewId interview, const QString &repeat, const QString &enclosing);
void removeRepeatInstance(Edit &edit, qint64 instance);

TranscriptId addTranscript(Edit &edit, InterviewId interview, const QString &title, const QString &text);
void deleteTranscript(Edit &edit, TranscriptId transcript);

/// Not journaled: where the interviewer is. Part of the transaction it is called in.
void setPosition(Edit &edit, InterviewId interview, const AnswerPlace &place, int caret);

/// Not journaled, append-only: one session per stretch of work, with the wall clock; then offsets in
/// milliseconds from a monotonic clock. `event`: shown, answered, changed, missing, probe, jump, pause,
/// example, finish … Returns the event's id.
qint64 startParadataSession(Edit &edit, InterviewId interview);
[[nodiscard]] bool hasParadataSession(Edit &edit, qint64 session);
qint64 addParadata(Edit &edit, qint64 session, qint64 offsetMs, QLatin1StringView event,
                   const AnswerPlace &place, const QString &detail = {});
/// For the one event of a visit to a field that still goes on: puts the event with another detail in its
/// place. False if it is not there (the transaction that added it came to nothing).
bool replaceParadata(Edit &edit, qint64 event, const QString &detail);

} // namespace seamfinder
