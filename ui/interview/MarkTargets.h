#pragma once

#include "core/interview/FinishWalk.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QKeyEvent;
class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace seamfinder {

class InterviewSession;
class HeardWords;
class MarkTranscript;

/// What becomes of a marked moment, after the interview: the words noted around it; they are chosen by
/// selecting, there or in the transcript beside it; where there is neither, they are typed. Below, a list of
/// what they can be: a new example, nothing more, or evidence of an example that is there. Enter takes a
/// line, and a digit its own, also in the texts.
class MarkTargets final : public QWidget
{
    Q_OBJECT

public:
    /// `transcript`: shown beside it; nullptr without one.
    MarkTargets(InterviewSession &session, const Mark &mark, MarkTranscript *transcript,
                QWidget *parent = nullptr);

    /// Writes what is being typed.
    void flush();
    /// A digit that still waits for words is a line of the list. False if none does.
    bool takeNow();
    /// Until then Enter is still meant for the mark before, which a digit settled already.
    void setEnterBelongsBefore(const QDeadlineTimer &until) { m_enterBelongsBefore = until; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// A digit settles it; it is said just before that.
    void digitTaken();
    /// It is done with.
    void settled(const seamfinder::MarkOutcome &outcome);

private:
    void showNoted();
    void askForWords();
    void hearTranscript();
    void hearSelection();
    void showHint();
    /// Instead of the hint, until something else is selected.
    void sayNothingSelected();
    void listTargets();
    void nameTargets();
    void updateTargets();
    void take(int row);
    void settle(const MarkOutcome &outcome);
    /// Enter in one of the texts: what is chosen below, of the words selected there.
    void takeSelectedIn(const QObject *text);
    bool takeLineTyped();
    void sayNothingIsTyped();
    bool isOfWords(const QKeyEvent &key);
    /// A digit takes a line, unless words go on behind it.
    void waitForWords(const QKeyEvent &digit);
    [[nodiscard]] bool isWaiting() const { return m_wait.isActive(); }
    void takeWaiting();
    void typeWaiting(const QKeyEvent &next);
    void warn(const QString &sentence);
    [[nodiscard]] bool isNothingSelectedIn(const QObject *text) const;
    /// Of a key in the field for what was heard, or meant for it.
    bool hearTyped(const QObject *watched, QKeyEvent &key);
    [[nodiscard]] Passage chosenWords() const;
    [[nodiscard]] qint64 exampleAround() const;

    InterviewSession &m_session;
    Mark m_mark;
    Passage m_noted; ///< what is shown as selected at first
    QPlainTextEdit *m_text;
    HeardWords *m_heard = nullptr; ///< where nothing was written around it, and there is no transcript
    QLabel *m_hint;
    QPointer<MarkTranscript> m_transcript;
    int m_likelyRow = 0;       ///< the example that was marked at, or the first
    qint64 m_around = 0;       ///< the example that it is about
    bool m_saidDigit = false;  ///< that a digit alone is no evidence
    bool m_caretMoved = false; ///< in the transcript, since it was shown
    bool m_missed = false;     ///< what was looked for is not there: the caret is not what is meant
    bool m_warned = false;     ///< and that was said
    bool m_making = false;     ///< an example, which is there a moment later
    bool m_done = false;
    QElapsedTimer m_sinceLetter; ///< that was typed where there is no text
    int m_rowBeforeE = -1;       ///< of the list, if E was the last of them
    QString m_letterE;
    QTimer m_wait; ///< for words behind a digit
    int m_waitingRow = -1, m_rowBeforeDigit = 0;
    QString m_digit;
    QString m_first;        ///< key of what is typed,
    int m_placeOfFirst = 0; ///< and its place in the digit row
    QDeadlineTimer m_enterBelongsBefore{0};
    QListWidget *m_targets;
};

} // namespace seamfinder
