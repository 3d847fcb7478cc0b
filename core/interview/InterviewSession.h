#pragma once

#include "core/catalogue/EditExamples.h"
#include "core/catalogue/OpenSearches.h"
#include "core/catalogue/StudyCopy.h"
#include "core/catalogue/StudySession.h"
#include "core/interview/InterviewAnswers.h"
#include "core/interview/InterviewTime.h"
#include "core/interview/Paradata.h"
#include "core/interview/Relevance.h"
#include "core/protocol/Flow.h"

#include <functional>
#include <QSet>

namespace seamfinder {

/// A running interview. What is asked of it becomes one journaled action each, in the order of asking; what
/// the study then holds is read back, so `flow()` and `data()` always show what is in the file. Relevance,
/// position and paradata go into the transaction that they belong to.
class InterviewSession : public QObject
{
    Q_OBJECT

public:
    /// Stands where the interview was left, or at the first question. Errors: NotFound, those of reading.
    InterviewSession(StudySession &study, std::shared_ptr<const Codebook> codebook, InterviewId interview,
                     QObject *parent = nullptr);
    ~InterviewSession() override;

    [[nodiscard]] InterviewId id() const { return m_id; }
    [[nodiscard]] StudySession &study() const { return m_study; }
    [[nodiscard]] const InterviewData &data() const { return m_answers->data(); }
    [[nodiscard]] const InterviewAnswers &answers() const { return *m_answers; }
    [[nodiscard]] const Flow &flow() const { return *m_flow; }
    [[nodiscard]] QString state() const { return data().interview.state; }
    [[nodiscard]] bool isDeclined() const { return data().interview.isDeclined(); }
    /// As complete: it is read, not changed, until it is unlocked.
    [[nodiscard]] bool isLocked() const { return data().interview.locked; }
    [[nodiscard]] bool isWritable() const { return m_study.isWritable() && !isLocked(); }
    /// The conversation is: it is being finished, or complete.
    [[nodiscard]] bool isOver() const { return interview_state::isOver(state()); }
    /// Live until the conversation is over, then after.
    [[nodiscard]] CodingStage stage() const;
    void setCodebook(std::shared_ptr<const Codebook> codebook);

    // Where the interviewer is.
    [[nodiscard]] const QuestionRef &currentRef() const { return m_current; }
    [[nodiscard]] int currentIndex() const { return m_flow->indexOf(m_current); }
    [[nodiscard]] const Step *currentStep() const; ///< nullptr only if the protocol asks nothing
    /// Of the section before the conversation that is the interviewer's own.
    [[nodiscard]] bool isSetUp(const Step &step) const;
    /// The caret in the current answer as it was stored.
    [[nodiscard]] int caret() const { return m_caret; }
    /// The nearest question to be asked, or -1. While the interview is held, what is to be filled in
    /// afterwards is passed over, unless one is there already.
    [[nodiscard]] int nextIndex() const { return neighbour(&Flow::next); }
    [[nodiscard]] int previousIndex() const { return neighbour(&Flow::previous); }
    void goNext();
    void goPrevious();
    /// Hidden questions can be gone to, to see what they hold. False if there is no such step.
    bool goTo(const QuestionRef &ref);
    /// In the order of the questions, as by Next: no jump that can be gone back from.
    bool goOnTo(const QuestionRef &ref);
    /// Where the last jump came from, and from there on further back. False if there was none.
    bool goBack();
    /// Keeps the caret with the next write, and by itself when the field is left.
    void setCaret(int caret) { m_caret = caret; }
    void savePosition();

    // What is noted. Writes of one visit to a question are one journal entry.
    void answer(const QuestionRef &ref, const Value &value, int caret = -1);
    void setMissing(const QuestionRef &ref, std::optional<MissingCode> code);
    /// `by`: whose words they are, where each has a note of their own or nothing stands there yet; none: of
    /// whoever speaks.
    void setNote(const QuestionRef &ref, const QString &note, ParticipantId by = {});
    void setProbeAsked(const QuestionRef &ref, const QString &probe, bool asked);
    void endVisit();
    /// What is being typed in a list, to find something in it, changes nothing, but is in the file meanwhile;
    /// empty: it came to something. `list` is one on the screen, `row` whose field is chosen for (0: the
    /// answer of `ref`; without one, of the current question).
    void setSearched(const QString &list, const QString &words, qint64 row = 0,
                     const std::optional<QuestionRef> &ref = {});
    /// What a program that was killed left of that. Each is to be kept elsewhere, then closed.
    [[nodiscard]] QVector<OpenSearch> openSearches() const;
    void closeSearch(const OpenSearch &search);
    /// A field of a card that is written in this interview: what goes into the paradata with it, to be run in
    /// the transaction. `visit` is of the card's own.
    [[nodiscard]] std::function<void(Edit &, qint64 row)> changeOf(const QString &visit,
                                                                   const ParadataChange &change) const;
    /// What was answered last, be it in the file already or still on its way there (or kept because it could
    /// not be written): what a field shows.
    [[nodiscard]] Value lastAnswer(const QuestionRef &ref) const;
    /// `by`: of this participant, where each has a note of their own; none: of whoever speaks.
    [[nodiscard]] QString lastNote(const QuestionRef &ref, ParticipantId by = {}) const;
    [[nodiscard]] std::optional<MissingCode> missing(const QuestionRef &ref) const;

