#pragma once

#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadMarks.h"
#include "core/protocol/QuestionRef.h"

namespace seamfinder {

/// Everything that one interview holds, read in one go by key: a value, safe to use on any thread.
struct InterviewData
{
    Interview interview;
    QVector<CoderId> interviewers;
    Record interviewRow, participant, system; ///< id 0 where there is none yet; the first participant
    QVector<Record> participants;             ///< all who take part, the first among them
    QVector<Record> consents; ///< what each of them agreed to, where there are several; else empty
    ParticipantId speaking{}; ///< chosen last in a session; not of the file
    /// Rows of answers, also of bound questions. Of several people's at one question the first with a
    /// value, else with a reason for none: the flow goes by it.
    QHash<QuestionRef, Answer> answers;
    QHash<QuestionRef, QVector<Answer>> answersOfEach; ///< where there are several, all of them, oldest first
    QVector<RepeatInstance> instances;
    QHash<QuestionRef, QStringList> probes; ///< those asked
    QVector<ExampleRecord> examples;        ///< with their gaps; what is in the bin is left out
    QVector<GapRecord> needs;               ///< gaps without an example
    QVector<Record> practices;
    QVector<Mark> marks; ///< oldest first

    /// Error NotFound if there is no such interview.
    [[nodiscard]] static InterviewData read(Connection &db, InterviewId interview);

    [[nodiscard]] const ExampleRecord *example(qint64 id) const;
    [[nodiscard]] const GapRecord *gap(qint64 id) const; ///< of an example or alone
    /// The record of a row; for participant, system and interview the interview's own. nullptr if gone.
    [[nodiscard]] const Record *record(Entity entity, qint64 id) const;
    /// Who of the participants answers there: who was named; where nothing was answered yet, who speaks now,
    /// else the first.
    [[nodiscard]] ParticipantId speaker(const QuestionRef &ref) const;
    [[nodiscard]] QString speakerName(const QuestionRef &ref) const;
    /// One of the participants: who is named, else the first.
    [[nodiscard]] ParticipantId speakerOf(const Answer &answer) const;
    /// What this participant has at the question; nullptr: nothing.
    [[nodiscard]] const Answer *answerOf(const QuestionRef &ref, ParticipantId who) const;
    /// Every row, of whomever.
    [[nodiscard]] QVector<const Answer *> allAnswers() const;

private:
    void add(const Answer &answer);
};

/// The address of an answer as it is stored, and back.
[[nodiscard]] AnswerPlace placeOf(const QuestionRef &ref);
[[nodiscard]] QuestionRef refOf(const AnswerPlace &place);

} // namespace seamfinder
