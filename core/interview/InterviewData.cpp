#include "core/interview/InterviewData.h"

#include "core/catalogue/ConsentOfEach.h"
#include "core/domain/Error.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

AnswerPlace placeOf(const QuestionRef &ref)
{
    const QString text = ref.toText();
    const qsizetype slash = text.indexOf(u'/');
    return slash < 0 ? AnswerPlace{text, {}} : AnswerPlace{text.first(slash), text.sliced(slash + 1)};
}

QuestionRef refOf(const AnswerPlace &place)
{
    const QString text = place.instances.isEmpty() ? place.question : place.question + u'/' + place.instances;
    return QuestionRef::fromText(text).value_or(QuestionRef{place.question, {}});
}

InterviewData InterviewData::read(Connection &db, InterviewId interview)
{
    InterviewData data;
    const auto found = readInterview(db, interview);
    if (!found)
        throw Error(ErrorCode::NotFound, u"there is no interview %1"_s.arg(toText(interview)));
    data.interview = *found;
    const auto recordOf = [&db](Entity entity, qint64 id) {
        return id ? readRecord(db, entity, id).value_or(Record{}) : Record{};
    };
    data.interviewers = readInterviewers(db, interview);
    data.interviewRow = recordOf(Entity::Interview, interview.value);
    for (const ParticipantId each : found->participants)
        data.participants.append(recordOf(Entity::Participant, each.value));
    data.participant = data.participants.value(0);
    data.consents = readConsents(db, interview);
    if (!found->systems.isEmpty())
        data.system = recordOf(Entity::System, found->systems.first().value);
    for (const Answer &answer : readAnswers(db, interview))
        data.add(answer);
    data.instances = readRepeatInstances(db, interview);
    for (const ProbeAsked &asked : readProbesAsked(db, interview))
        data.probes[refOf(asked.place)].append(asked.probe);
    data.examples = readExamples(db, exampleIdsOf(db, interview));
    data.needs = readGaps(db, needIdsOf(db, interview));
    for (const qint64 id : practiceIdsOf(db, interview)) {
        if (auto practice = readRecord(db, Entity::Practice, id))
            data.practices.append(std::move(*practice));
    }
    data.marks = readMarks(db, interview);
    // The bin is not part of the interview.
    data.examples.removeIf([](const ExampleRecord &each) { return each.deletedAt.has_value(); });
    data.needs.removeIf([](const GapRecord &each) { return each.deletedAt.has_value(); });
    return data;
}

const ExampleRecord *InterviewData::example(qint64 id) const
{
    const auto found = std::find_if(examples.begin(), examples.end(),
                                    [id](const ExampleRecord &each) { return each.id == id; });
    return found == examples.end() ? nullptr : &*found;
}

const GapRecord *InterviewData::gap(qint64 id) const
{
    for (const ExampleRecord &each : examples) {
        for (const GapRecord &gap : each.gaps) {
            if (gap.id == id)
                return &gap;
        }
    }
    const auto found =
        std::find_if(needs.begin(), needs.end(), [id](const GapRecord &each) { return each.id == id; });
    return found == needs.end() ? nullptr : &*found;
}

const Record *InterviewData::record(Entity entity, qint64 id) const
{
    switch (entity) {
    case Entity::Participant: {
        const auto found = std::find_if(participants.begin(), participants.end(),
                                        [id](const Record &each) { return each.id == id; });
        return id && found != participants.end() ? &*found : participant.id ? &participant : nullptr;
    }
    case Entity::System:
        return system.id ? &system : nullptr;
    case Entity::Interview:
        return &interviewRow;
    case Entity::Example:
        return example(id);
    case Entity::Gap:
        return gap(id);
    case Entity::Practice: {
        const auto found = std::find_if(practices.begin(), practices.end(),
                                        [id](const Record &each) { return each.id == id; });
        return found == practices.end() ? nullptr : &*found;
    }
    }
    return nullptr;
}

void InterviewData::add(const Answer &answer)
{
    const QuestionRef ref = refOf(answer.place);
    const auto first = answers.find(ref);
    if (first == answers.end()) {
        answers.insert(ref, answer);
        return;
    }
    QVector<Answer> &all = answersOfEach[ref];
    if (all.isEmpty())
        all.append(*first);
    all.append(answer);
    const bool saysMore = !first->value && (answer.value || (answer.missing && !first->missing));
    if (saysMore)
        *first = answer;
}

ParticipantId InterviewData::speakerOf(const Answer &answer) const
{
    return interview.participants.contains(answer.speaker) ? answer.speaker : interview.participants.value(0);
}

ParticipantId InterviewData::speaker(const QuestionRef &ref) const
{
    const auto answer = answers.constFind(ref);
    if (answer != answers.cend())
        return speakerOf(*answer);
    return interview.participants.contains(speaking) ? speaking : interview.participants.value(0);
}

const Answer *InterviewData::answerOf(const QuestionRef &ref, ParticipantId who) const
{
    const auto all = answersOfEach.constFind(ref);
    if (all != answersOfEach.cend()) {
        const auto theirs =
            std::ranges::find_if(*all, [&](const Answer &each) { return speakerOf(each) == who; });
        return theirs == all->cend() ? nullptr : &*theirs;
    }
    const auto one = answers.constFind(ref);
    return one != answers.cend() && speakerOf(*one) == who ? &*one : nullptr;
}

QVector<const Answer *> InterviewData::allAnswers() const
{
    QVector<const Answer *> all;
    for (auto one = answers.cbegin(); one != answers.cend(); ++one) {
        const auto several = answersOfEach.constFind(one.key());
        if (several == answersOfEach.cend()) {
            all.append(&*one);
            continue;
        }
        for (const Answer &each : *several)
            all.append(&each);
    }
    return all;
}

QString InterviewData::speakerName(const QuestionRef &ref) const
{
    return interview.pseudonyms.value(interview.participants.indexOf(speaker(ref)));
}

} // namespace seamfinder
