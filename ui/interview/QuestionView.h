#pragma once

#include "core/catalogue/EditMarks.h"
#include "core/protocol/QuestionRef.h"
#include "ui/interview/FocusRing.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace seamfinder {

class AnswerEditor;
class AutoGrowTextEdit;
class ElidedLabel;
class InterviewSession;
class RepeatPanel;
class StateTag;
class TypingPause;

/// The question that is being asked: where one is, what to say in large letters, what to do in small ones,
/// the answer, and one line each for what comes before and after.
class QuestionView : public FocusRing
{
    Q_OBJECT

public:
    explicit QuestionView(InterviewSession &session, QWidget *parent = nullptr);

    /// Into the answer, with the caret where it was left.
    void focusAnswer();
    void flush();
    void toggleMissing();
    /// Opens the note of this question.
    void editNote();
    void goNext();
    void goPrevious();
    /// One more of what the current question is part of. False where nothing of that kind can be added.
    bool addAnother();
    /// What a mark takes along from wherever the caret is: the answer, the note, or a field beside the
    /// question.
    [[nodiscard]] Passage wordsToMark(MarkKind kind) const;

    [[nodiscard]] AnswerEditor *answer() const { return m_answer; }

Q_SIGNALS:
    /// The card that is asked about is to be shown to the participant.
    void cardWanted();
    /// What was asked for takes a moment, and then has the focus: keys are to wait for it.
    void waits();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showCurrent();
    void refresh();
    void flushNote();
    void writeNote();
    void setFonts();
    /// A button that names its key.
    [[nodiscard]] QToolButton *control(const QString &text, const QString &iconName, const QKeySequence &keys,
                                       const QString &tip);
    [[nodiscard]] QPushButton *neighbour();
    /// The repeat around the current question that can grow; nothing if there is none.
    [[nodiscard]] std::optional<QuestionRef> growingRepeat() const;

    InterviewSession &m_session;
    QuestionRef m_shown;
    QPushButton *m_before;
    ElidedLabel *m_where;
    StateTag *m_tag;
    QLabel *m_say;
    QLabel *m_body;
    QLabel *m_do;
    QLabel *m_reword;
    AnswerEditor *m_answer;
    RepeatPanel *m_repeat;
    QToolButton *m_noAnswer;
    QToolButton *m_noteButton;
    QToolButton *m_another;
    QToolButton *m_card;
    AutoGrowTextEdit *m_note;
    QPushButton *m_after;
    TypingPause *m_notePause;
};

} // namespace seamfinder
