// The actions of InterviewSession on who is in the interview.

#include "core/catalogue/EditPeople.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadStudy.h"
#include "core/domain/Fields.h"
#include "core/interview/AnswerWriting.h"
#include "core/interview/InterviewSession.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

void InterviewSession::addParticipant(ParticipantId participant, const QString &pseudonym)
{
    perform(
        actionAt(tr("Add a participant to the interview"), m_current, false),
        [id = m_id, participant, pseudonym, protocol = m_protocol, codebook = m_codebook](Edit &edit) {
            ParticipantId who = participant;
            for (const Participant &each : readParticipants(edit.db())) {
                if (!who && !pseudonym.isEmpty() &&
                    each.pseudonym.compare(pseudonym, Qt::CaseInsensitive) == 0)
                    who = each.id;
            }
            if (!who)
                who = createParticipant(edit, pseudonym.isEmpty() ? nextPseudonym(edit.db()) : pseudonym);
            addInterviewParticipant(edit, id, who);
            storeRelevance(edit, id, protocol, codebook); // who is there decides what is asked
        },
        {}, {}, Performs::Aside);
}

void InterviewSession::removeParticipant(ParticipantId participant)
{
    perform(
        actionAt(tr("Take a participant out of the interview"), m_current, false),
        [id = m_id, participant, protocol = m_protocol, codebook = m_codebook](Edit &edit) {
            removeInterviewParticipant(edit, id, participant);
            storeRelevance(edit, id, protocol, codebook);
        },
        {}, {}, Performs::Aside);
}

void InterviewSession::addInterviewer(CoderId coder)
{
    perform(
        actionAt(tr("Add an interviewer"), m_current, false),
        [id = m_id, coder](Edit &edit) { addInterviewCoder(edit, id, coder); }, {}, {}, Performs::Aside);
}

void InterviewSession::removeInterviewer(CoderId coder)
{
    perform(
        actionAt(tr("Take an interviewer out"), m_current, false),
        [id = m_id, coder](Edit &edit) { removeInterviewCoder(edit, id, coder); }, {}, {}, Performs::Aside);
}

bool InterviewSession::isSetUp(const Step &step) const
{
    return step.section == 0 && m_flow->protocol().sections[0].interviewerOnly;
}

bool InterviewSession::namesSpeaker(const QuestionRef &ref) const
{
    return hasSeveralParticipants() && m_answers->isSaidByOne(ref);
}

const ExampleRecord *InterviewSession::headlined(const QuestionRef &ref) const
{
    const qint64 row = m_answers->rowAround(ref, Entity::Example);
    const ExampleRecord *example = row && ref.instances.last() == row ? data().example(row) : nullptr;
    const Question *question = m_answers->index().question(ref.question);
    if (!example || !question || !m_answers->isAnsweredByOne(ref))
        return nullptr;
    const Field *field = fieldByName(question->binding);
    if (field && *field == fields::example::title)
        return example;
    for (const Step &each : m_flow->steps()) {
        if (each.ref.instances != ref.instances || !each.relevant || !m_answers->isAnsweredByOne(each.ref))
            continue;
        // Asked about later, in another repeat, somebody else may add to it: it stays whose it is.
        const Question *repeat = each.instances.isEmpty() ? nullptr : each.instances.last().repeat;
        const bool isMadeHere = repeat && example->firstQuestion == repeat->name;
        return isMadeHere && each.ref == ref ? example : nullptr;
    }
    return nullptr;
}

GapId InterviewSession::gapBegun(const QuestionRef &ref) const
{
    const qint64 row = m_answers->rowAround(ref, Entity::Gap);
    if (!row || ref.instances.isEmpty() || ref.instances.last() != row)
        return {};
    const auto first = std::find_if(m_flow->steps().begin(), m_flow->steps().end(), [&](const Step &each) {
        return each.ref.instances == ref.instances && each.relevant && m_answers->isAnsweredByOne(each.ref);
    });
    const GapRecord *gap = data().gap(row);
    if (!gap || first == m_flow->steps().end() || first->ref != ref || first->instances.isEmpty())
        return {};
    // Asked about later, in another repeat, it stays whose it is.
    const Question *repeat = first->instances.last().repeat;
    return repeat && gap->firstQuestion == repeat->name ? GapId{row} : GapId{};
}

ParticipantId InterviewSession::speaker(const QuestionRef &ref) const
{
    const ExampleRecord *example = hasSeveralParticipants() ? headlined(ref) : nullptr;
    return example && data().interview.participants.contains(example->participant) ? example->participant
                                                                                   : m_answers->speaker(ref);
}

