// The actions of InterviewSession on marks.

#include "core/catalogue/Edit.h"
#include "core/interview/InterviewSession.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// Who agreed to "in other words only" is not quoted: what the interviewer noted is the interviewer's
/// wording. Whose it was stays known, because it goes with them when they withdraw.
Passage asAgreed(Passage words, const Mark &mark, const Interview &interview)
{
    if (!words.speaker && !words.byInterviewer)
        words.speaker = mark.words.speaker;
    if (words.sourceKind == mark_source::example) {
        words.sourceKind = u"spoken"_s;
        words.source = 0;
    }
    if (interview.quotes == "paraphrase"_L1 && words.sourceKind != "transcript"_L1)
        words.byInterviewer = true;
    return words;
}
} // namespace

/// Whose the words of a mark are: who tells of the example, or who speaks at the question.
ParticipantId InterviewSession::tellerOf(const Passage &marked) const
{
    const ExampleRecord *example =
        marked.sourceKind == mark_source::example ? data().example(marked.source) : nullptr;
    return example && example->participant ? example->participant : speaker(m_current);
}

void InterviewSession::mark(MarkKind kind, const Passage &words)
{
    // A mark is a moment: when and where it was asked for counts, not when it is written.
    perform(
        actionAt(tr("Mark"), m_current, false),
        [id = m_id, kind, words, place = placeOf(m_current), paradata = m_paradata, speaker = tellerOf(words),
         named = speakerNamed(m_current), own = ownerAt(m_current), moment = m_paradata->now()](Edit &edit) {
            Passage kept = words;
            if (!kept.speaker)
                kept.speaker = speaker;
            if (!kept.quote.isEmpty() && (kept.sourceKind == "answer"_L1 || kept.sourceKind == "note"_L1)) {
                named(edit); // the row that is made may not be the first participant's
                kept.source = touchAnswer(edit, id, place, own).value;
            }
            addMark(edit, id, kind, place, kept);
            paradata->add(edit, moment, "mark"_L1, place, seamfinder::keyOf(kind));
        });
}

void InterviewSession::setMarkDone(MarkId mark, bool done)
{
    // Afterwards nobody stands at a question: it is the mark's that undo tells of.
    const auto of = std::ranges::find(data().marks, mark, &Mark::id);
    const QuestionRef place = isOver() && of != data().marks.cend() ? refOf(of->place) : m_current;
    perform(actionAt(done ? tr("Tick a mark") : tr("Untick a mark"), place, false),
            [mark, done](Edit &edit) { seamfinder::setMarkDone(edit, mark, done); });
}

void InterviewSession::removeMark(MarkId mark)
{
    perform(actionAt(tr("Remove a mark"), m_current, false),
            [mark](Edit &edit) { seamfinder::removeMark(edit, mark); });
}

void InterviewSession::makeExampleOf(const Mark &mark, const Passage &words, const Created &then)
{
    const auto made = std::make_shared<qint64>(0);
    perform(
        actionAt(tr("New example from a mark"), refOf(mark.place), false),
        [id = m_id, mark, words = asAgreed(words, mark, data().interview), teller = words.speaker, made,
         paradata = m_paradata, moment = m_paradata->now()](Edit &edit) {
            *made = seamfinder::createExample(edit, {.interview = id,
                                                     .participant = teller ? teller : mark.words.speaker,
                                                     .firstQuestion = mark.place.question})
                        .value;
            if (!words.quote.isEmpty())
                seamfinder::addEvidence(edit, *made, words, relationOf(words));
            seamfinder::setMarkDone(edit, mark.id, true);
            paradata->add(edit, moment, "example"_L1, mark.place);
        },
        [made, then] {
            if (then)
                then(*made);
        });
}

void InterviewSession::makeEvidenceOf(const Mark &mark, const Passage &words, qint64 target)
{
    Action action = actionAt(tr("Evidence from a mark"), refOf(mark.place), false);
    action.place = toText(ExampleId{target}); // undo shows where it was, not where it was marked
    perform(action, [mark, words = asAgreed(words, mark, data().interview), target](Edit &edit) {
        seamfinder::addEvidence(edit, target, words, relationOf(words));
        seamfinder::setMarkDone(edit, mark.id, true);
    });
}

} // namespace seamfinder