    // Who is in it. Failures are said by the study's session.
    /// None: whoever has this pseudonym, else a new one with it; without one, a new one with the next.
    void addParticipant(ParticipantId participant, const QString &pseudonym = {});
    void removeParticipant(ParticipantId participant);
    void addInterviewer(CoderId coder);
    void removeInterviewer(CoderId coder);
    [[nodiscard]] bool hasSeveralParticipants() const { return data().interview.participants.size() > 1; }
    /// Whether one of several participants answers there, so that it is to be said who.
    [[nodiscard]] bool namesSpeaker(const QuestionRef &ref) const;
    /// Whose answer it is: who was named, else who was chosen last, else the first participant. The headline
    /// of an example is its teller's.
    [[nodiscard]] ParticipantId speaker(const QuestionRef &ref) const;
    [[nodiscard]] QString speakerName(const QuestionRef &ref) const;
    /// They answer from here on. Where each has an answer of their own, theirs is shown. What is told of an
    /// example is theirs as a whole, and its headline takes the example along.
    void setSpeaker(const QuestionRef &ref, ParticipantId speaker);
    /// Whether an example goes along with who is said to speak there.
    [[nodiscard]] bool isHeadline(const QuestionRef &ref) const { return headlined(ref); }
    /// What stands there as the speaker's was said by somebody else, who has said nothing there yet.
    void giveAnswer(const QuestionRef &ref, ParticipantId to);
    /// Whether that can be said there: not of what is a field of theirs.
    [[nodiscard]] bool canGiveAnswer(const QuestionRef &ref) const;
    /// The one behind the present speaker, and after the last the first.
    void nextSpeaker(const QuestionRef &ref);

    // What is recorded. `then` gets the new row's id, once it is in the file and has been read back.
    using Created = std::function<void(qint64)>;
    void addInstance(const QuestionRef &repeat, const Created &then = {});
    void removeInstance(const QuestionRef &repeat, qint64 instance);
    void createExample(const Created &then = {});
    void createExampleFrom(const Passage &passage, const Created &then = {});
    /// Takes an example away in which nothing was noted: a card that was opened by mistake.
    void dropIfEmpty(ExampleId example, MarkId madeOf = {});
    void addEvidence(qint64 target, const Passage &passage, QLatin1StringView relation);
    void addTranscript(const QString &title, const QString &text);

    // Moments that are marked, and what becomes of them; each one action.
    /// At the current question. An answer that `words` are of need not be written yet: its row is found then.
    void mark(MarkKind kind, const Passage &words);
    void setMarkDone(MarkId mark, bool done);
    void removeMark(MarkId mark);
    /// `words`: the mark's own, or what was chosen around it; the mark is done with.
    void makeExampleOf(const Mark &mark, const Passage &words, const Created &then = {});
    void makeEvidenceOf(const Mark &mark, const Passage &words, qint64 target);

    void begin(); ///< also goes on after a pause
    void pause();
    /// Of the pause that lasts, or of the last one.
    void setPauseReason(const QString &reason);
    /// Narrows, widens or withdraws what was agreed to, wherever the interviewer stands: a choice of a field
    /// of the interview, empty for none; of one of several participants, or (none) of all of them. Where
    /// nobody takes part, no answers are kept; like every action it can be undone.
    void setConsent(const Field &field, const QString &key, ParticipantId of = {});
    /// The conversation is over, and what is open is filled in now. That says nothing of completeness.
    void finish();
    /// The interviewer says that nothing more comes. Nothing happens before the conversation is over.
    void complete();
    /// The conversation goes on after it was over: by mistake, or because there is more to say.
    void reopen();
    /// Locking also calls it complete. Nothing happens before the conversation is over.
    void setLocked(bool locked);
    /// Says that a recording (of another device or program) starts now: what follows knows its offset into
    /// it, until it stops.
    void recordingStarts() { noteRecording({}); }
    void recordingStops() { noteRecording(recording_event::stops); }
    /// It was said to have stopped, by mistake.
    void recordingGoesOn() { noteRecording(recording_event::goesOn); }
    /// Of the protocol's texts, from now on. The place, the texts typed and the focus stay.
    void setLanguage(const QString &language);
    /// Which time-permitting questions are asked; not kept.
    void setFolding(Folding folding);
    /// Where the time went, up to this moment while the interview is being held.
    [[nodiscard]] InterviewTime time() const;

