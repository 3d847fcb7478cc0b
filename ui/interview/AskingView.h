#pragma once

#include "core/catalogue/EditMarks.h"
#include "ui/interview/FocusRing.h"

namespace seamfinder {

/// The middle of an interview's page: where questions are asked and answered, one at a time (QuestionView) or
/// a whole section at once (SectionView). It follows the session's current question.
class AskingView : public FocusRing
{
    Q_OBJECT

public:
    using FocusRing::FocusRing;

    /// Into the answer, with the caret where it was left.
    virtual void focusAnswer() = 0;
    /// Behind what stands in the current answer.
    virtual void caretToEnd() = 0;
    /// Writes what is being typed.
    virtual void flush() = 0;
    virtual void toggleMissing() = 0;
    /// Opens the note of the current question.
    virtual void editNote() = 0;
    /// Of the current question, where several people are interviewed.
    virtual void nextSpeaker() = 0;
    virtual void goNext() = 0;
    virtual void goPrevious() = 0;
    /// One more of what the current question is part of. False where nothing of that kind can be added.
    virtual bool addAnother() = 0;
    /// What a mark takes along from wherever the caret is: the answer, the note, or a field beside the
    /// question.
    [[nodiscard]] virtual Passage wordsToMark(MarkKind kind) const = 0;

Q_SIGNALS:
    /// The card that is asked about is to be shown to the participant.
    void cardWanted();
    /// Words that picked nothing: what became of them.
    void wordsKept(const QString &sentence);
    /// What was asked for takes a moment, and then has the focus: keys are to wait for it.
    void waits();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace seamfinder
