#pragma once

#include "core/catalogue/ReadMarks.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace seamfinder {

class InterviewSession;
class MarkTranscript;

/// What becomes of a marked moment, after the interview: the words noted around it, and the transcript and
/// the recording at that moment where there are any; words are chosen by selecting. Below, a list of what
/// they can be: a new example, nothing more, or evidence of an example that is there (the one in which it was
/// marked is offered first). Enter takes a line, also in the texts.
class MarkTargets final : public QWidget
{
    Q_OBJECT

public:
    MarkTargets(InterviewSession &session, const Mark &mark, QWidget *parent = nullptr);

    /// Looks for words in the transcript, where there is one.
    void find();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// It is done with; `example`: the new one, if that was chosen, and `words` what it was made of.
    void settled(seamfinder::ExampleId example, const seamfinder::Passage &words);

private:
    void showNoted();
    void showTranscript();
    void showHint();
    void listTargets();
    void updateTargets();
    void take(int row);
    /// Enter in one of the texts: what is chosen below, of the words selected there.
    void takeSelected();
    [[nodiscard]] Passage chosenWords() const;
    [[nodiscard]] qint64 exampleAround() const;

    InterviewSession &m_session;
    Mark m_mark;
    Passage m_noted; ///< what is taken where nothing is selected
    QPlainTextEdit *m_text;
    QLabel *m_hint;
    MarkTranscript *m_transcript = nullptr;
    QListWidget *m_targets;
};

} // namespace seamfinder
