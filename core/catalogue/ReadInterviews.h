#pragma once

#include "core/catalogue/EditInterview.h"
#include "core/catalogue/ReadStudy.h"

namespace seamfinder {

struct Interview
{
    InterviewId id{};
    ProtocolVersionId version{};
    QString protocolTitle;
    int protocolNumber = 0;
    QString state, language, takesPart, mayRecord, quotes;
    bool locked = false;
    std::optional<qint64> date, finished;
    std::optional<int> plannedMinutes;
    QVector<ParticipantId> participants;
    QVector<QString> pseudonyms;
    QVector<SystemId> systems;
    int examples = 0, gaps = 0;

    [[nodiscard]] bool isDeclined() const { return takesPart == QLatin1StringView("no"); }
    /// Its state, or that nobody takes part in it.
    [[nodiscard]] QString standing() const
    {
        return isDeclined() && state != interview_state::withdrawn ? QString(interview_state::declined)
                                                                   : state;
    }
};
[[nodiscard]] QVector<Interview> readInterviews(Connection &db); ///< newest first
/// The same without systems and counts, which take longest: for naming them.
[[nodiscard]] QVector<Interview> readInterviewNames(Connection &db);
[[nodiscard]] std::optional<Interview> readInterview(Connection &db, InterviewId id);

struct Answer
{
    AnswerId id{};
    AnswerPlace place;
    std::optional<QString> value;
    std::optional<MissingCode> missing;
    QString note;
    bool relevant = true;
    qint64 updated = 0;
    ParticipantId speaker{}; ///< none: the interview's first participant
};
/// How many systems were spoken about.
[[nodiscard]] int countInterviewSystems(Connection &db, InterviewId interview);
/// Who interviews, in the order in which they were added.
[[nodiscard]] QVector<CoderId> readInterviewers(Connection &db, InterviewId interview);

[[nodiscard]] QVector<Answer> readAnswers(Connection &db, InterviewId interview);

struct RepeatInstance
{
    qint64 id = 0;
    QString repeat, enclosing;
};
[[nodiscard]] QVector<RepeatInstance> readRepeatInstances(Connection &db, InterviewId interview);

struct ProbeAsked
{
    AnswerPlace place;
    QString probe;
    qint64 time = 0;
};
[[nodiscard]] QVector<ProbeAsked> readProbesAsked(Connection &db, InterviewId interview);

struct Position
{
    AnswerPlace place;
    int caret = 0;
};
[[nodiscard]] std::optional<Position> readPosition(Connection &db, InterviewId interview);
/// The interview that was worked on last and is not finished.
[[nodiscard]] InterviewId readLastInterview(Connection &db);
/// The one that something happened in last, be it finished by now. None without paradata.
[[nodiscard]] InterviewId readLastWrittenInterview(Connection &db);

struct Transcript
{
    TranscriptId id{};
    InterviewId interview{};
    QString title, text;
};
[[nodiscard]] QVector<Transcript> readTranscripts(Connection &db, InterviewId interview);

struct ParadataEvent
{
    qint64 session = 0, time = 0, offsetMs = 0; ///< time: the session's anchor plus the offset
    QString event;
    AnswerPlace place;
    QString detail;
};
[[nodiscard]] QVector<ParadataEvent> readParadata(Connection &db, InterviewId interview);
/// The same without the texts that were changed: for counting time, which the window does every second.
[[nodiscard]] QVector<ParadataEvent> readParadataMoments(Connection &db, InterviewId interview);

} // namespace seamfinder
