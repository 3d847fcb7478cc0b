#pragma once

#include "core/protocol/QuestionRef.h"

#include <QWidget>

namespace seamfinder {

class AnswerEditor;
class InterviewSession;
class QuestionNote;

/// A question that is answered after the interview: what is asked, its answer and, where there is one or
/// something is typed that no answer takes, its note.
class FinishAnswer final : public QWidget
{
    Q_OBJECT

public:
    FinishAnswer(InterviewSession &session, const QuestionRef &ref, const QString &asked, QWidget *parent);

    void flush();

Q_SIGNALS:
    /// Enter on what is answered: to what comes next.
    void confirmed();
    /// Of words that picked nothing: what became of them.
    void wordsKept(const QString &sentence);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    AnswerEditor *m_answer;
    QuestionNote *m_note;
};

} // namespace seamfinder