QString InterviewSession::speakerName(const QuestionRef &ref) const
{
    const Interview &interview = data().interview;
    return interview.pseudonyms.value(interview.participants.indexOf(speaker(ref)));
}

void InterviewSession::setSpeaker(const QuestionRef &ref, ParticipantId speaker)
{
    const bool ofEach = m_answers->isOfEach(ref);
    if (!namesSpeaker(ref) || !(isWritable() || ofEach)) // what each of them says can be read all the same
        return;
    if (ofEach)
        endVisit(); // what each of them says is a step of its own
    if (m_answers->hasRowOfEach(ref)) {
        m_answers->setTurn(speaker, ref);
        Q_EMIT changed();
        return;
    }
    const bool repeats = m_answers->index().question(ref.question)->type == QuestionType::Repeat;
    const bool noted =
        !ofEach && !repeats &&
        (data().answers.contains(ref) || m_unwritten.contains(ref) || m_unwritten.contains(noteOf(ref)) ||
         (m_answers->teller(ref) && !m_answers->value(ref).isBlank()));
    const ExampleRecord *told = headlined(ref);
    const GapId begun = gapBegun(ref);
    m_answers->setSpeaking(speaker);
    if (noted || told || begun) {
        perform(actionAt(tr("Say who answered “%1”").arg(shortName(ref)), ref, false),
                [id = m_id, place = placeOf(ref), speaker, noted, begun,
                 example = told ? told->exampleId() : ExampleId{}](Edit &edit) {
                    if (noted)
                        setAnswerSpeaker(edit, id, place, speaker);
                    if (example)
                        setExampleTeller(edit, example, speaker);
                    if (begun)
                        setGapTeller(edit, begun, speaker);
                });
    }
    Q_EMIT changed();
}

void InterviewSession::nextSpeaker(const QuestionRef &ref)
{
    const QVector<ParticipantId> &participants = data().interview.participants;
    if (participants.size() > 1)
        setSpeaker(ref, participants[(participants.indexOf(speaker(ref)) + 1) % participants.size()]);
}

std::function<void(Edit &)> InterviewSession::speakerNamed(const QuestionRef &ref, ParticipantId by) const
{
    // A row is born with the first as its speaker.
    const ParticipantId who = by ? by : speaker(ref);
    if (!namesSpeaker(ref) || m_answers->isOfEach(ref) || data().answers.contains(ref) ||
        who == data().interview.participants.value(0))
        return [](Edit &) {};
    return [id = m_id, place = placeOf(ref), who](Edit &edit) { setAnswerSpeaker(edit, id, place, who); };
}

void InterviewSession::giveAnswer(const QuestionRef &ref, ParticipantId to)
{
    const ParticipantId from = speaker(ref);
    if (!isWritable() || !canGiveAnswer(ref) || to == from)
        return;
    endVisit();
    perform(
        actionAt(tr("Say who answered “%1”").arg(shortName(ref)), ref, false),
        [id = m_id, place = placeOf(ref), from, to](Edit &edit) {
            seamfinder::giveAnswer(edit, id, place, from, to);
        },
        [this, ref, to] {
            m_answers->setTurn(to, ref);
            Q_EMIT changed();
        });
}

bool InterviewSession::canGiveAnswer(const QuestionRef &ref) const
{
    return m_answers->hasRowOfEach(ref) && m_answers->index().question(ref.question)->binding.isEmpty();
}

ParticipantId InterviewSession::ownerAt(const QuestionRef &ref, ParticipantId by) const
{
    return !m_answers->hasRowOfEach(ref) ? ParticipantId{} : by ? by : speaker(ref);
}

QuestionRef InterviewSession::keyOf(const QuestionRef &ref, ParticipantId by) const
{
    if (!m_answers->isOfEach(ref))
        return ref;
    const ParticipantId who = by && m_answers->hasRowOfEach(ref) ? by : m_answers->speaker(ref);
    return who == data().interview.participants.value(0)
               ? ref
               : QuestionRef{ref.question + u'#' + toText(who), ref.instances};
}

std::optional<MissingCode> InterviewSession::missing(const QuestionRef &ref) const
{
    return m_answers->missingOfSpeaker(ref);
}

void InterviewSession::followTeller(const QuestionRef &ref)
{
    const qint64 row = m_answers->rowAround(ref, Entity::Example);
    const ExampleRecord *example =
        row && row != m_answers->rowAround(m_current, Entity::Example) ? data().example(row) : nullptr;
    if (!example || !hasSeveralParticipants() || m_answers->isTurnAt(ref) ||
        example->participant == data().speaking ||
        !data().interview.participants.contains(example->participant))
        return;
    m_answers->setSpeaking(example->participant);
    Q_EMIT changed();
}

} // namespace seamfinder
