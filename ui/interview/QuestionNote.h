#pragma once

#include "core/protocol/QuestionRef.h"
#include "ui/common/AutoGrowTextEdit.h"
#include "ui/common/TypingPause.h"

#include <utility>

namespace seamfinder {

class InterviewSession;
class StudySession;

/// The interviewer's own note on a question; saves by itself.
class QuestionNote final : public AutoGrowTextEdit
{
    Q_OBJECT

public:
    explicit QuestionNote(InterviewSession &session, QWidget *parent = nullptr);
    ~QuestionNote() override;

    /// Writes what is pending, then turns to another question. Hidden where there is no note.
    void showNote(const QuestionRef &ref);
    /// What the study holds, unless something newer is on its way to it. `meanwhile`: what it holds only for
    /// the answer's field, which may take it back; that alone does not bring the note up while one types.
    void refresh(const QString &meanwhile = {});
    void flush();
    /// Where one goes on writing: behind what is there.
    void open();
    /// What is typed where no field takes it is a note: it would vanish without a word. True if it is here
    /// now.
    bool takeTyped(QKeyEvent *event);
    /// Once after the focus went from here to something beside the question (an example's card): that it is
    /// to come back here.
    [[nodiscard]] bool wantsFocusBack() { return std::exchange(m_wantsFocusBack, false); }
    void forgetFocus() { m_wantsFocusBack = false; }

Q_SIGNALS:
    /// Esc: back to the answer.
    void done();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void write();
    void writeFirst();

    InterviewSession &m_session;
    QuestionRef m_ref;
    TypingPause m_pause;
    bool m_wantsFocusBack = false;
};

} // namespace seamfinder
