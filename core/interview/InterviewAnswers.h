#pragma once

#include "core/catalogue/ReadCodebook.h"
#include "core/domain/ReadBack.h"
#include "core/interview/InterviewData.h"
#include "core/protocol/AnswerSource.h"
#include "core/protocol/ProtocolIndex.h"
#include "core/protocol/SpokenLabels.h"

#include <memory>

namespace seamfinder {

/// The answers of an interview as its flow asks for them: those of bound questions come from the rows that
/// they are fields of.
class InterviewAnswers : public AnswerSource
{
public:
    InterviewAnswers(std::shared_ptr<const Protocol> protocol, std::shared_ptr<const Codebook> codebook);

    void setData(InterviewData data) { m_data = std::move(data); }
    /// Who answers from now on, where nobody was named yet.
    void setSpeaking(ParticipantId participant) { setTurn(participant, {}); }
    /// It is their turn at this question, whatever others have answered there.
    void setTurn(ParticipantId participant, const QuestionRef &ref);
    /// Another question is asked: there, what was answered is shown before who has nothing to say.
    void leaveTurn(const QuestionRef &to);
    [[nodiscard]] bool isTurnAt(const QuestionRef &ref) const { return m_turnAt == ref; }
    void setCodebook(std::shared_ptr<const Codebook> codebook) { m_codebook = std::move(codebook); }
    [[nodiscard]] const InterviewData &data() const { return m_data; }
    [[nodiscard]] const Codebook &codebook() const { return *m_codebook; }
    [[nodiscard]] const ProtocolIndex &index() const { return m_index; }

    [[nodiscard]] Value value(const QuestionRef &ref) const override;
    /// Of a field of the participant.
    [[nodiscard]] QVector<Value> valuesOfEach(const QuestionRef &ref) const override;
    [[nodiscard]] int personAt(const QuestionRef &ref) const override;
    [[nodiscard]] std::optional<MissingCode> missing(const QuestionRef &ref) const override;
    [[nodiscard]] QVector<qint64> instances(const QuestionRef &repeat) const override;
    [[nodiscard]] QVector<FlowTerm> terms(const QString &facet) const override;
    [[nodiscard]] QVector<qint64> rows(Entity entity) const override;
    /// In the labels of the codebook, unless others are given.
    [[nodiscard]] QString rowTitle(Entity entity, qint64 id,
                                   const SpokenLabels &spoken = SpokenLabels::in({})) const override;
    [[nodiscard]] QString rowSentence(Entity entity, qint64 id,
                                      const SpokenLabels &spoken = SpokenLabels::in({})) const override;

    /// Whether it is one of the participants who answers there: nobody answers cards and what is read aloud,
    /// a pick among the examples is the interview's, and a section of the interviewer's own is said by
    /// nobody.
    [[nodiscard]] bool isAnsweredByOne(const QuestionRef &ref) const;
    /// Whether a note there is of what one of them said: cards and what is read aloud are talked about, too.
    [[nodiscard]] bool isSaidByOne(const QuestionRef &ref) const;
    [[nodiscard]] bool isAnsweredByAll(const QuestionRef &ref) const override;
    [[nodiscard]] bool isSettledFor(const QuestionRef &ref, int person) const override;
    /// Each participant has an answer of their own: it is a field of theirs, or what they agree to where
    /// there are several (`value` is then what holds for all of them), or, where there are several, what no
    /// row holds (`value` is then what one of them answered).
    [[nodiscard]] bool isOfEach(const QuestionRef &ref) const;
    /// And a row of answers of their own, with its note; what is agreed to has one for all.
    [[nodiscard]] bool hasRowOfEach(const QuestionRef &ref) const;
    /// The row of who speaks there; nullptr: there is none yet.
    [[nodiscard]] const Answer *rowOfSpeaker(const QuestionRef &ref) const;
    [[nodiscard]] ParticipantId speaker(const QuestionRef &ref) const;
    /// Who told of the example that the question is about; none where it is about none.
    [[nodiscard]] ParticipantId teller(const QuestionRef &ref) const;
    /// As value() and missing(), which go by the first participant; of fields of the participant here those
    /// of the one who speaks. (A condition holds if it holds for any of them: valuesOfEach.)
    [[nodiscard]] Value valueOfSpeaker(const QuestionRef &ref) const;
    /// Where each has an answer of their own: of this participant.
    [[nodiscard]] Value valueBy(const QuestionRef &ref, ParticipantId participant) const;
    [[nodiscard]] std::optional<MissingCode> missingOfSpeaker(const QuestionRef &ref) const;

    /// The example in one sentence, with its open blanks.
    [[nodiscard]] QVector<ReadBackPart> sentence(const ExampleRecord &example,
                                                 const SpokenLabels &spoken) const;
    /// The same as it is read to the participant: without what is not told yet, and nothing where that is
    /// all.
    [[nodiscard]] QVector<ReadBackPart> aloud(const ExampleRecord &example, const SpokenLabels &spoken) const;

    /// The row around a place: the innermost instance of that entity; 0 if there is none.
    [[nodiscard]] qint64 rowAround(const QuestionRef &ref, Entity entity) const;
    /// The value that a record's field has, as an answer.
    [[nodiscard]] Value valueOf(const Record &record, const Field &field) const;
    [[nodiscard]] Value markedValue(const Record &record, const Field &field, CodingMark mark) const;

private:
    /// nullptr in a section of the interviewer's own.
    [[nodiscard]] const Question *askedAloud(const QuestionRef &ref) const;
    /// What the question has of the field: its value, or the term that it singles out.
    [[nodiscard]] Value valueOf(const Record &record, const Question &question, const Field &field) const;
    [[nodiscard]] bool isDescription(const Field &field) const;
    /// Of the system: whose words the field has; none: nobody has answered here.
    [[nodiscard]] ParticipantId firstToDescribe(const QuestionRef &ref) const;
    /// Of a question that each answers: what this participant has.
    [[nodiscard]] const Record *recordOf(ParticipantId participant, const Field &field) const;
    /// Why none of several says what they agree to; nothing unless each has said something or why not.
    [[nodiscard]] std::optional<MissingCode> missingOfAll(const Field &field) const;
    [[nodiscard]] const Record *boundRecord(const QuestionRef &ref, const Field &field) const;
    /// Whether a row was made by a repeat at this place.
    [[nodiscard]] bool isInstance(qint64 row, const QString &firstQuestion, const QuestionRef &repeat) const;

    std::shared_ptr<const Protocol> m_protocol;
    std::shared_ptr<const Codebook> m_codebook;
    ProtocolIndex m_index;
    InterviewData m_data;
    QuestionRef m_turnAt{}; ///< where it was said whose turn it is
};

} // namespace seamfinder
