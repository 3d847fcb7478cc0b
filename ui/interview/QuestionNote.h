#pragma once

#include "core/protocol/QuestionRef.h"
#include "ui/common/AutoGrowTextEdit.h"
#include "ui/common/TypingPause.h"

namespace seamfinder {

class InterviewSession;

/// The interviewer's own note on a question; saves by itself.
class QuestionNote final : public AutoGrowTextEdit
{
    Q_OBJECT

public:
    explicit QuestionNote(InterviewSession &session, QWidget *parent = nullptr);
    ~QuestionNote() override;

    /// Writes what is pending, then turns to another question. Hidden where there is no note.
    void showNote(const QuestionRef &ref);
    /// What the study holds, unless something newer is on its way to it.
    void refresh();
    void flush();

private:
    void write();

    InterviewSession &m_session;
    QuestionRef m_ref;
    TypingPause m_pause;
};

} // namespace seamfinder
