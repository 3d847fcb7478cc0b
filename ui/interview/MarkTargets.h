#pragma once

#include "core/catalogue/ReadMarks.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace seamfinder {

class FindStrip;
class InterviewSession;
class TranscriptView;

/// What becomes of a marked moment, after the interview: the words noted around it, and the transcript and
/// the recording at that moment where there are any; words are chosen by selecting. Below, a list of what
/// they can be: a new example, evidence of one that is there (the example in which it was marked is offered
/// first), or nothing more. Enter takes a line.
class MarkTargets final : public QWidget
{
    Q_OBJECT

public:
    MarkTargets(InterviewSession &session, const Mark &mark, QWidget *parent = nullptr);

    /// Looks for words in the transcript, where there is one.
    void find();

Q_SIGNALS:
    /// It is done with; `example`: the new one, if that was chosen, and `words` what it was made of.
    void settled(seamfinder::ExampleId example, const QString &words);

private:
    void showNoted();
    void showTranscript();
    void showHint();
    void listTargets();
    void updateTargets();
    void take(int row);
    [[nodiscard]] Passage chosenWords() const;
    [[nodiscard]] qint64 exampleAround() const;

    InterviewSession &m_session;
    Mark m_mark;
    Passage m_noted; ///< what is taken where nothing is selected
    QPlainTextEdit *m_text;
    QLabel *m_hint;
    QLabel *m_about; ///< how sure the place in the transcript is
    TranscriptView *m_transcript;
    FindStrip *m_find;
    QListWidget *m_targets;
};

} // namespace seamfinder
