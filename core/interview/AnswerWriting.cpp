#include "core/interview/AnswerWriting.h"

#include "core/catalogue/Consent.h"
#include "core/catalogue/ConsentOfEach.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/NotedAt.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewAnswers.h"
#include "core/interview/Relevance.h"
#include "core/protocol/Flow.h"

namespace seamfinder {

namespace {
QVector<CodedTerm> codedTerms(Edit &edit, const Field &field, qint64 row, const QStringList &keys,
                              const Codebook &codebook)
{
    const auto record = readRecord(edit.db(), field.entity, row);
    const QVector<CodedTerm> before = record ? record->coded(field) : QVector<CodedTerm>();
    QVector<CodedTerm> result;
    for (const QString &key : keys) {
        const Term *term = codebook.term(QString(field.facet), key);
        if (!term)
            continue;
        const auto same = std::find_if(before.begin(), before.end(),
                                       [&](const CodedTerm &coded) { return coded.term == term->id; });
        result.append(same == before.end() ? CodedTerm{.term = term->id} : *same);
    }
    keepOneMain(field, result);
    return result;
}

/// A system may be spoken of in several interviews: what another of them says of it stays.
bool isNotedElsewhere(Edit &edit, const Field &field, qint64 row, InterviewId interview)
{
    const QVector<NotedAt> noted = whereNoted(edit.db(), field, row);
    return !noted.isEmpty() && noted.first().interview != interview;
}
} // namespace

void writeField(Edit &edit, const Field &field, qint64 row, const Value &value, const Codebook &codebook,
                CodingStage stage, AnswerId answer)
{
    const QStringList keys = value.isBlank() ? QStringList() : value.keys();
    const QString first = keys.value(0);
    switch (field.kind) {
    case FieldKind::Text:
        setValue(edit, field, row, value.toText());
        break;
    case FieldKind::Number:
        setValue(edit, field, row, value.toNumber().isNothing() ? QVariant() : qRound64(value.number()));
        break;
    case FieldKind::Choice:
        setValue(edit, field, row, first.isEmpty() ? QVariant() : first);
        break;
    case FieldKind::Term: {
        const Term *term = codebook.term(QString(field.facet), first);
        setValue(edit, field, row, term ? QVariant(term->id.value) : QVariant());
        break;
    }
    case FieldKind::Link:
        setValue(edit, field, row, fromCrockford(first).value_or(0));
        break;
    case FieldKind::Coding:
        setCodings(edit, field, row, codedTerms(edit, field, row, keys, codebook), stage, answer);
        break;
    }
}

void writeMark(Edit &edit, const Field &field, qint64 row, CodingMark mark, const QString &key,
               const Codebook &codebook, CodingStage stage, AnswerId answer)
{
    const auto record = readRecord(edit.db(), field.entity, row);
    QVector<CodedTerm> terms = record ? record->coded(field) : QVector<CodedTerm>();
    const QVector<CodedTerm> before = terms;
    for (CodedTerm &coded : terms)
        coded.set(mark, !key.isEmpty() && codebook.key(coded.term) == key);
    if (terms != before)
        setCodings(edit, field, row, terms, stage, answer);
}

void writeTick(Edit &edit, const Field &field, qint64 row, bool ticked)
{
    const auto record = readRecord(edit.db(), field.entity, row);
    if (ticked)
        setValue(edit, field, row, QString(field.ticked));
    else if (record && record->text(field) == field.ticked)
        setValue(edit, field, row, {});
}

SystemId interviewSystem(Edit &edit, InterviewId interview)
{
    const auto found = readInterview(edit.db(), interview);
    if (found && !found->systems.isEmpty())
        return found->systems.first();
    const SystemId system = createSystem(edit, QStringLiteral(""));
    addInterviewSystem(edit, interview, system);
    // Examples that were told before the system had a name are about it too.
    for (const ExampleId example : exampleIdsOf(edit.db(), interview)) {
        const auto record = readExample(edit.db(), example);
        if (record && !record->system)
            setValue(edit, fields::example::system, example.value, system.value);
    }
    return system;
}

void storeRelevance(Edit &edit, InterviewId interview, const std::shared_ptr<const Protocol> &protocol,
                    const std::shared_ptr<const Codebook> &codebook)
{
    InterviewAnswers answers(protocol, codebook);
    answers.setData(InterviewData::read(edit.db(), interview));
    const Flow flow(protocol, answers, answers.data().interview.language);
    const RelevanceDifferences differences = relevanceDifferences(flow, answers.data());
    for (const auto &[place, relevant] : differences.answers)
        setAnswerRelevant(edit, interview, place, relevant);
    for (const auto &[example, relevant] : differences.examples)
        setExampleRelevant(edit, example, relevant);
    for (const auto &[gap, relevant] : differences.gaps)
        setGapRelevant(edit, gap, relevant);
}

void followTakesPart(Edit &edit, InterviewId interview, const Protocol &protocol, bool wasDeclined)
{
    const auto now = readInterview(edit.db(), interview);
    const QString takesPart = now ? now->takesPart : QString();
    if (takesPart == QLatin1StringView("no") && !wasDeclined)
        keepNoAnswers(edit, interview, protocol);
    if (takesPart == QLatin1StringView("yes") && wasDeclined)
        setInterviewState(edit, interview, interview_state::inProgress);
}

void keepNoAnswers(Edit &edit, InterviewId interview, const Protocol &protocol)
{
    const InterviewData data = InterviewData::read(edit.db(), interview);
    const ProtocolIndex index(protocol);
    for (const Answer *each : data.allAnswers()) {
        const Answer &answer = *each;
        const Question *question = index.question(answer.place.question);
        const Field *field = question ? fieldByName(question->binding) : nullptr;
        if (field && *field == fields::interview::takesPart)
            continue;
        if (!answer.note.isEmpty())
            setAnswerNote(edit, interview, answer.place, {}, data.speakerOf(answer));
        if (field && answer.value)
            setAnswer(edit, interview, answer.place, std::nullopt, data.speakerOf(answer));
        if (!field) {
            setAnswer(edit, interview, answer.place, std::nullopt, data.speakerOf(answer));
            setAnswerMissing(edit, interview, answer.place, std::nullopt, data.speakerOf(answer));
            continue;
        }
        if (isConsent(*field)) {
            for (const ParticipantId person : data.interview.participants) {
                setConsentMissing(edit, interview, person, *field, std::nullopt);
                setConsentOf(edit, interview, person, *field, {});
            }
            continue;
        }
        if (field->entity == Entity::Participant && *field != fields::participant::pseudonym) {
            // Each of them has their own.
            for (const Record &person : data.participants) {
                setMissing(edit, *field, person.id, std::nullopt);
                field->kind == FieldKind::Coding ? setCodings(edit, *field, person.id, {}, CodingStage::Live)
                                                 : setValue(edit, *field, person.id, {});
            }
            continue;
        }
        const qint64 own = field->entity == Entity::Interview ? interview.value
                           : field->entity == Entity::System  ? data.system.id
                                                              : 0;
        if (!own || (field->entity == Entity::System && isNotedElsewhere(edit, *field, own, interview)))
            continue;
        setMissing(edit, *field, own, std::nullopt);
        field->kind == FieldKind::Coding ? setCodings(edit, *field, own, {}, CodingStage::Live)
                                         : setValue(edit, *field, own, {});
    }
    for (const ExampleRecord &example : data.examples)
        deleteExample(edit, example.exampleId());
    for (const GapRecord &gap : data.needs)
        deleteGap(edit, gap.gapId());
    for (const Record &practice : data.practices)
        deletePractice(edit, practice.id);
    for (const Mark &mark : data.marks)
        removeMark(edit, mark.id);
    for (const Transcript &transcript : readTranscripts(edit.db(), interview))
        deleteTranscript(edit, transcript.id);
    setInterviewState(edit, interview, interview_state::complete);
}

} // namespace seamfinder
