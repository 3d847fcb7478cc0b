#pragma once

#include "core/catalogue/ReadMarks.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace seamfinder {

class FindStrip;
class InterviewSession;
class TranscriptView;

/// The transcript of an interview after the conversation: where something was marked, or from the start.
/// Words are found in it; what is selected can become evidence of the example that stands beside it: E,
/// Enter, or the button below. Hidden where there is no transcript.
class MarkTranscript final : public QWidget
{
    Q_OBJECT

public:
    explicit MarkTranscript(InterviewSession &session, QWidget *parent = nullptr);

    /// At the moment of a mark. `select`: the whole stretch, where the transcript's own times say which it
    /// is.
    void showMoment(const Mark &mark, bool select);
    /// Shows the words that something was made of; stays where it is where they are not from here.
    void showTaken(const Passage &words);
    /// Of what a selection is to be evidence; none: it is not taken here.
    void setTarget(ExampleId example);
    [[nodiscard]] TranscriptView &text() const { return *m_text; }
    /// Looks for words, where there is a transcript.
    void find();

Q_SIGNALS:
    /// Words were looked for that are not there.
    void missed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take();
    void say(const QString &sentence);
    void followEvidence();
    void sayTaken(const QString &quote);
    [[nodiscard]] bool isTaken(const Passage &words) const;

    InterviewSession &m_session;
    QLabel *m_about; ///< how sure the place is
    TranscriptView *m_text;
    FindStrip *m_find;
    QPushButton *m_take;
    QLabel *m_said; ///< what became of the selection
    ExampleId m_target{};
    QString m_taken; ///< as evidence of that, just now
};

} // namespace seamfinder
