#include "core/interview/TranscriptVoices.h"

#include "core/interview/InterviewData.h"
#include "core/interview/TranscriptText.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

TranscriptPeople TranscriptPeople::of(const InterviewData &interview, const QVector<Coder> &coders)
{
    TranscriptPeople people{interview.interview.participants, interview.interview.pseudonyms, {}};
    for (const Coder &coder : coders) {
        if (!interview.interviewers.contains(coder.id))
            continue;
        for (const QString &name : {coder.name, coder.name.section(u' ', 0, 0), coder.initials}) {
            if (name.trimmed().size() > 1) // "A" is who answers
                people.interviewers += name;
        }
    }
    return people;
}

Voice voiceOf(const SpeakerTurn &turn, const TranscriptPeople &people, ParticipantId otherwise)
{
    if (turn.label.isEmpty())
        return {};
    for (qsizetype i = 0; i < people.participants.size(); ++i) {
        if (isLabelOf(turn.label, people.pseudonyms.value(i)))
            return {false, people.participants[i]};
    }
    const auto asks = [&turn](const QString &name) { return isLabelOf(turn.label, name); };
    if (turn.asks || std::any_of(people.interviewers.begin(), people.interviewers.end(), asks))
        return {true, {}};
    const ParticipantId numbered = people.participants.value(placeByNumber(turn.label));
    return {false, numbered ? numbered : otherwise};
}

Voice voiceOf(const QString &text, const SaidWords &words, const TranscriptPeople &people,
              ParticipantId otherwise)
{
    Voice first{};
    for (const SpeakerTurn &turn : speakerTurns(text)) {
        if (turn.text >= words.end || turn.end <= words.start)
            continue;
        const Voice voice = voiceOf(turn, people, otherwise);
        if (voice.participant)
            return voice;
        first.isInterviewer = first.isInterviewer || voice.isInterviewer;
    }
    return first;
}

} // namespace seamfinder
