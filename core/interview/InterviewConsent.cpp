// Consent that is narrowed or withdrawn in the middle of an interview.

#include "core/catalogue/Edit.h"
#include "core/catalogue/EditFields.h"
#include "core/domain/Fields.h"
#include "core/interview/AnswerWriting.h"
#include "core/interview/InterviewSession.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

void InterviewSession::setConsent(const Field &field, const QString &key)
{
    endVisit(); // a step of its own, so that undo takes back this alone
    const auto asks = [&field](const Step &step) {
        return step.field && *step.field == field && step.instances.isEmpty();
    };
    const auto &steps = m_flow->steps();
    if (const auto step = std::find_if(steps.begin(), steps.end(), asks); step != steps.end()) {
        answer(step->ref, key.isEmpty() ? Value() : Value::keys({key}));
        endVisit();
        return;
    }
    const bool ofPart = field == fields::interview::takesPart;
    const bool declines = ofPart && key == "no"_L1 && !isDeclined();
    const bool returns = ofPart && key == "yes"_L1 && isDeclined();
    perform(actionAt(tr("Change the consent"), m_current, false),
            [&field, key, declines, returns, id = m_id, protocol = m_protocol, codebook = m_codebook,
             paradata = m_paradata, place = placeOf(m_current), moment = m_paradata->now()](Edit &edit) {
                setValue(edit, field, id.value, key.isEmpty() ? QVariant() : QVariant(key));
                if (declines)
                    keepNoAnswers(edit, id, *protocol);
                if (returns)
                    setInterviewState(edit, id, interview_state::inProgress);
                storeRelevance(edit, id, protocol, codebook);
                paradata->add(edit, moment, "consent"_L1, place, u"%1=%2"_s.arg(field.key, key));
            });
}

} // namespace seamfinder
