#pragma once

#include "core/interview/FinishWalk.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace seamfinder {

class InterviewSession;
class MarkTranscript;

/// What becomes of a marked moment, after the interview: the words noted around it, and the recording at that
/// moment where there is one; words are chosen by selecting, there or in the transcript beside it. Below, a
/// list of what they can be: a new example, nothing more, or evidence of an example that is there (the one in
/// which it was marked is offered first). Enter takes a line, and a digit its own, also in the texts.
class MarkTargets final : public QWidget
{
    Q_OBJECT

public:
    /// `transcript`: shown beside it; nullptr without one.
    MarkTargets(InterviewSession &session, const Mark &mark, MarkTranscript *transcript,
                QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// It is done with.
    void settled(const seamfinder::MarkOutcome &outcome);

private:
    void showNoted();
    void hearTranscript();
    void hearSelection();
    void showHint();
    /// Instead of the hint, until something else is selected.
    void sayNothingSelected();
    void listTargets();
    void updateTargets();
    void take(int row);
    void settle(const MarkOutcome &outcome);
    /// Enter in one of the texts: what is chosen below, of the words selected there.
    void takeSelectedIn(const QObject *text);
    [[nodiscard]] bool isNothingSelectedIn(const QObject *text) const;
    [[nodiscard]] Passage chosenWords() const;
    [[nodiscard]] qint64 exampleAround() const;

    InterviewSession &m_session;
    Mark m_mark;
    Passage m_noted; ///< what is shown as selected at first
    QPlainTextEdit *m_text;
    QLabel *m_hint;
    QPointer<MarkTranscript> m_transcript;
    int m_likelyRow = 0;   ///< the example that was marked at, or the first
    bool m_missed = false; ///< what was looked for is not there: the caret is not what is meant
    bool m_warned = false; ///< and that was said
    bool m_making = false; ///< an example, which is there a moment later
    bool m_done = false;
    QListWidget *m_targets;
};

} // namespace seamfinder
