// The actions of InterviewSession on who is in the interview.

#include "core/catalogue/EditPeople.h"
#include "core/catalogue/EditStudy.h"
#include "core/interview/InterviewSession.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

void InterviewSession::addParticipant(ParticipantId participant)
{
    perform(actionAt(tr("Add a participant to the interview"), m_current, false),
            [id = m_id, participant](Edit &edit) {
                const ParticipantId who =
                    participant ? participant : createParticipant(edit, nextPseudonym(edit.db()));
                addInterviewParticipant(edit, id, who);
            });
}

void InterviewSession::removeParticipant(ParticipantId participant)
{
    perform(actionAt(tr("Take a participant out of the interview"), m_current, false),
            [id = m_id, participant](Edit &edit) { removeInterviewParticipant(edit, id, participant); });
}

void InterviewSession::addInterviewer(CoderId coder)
{
    perform(actionAt(tr("Add an interviewer"), m_current, false),
            [id = m_id, coder](Edit &edit) { addInterviewCoder(edit, id, coder); });
}

void InterviewSession::removeInterviewer(CoderId coder)
{
    perform(actionAt(tr("Take an interviewer out"), m_current, false),
            [id = m_id, coder](Edit &edit) { removeInterviewCoder(edit, id, coder); });
}

bool InterviewSession::isSetUp(const Step &step) const
{
    return step.section == 0 && m_flow->protocol().sections[0].interviewerOnly;
}

ParticipantId InterviewSession::speaker(const QuestionRef &ref) const
{
    return data().speaker(ref);
}

QString InterviewSession::speakerName(const QuestionRef &ref) const
{
    return data().speakerName(ref);
}

void InterviewSession::setSpeaker(const QuestionRef &ref, ParticipantId speaker)
{
    perform(actionAt(tr("Say who answered “%1”").arg(shortName(ref)), ref, false),
            [id = m_id, place = placeOf(ref), speaker](Edit &edit) {
                setAnswerSpeaker(edit, id, place, speaker);
            });
}

void InterviewSession::nextSpeaker(const QuestionRef &ref)
{
    const QVector<ParticipantId> &participants = data().interview.participants;
    if (participants.size() > 1)
        setSpeaker(ref, participants[(participants.indexOf(speaker(ref)) + 1) % participants.size()]);
}

} // namespace seamfinder
