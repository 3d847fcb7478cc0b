#pragma once

#include "core/protocol/QuestionRef.h"
#include "ui/interview/AskingView.h"

namespace seamfinder {

class AnswerEditor;
class InterviewSession;
class NeighbourLine;
class QuestionBlock;
class ScrollPane;

/// The question that is being asked, alone in the middle, and one line each for what comes before and after.
class QuestionView final : public AskingView
{
    Q_OBJECT

public:
    explicit QuestionView(InterviewSession &session, QWidget *parent = nullptr);

    /// While another view asks, this one shows nothing and takes no focus.
    void setActive(bool active);
    void focusAnswer() override;
    void caretToEnd() override;
    void flush() override;
    void toggleMissing() override;
    void editNote() override;
    void nextSpeaker() override;
    void goNext() override;
    void goPrevious() override;
    bool addAnother() override;
    [[nodiscard]] Passage wordsToMark(MarkKind kind) const override;

    [[nodiscard]] AnswerEditor *answer() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// The height that the rest of the page leaves is the answer's.
    void giveRoom();
    void refresh();
    void showNeighbours();

    InterviewSession &m_session;
    bool m_active = true;
    NeighbourLine *m_before;
    ScrollPane *m_scroll;
    QuestionBlock *m_block;
    NeighbourLine *m_after;
    bool m_givesRoom = false;
};

} // namespace seamfinder
