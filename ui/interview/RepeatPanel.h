#pragma once

#include "core/protocol/QuestionRef.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace seamfinder {

class InterviewSession;

/// What a repeat that grows has so far, and the button that adds one: the answer field of such a question.
/// Typing adds one too: its title begins with what was typed. Where there are as many as there may be, the
/// panel takes the focus instead of the button, and what is typed is the question's note.
class RepeatPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RepeatPanel(InterviewSession &session, QWidget *parent = nullptr);

    void showRepeat(const QuestionRef &ref);

Q_SIGNALS:
    /// A new one is being made: keys are to wait for it.
    void waits();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addOne();
    [[nodiscard]] bool isFull() const;
    void refresh();
    void addLine(int position, qint64 instance, const QString &title);

    InterviewSession &m_session;
    QuestionRef m_ref;
    QVBoxLayout *m_lines;
    QPushButton *m_add;
    bool m_isAdding = false; ///< asked for, not there yet
};

} // namespace seamfinder
