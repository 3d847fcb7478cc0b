// Consent that is narrowed or withdrawn in the middle of an interview.

#include "core/catalogue/ConsentOfEach.h"
#include "core/catalogue/Edit.h"
#include "core/catalogue/EditFields.h"
#include "core/domain/Fields.h"
#include "core/interview/AnswerWriting.h"
#include "core/interview/InterviewSession.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

void InterviewSession::setConsent(const Field &field, const QString &key, ParticipantId of)
{
    endVisit(); // a step of its own, so that undo takes back this alone
    const auto asks = [&field](const Step &step) {
        return step.field && *step.field == field && step.instances.isEmpty();
    };
    const auto &steps = m_flow->steps();
    const auto step = std::find_if(steps.begin(), steps.end(), asks);
    const bool isAsked = step != steps.end();
    if (isAsked && !hasSeveralParticipants()) {
        answer(step->ref, key.isEmpty() ? Value() : Value::keys({key}));
        endVisit();
        return;
    }
    const bool ofPart = field == fields::interview::takesPart;
    const QVector<ParticipantId> whose = of ? QVector<ParticipantId>{of} : data().interview.participants;
    perform(actionAt(tr("Change the consent"), m_current, false),
            [&field, key, whose, ofPart, asked = isAsked ? std::optional(placeOf(step->ref)) : std::nullopt,
             wasDeclined = isDeclined(), id = m_id, protocol = m_protocol, codebook = m_codebook,
             paradata = m_paradata, place = placeOf(m_current), moment = m_paradata->now()](Edit &edit) {
                if (asked)
                    touchAnswer(edit, id, *asked);
                for (const ParticipantId each : whose)
                    setConsentOf(edit, id, each, field, key);
                if (ofPart)
                    followTakesPart(edit, id, *protocol, wasDeclined);
                storeRelevance(edit, id, protocol, codebook);
                paradata->add(edit, moment, "consent"_L1, place, u"%1=%2"_s.arg(field.key, key));
            });
}

} // namespace seamfinder
