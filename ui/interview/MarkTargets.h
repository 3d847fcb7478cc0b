#pragma once

#include "core/catalogue/ReadMarks.h"

#include <QWidget>

class QListWidget;
class QPlainTextEdit;

namespace seamfinder {

class InterviewSession;

/// What becomes of a marked moment, after the interview: its words, to be shortened or widened by selecting,
/// and a list of what they can be: a new example, evidence of one that is there, or nothing more. Enter takes
/// a line.
class MarkTargets final : public QWidget
{
    Q_OBJECT

public:
    MarkTargets(InterviewSession &session, const Mark &mark, QWidget *parent = nullptr);

Q_SIGNALS:
    /// It is done with; `example`: the new one, if that was chosen.
    void settled(seamfinder::ExampleId example);

private:
    void take(int row);
    [[nodiscard]] Passage chosenWords() const;

    InterviewSession &m_session;
    Mark m_mark;
    Passage m_words;
    QPlainTextEdit *m_text;
    QListWidget *m_targets;
};

} // namespace seamfinder
