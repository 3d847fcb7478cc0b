#pragma once

#include "core/catalogue/ReadCodebook.h"
#include "core/interview/InterviewData.h"
#include "core/protocol/Protocol.h"

#include <memory>

namespace seamfinder {

class Flow;

/// What becomes of one answer when its interview goes on with another version of the protocol. No answer is
/// ever deleted.
struct MovedAnswer
{
    enum class Fate : quint8 {
        NoLongerAsked, ///< its question is gone, or stands in other repeats: kept as it is, out of the counts
        BecomesNote,   ///< its value does not fit the question any more: it becomes the question's note
        StaysInField,  ///< the question asks for another field now: the value stays in the one it is in
    };
    AnswerPlace place;
    Fate fate = Fate::NoLongerAsked;
    QString question; ///< what was asked, in the interview's language
    QString text;     ///< what was answered or noted; empty for what lives in a field
};

/// What moving an interview to another version would do: nothing of it is done yet.
struct ProtocolMove
{
    int kept = 0;                ///< answers that stay what they are
    QVector<MovedAnswer> others; ///< in the order of the older version
    QStringList newRequired;     ///< what is required now and has no answer yet, as it is asked
    QStringList newQuestions;    ///< what else is asked that the older version does not have, as it is asked
    QuestionRef position;        ///< where the interviewer will stand
    QString positionText;        ///< what is asked there
};

/// What an interview is moved between, and with which codebook.
struct MoveVersions
{
    std::shared_ptr<const Protocol> before, after;
    std::shared_ptr<const Codebook> codebook;
    int numberBefore = 0; ///< of the older version: what a note that was an answer says
};

[[nodiscard]] MoveVersions readMoveVersions(Connection &db, InterviewId interview, ProtocolVersionId to);

/// `standsAt`: where the interviewer is; may be nowhere.
[[nodiscard]] ProtocolMove planMove(const InterviewData &data, const MoveVersions &versions,
                                    const QuestionRef &standsAt);

/// Where to stand in `after` for somebody who stood at `ref` in `before`: there, or at the nearest question
/// after it that is still asked, or the nearest before it.
[[nodiscard]] QuestionRef placeAfterMove(const QuestionRef &ref, const Protocol &before, const Flow &after);

/// Why an interview stays with the version it has, in a plain sentence; empty if it can be moved. One that is
/// over was held with that version, and is read with it.
[[nodiscard]] QString whyNotMoved(const Interview &interview);

/// Error InvalidInput with that sentence. Moves it, in one action that undo takes back whole (only the
/// position stays where it is, at a question that both versions have if there is one).
void moveInterview(Edit &edit, InterviewId interview, ProtocolVersionId to);

} // namespace seamfinder