    /// Nothing asked for is still on its way to the file.
    [[nodiscard]] bool isSaved() const { return m_pending == 0 && m_failed.isEmpty(); }
    /// What could not be written and is kept.
    [[nodiscard]] QVector<PendingChange> pending() const;
    [[nodiscard]] bool isKept(const QuestionRef &answer) const { return m_failed.contains(keyOf(answer)); }
    /// Tries that again.
    void retryFailed();
    /// `Action::place` of what concerns a question, and back (nothing if it is not of this interview).
    [[nodiscard]] QString placeText(const QuestionRef &ref) const;
    [[nodiscard]] std::optional<QuestionRef> refFromPlace(const QString &place) const;

Q_SIGNALS:
    /// Answers, steps or rows are not what they were.
    void changed();
    void currentChanged();
    /// A write failed: what was typed is kept and tried again with the next write.
    void writeFailed(const seamfinder::QuestionRef &ref, const QString &reason);
    /// The interview is no longer in the study (it was erased): nothing more is written.
    void gone();

private:
    using Change = std::function<void(Edit &)>;
    /// What was said and is not known to be in the file.
    struct Unwritten
    {
        Value value;
        int writes = 0; ///< under way; none: they failed, and it is kept
    };
    [[nodiscard]] bool isForAfterwards(const Step &step) const;
    [[nodiscard]] int neighbour(int (Flow::*step)(int) const) const;
    /// What a question's note goes by beside its answer.
    [[nodiscard]] static QuestionRef noteOf(const QuestionRef &ref);
    /// What an answer goes by until it is written: where each has one of their own, for each of them apart.
    [[nodiscard]] QuestionRef keyOf(const QuestionRef &ref, ParticipantId by = {}) const;
    /// Whose row of answers is meant at a question (`by`, or who speaks); none: there is one for all.
    [[nodiscard]] ParticipantId ownerAt(const QuestionRef &ref, ParticipantId by = {}) const;
    /// The example that a question tells the headline of (or opens); nullptr: none.
    [[nodiscard]] const ExampleRecord *headlined(const QuestionRef &ref) const;
    [[nodiscard]] ParticipantId lastSpeaker() const;
    /// The gap that a question is the first one about; none: it is about none, or others come before it.
    [[nodiscard]] GapId gapBegun(const QuestionRef &ref) const;
    /// Who answers goes into the file with the first that is noted there.
    [[nodiscard]] std::function<void(Edit &)> speakerNamed(const QuestionRef &ref,
                                                           ParticipantId by = {}) const;
    [[nodiscard]] QString wordsBefore(const QuestionRef &ref) const;
    [[nodiscard]] QString visitOf(const QuestionRef &ref) const;
    /// Asking begins an interview that is planned (its beginning was undone). Aside: who takes part, and
    /// going somewhere, which changes nothing that is journaled, so that redo is still there after it.
    enum class Performs : quint8 { Asking, Aside };
    void perform(const Action &action, const Change &change, const std::function<void()> &then = {},
                 const std::optional<QuestionRef> &retry = {}, Performs performs = Performs::Asking);
    void wrote(const std::function<void()> &then, const std::optional<QuestionRef> &ref);
    [[nodiscard]] ParticipantId tellerOf(const Passage &marked) const;
    void couldNotWrite(const PendingChange &failed, const std::optional<QuestionRef> &ref,
                       const QString &reason);
    void reread();
    void follow(const Commit &commit, bool undoOrRedo);
    void moveTo(const QuestionRef &ref, QLatin1StringView event);
    void noteRecording(QLatin1StringView detail);
    [[nodiscard]] ParticipantId whoseChange(const Commit &commit, const QuestionRef &ref) const;
    void followSpeaker(const QuestionRef &ref, ParticipantId answered);
    void rememberRows();
    /// Where the questions come to another example, who told of it speaks.
    void followTeller(const QuestionRef &ref);
    void whenWritten(std::function<void()> then);
    void runWaiting();
    void createFrom(const std::optional<Passage> &passage, const Created &then);
    [[nodiscard]] Action actionAt(const QString &label, const QuestionRef &ref, bool ofVisit) const;
    [[nodiscard]] QString shortName(const QuestionRef &ref) const;

    StudySession &m_study;
    InterviewId m_id;
    std::shared_ptr<const Protocol> m_protocol;
    std::shared_ptr<const Codebook> m_codebook;
    std::unique_ptr<InterviewAnswers> m_answers;
    std::unique_ptr<Flow> m_flow;
    std::shared_ptr<Paradata> m_paradata;
    QuestionRef m_current;
    QVector<QuestionRef> m_jumpedFrom;
    int m_caret = 0;
    int m_visit = 0;
    qint64 m_opened = 0; ///< wall clock
    QHash<QuestionRef, QString>
        m_beforeVisit; ///< of answers (null: there was none) and notes that were written
    /// Of answers that are or were there: an undo takes them away before it is heard of.
    QHash<qint64, std::pair<QuestionRef, ParticipantId>> m_answerRows;
    struct Search
    {
        QString visit, words;
        qint64 row = 0;
    };
    QHash<QString, Search> m_searches; ///< by list
    int m_searched = 0;                ///< so many were begun
    int m_pending = 0;
    bool m_gone = false;
    QHash<QuestionRef, PendingChange> m_failed;
    QHash<QuestionRef, Unwritten> m_unwritten; ///< answers, and notes by noteOf
    std::vector<std::function<void()>> m_waiting;
    RelevanceDifferences m_lastDifferences;
};

} // namespace seamfinder
