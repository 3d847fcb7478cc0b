#pragma once

#include "core/catalogue/ReadMarks.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace seamfinder {

class InterviewSession;
class TranscriptView;

/// What becomes of a marked moment, after the interview: the words noted around it, and the transcript and
/// the recording at that moment where there are any; words are chosen by selecting. Below, a list of what
/// they can be: a new example, evidence of one that is there, or nothing more. Enter takes a line.
class MarkTargets final : public QWidget
{
    Q_OBJECT

public:
    MarkTargets(InterviewSession &session, const Mark &mark, QWidget *parent = nullptr);

Q_SIGNALS:
    /// It is done with; `example`: the new one, if that was chosen.
    void settled(seamfinder::ExampleId example);

private:
    void showNoted();
    void showTranscript();
    void listTargets();
    void updateTargets();
    void take(int row);
    [[nodiscard]] Passage chosenWords() const;

    InterviewSession &m_session;
    Mark m_mark;
    Passage m_noted; ///< what is taken where nothing is selected
    QPlainTextEdit *m_text;
    QLabel *m_hint;
    QLabel *m_about; ///< how sure the place in the transcript is
    TranscriptView *m_transcript;
    QListWidget *m_targets;
};

} // namespace seamfinder
