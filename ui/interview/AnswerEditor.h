#pragma once

#include "ui/common/TypingPause.h"
#include "ui/interview/AnswerInput.h"

#include <QPointer>

class QVBoxLayout;
class QLabel;
class QMenu;

namespace seamfinder {

class Chip;
class InterviewSession;

/// Answers one question of a running interview. Saves by itself: typed text within 600 ms of the last
/// keystroke and on leaving, choices at once. F4 says why there is no answer, and takes that back.
class AnswerEditor : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerEditor(InterviewSession &session, QWidget *parent = nullptr);
    ~AnswerEditor() override;

    /// Writes what is pending, then turns to another question. A question without a control shows nothing.
    void showQuestion(const QuestionRef &ref);
    [[nodiscard]] const QuestionRef &ref() const { return m_ref; }
    [[nodiscard]] AnswerInput *input() const { return m_input; }
    [[nodiscard]] bool takesMissing() const;

    void flush();
    /// The question is being left: what was typed to find a choice picks it, or stays as a note.
    void settle();
    /// The same, and what is typed from here on begins anew: another one speaks, or the note is written in.
    void letGo();
    void toggleMissing();
    /// Answers with the question's default where there is none yet.
    void takeSuggestion();
    /// The line of the note that what stands in the field may still take back.
    [[nodiscard]] const QString &keptInNote() const { return m_kept; }
    void setCaret(int caret);

Q_SIGNALS:
    /// The user is done with this question.
    void confirmed();
    /// The question is left with words that picked nothing, though some choice has them; what became of them.
    void wordsKept(const QString &sentence);

private:
    void makeWarning();
    void refresh();
    void flushNow();
    void write();
    /// What is no answer (yet) is a line of the question's note, from the first pause on: where the program
    /// is killed it comes back. Mended, the line goes.
    void keepRefused() { keep(m_input ? m_input->refused() : QString()); }
    void keep(const QString &words);
    void hold(const QString &words);
    [[nodiscard]] const Step *step() const;

    InterviewSession &m_session;
    QuestionRef m_ref;
    AnswerInput *m_input = nullptr;
    QVBoxLayout *m_column;
    Chip *m_missing;
    QPointer<QMenu> m_menu; ///< while it is open: why there is no answer
    QWidget *m_warning;     ///< with the problem
    QLabel *m_problem;
    QLabel *m_unsaved;
    TypingPause m_pause;
    QString m_told; ///< of these words that they are kept
    QString m_kept; ///< the line that the note has of what stands in the field
};

} // namespace seamfinder
