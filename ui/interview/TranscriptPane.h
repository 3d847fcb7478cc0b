#pragma once

#include "core/catalogue/EditExamples.h"
#include "core/catalogue/ReadInterviews.h"

#include <QWidget>

class QStackedWidget;

namespace seamfinder {

class FindStrip;
class InterviewSession;
class Messages;
class NewTranscript;
class TranscriptView;

/// The transcript beside the questions: pasted or opened, read only. A selection becomes evidence or a new
/// example.
class TranscriptPane : public QWidget
{
    Q_OBJECT

public:
    TranscriptPane(InterviewSession &session, Messages &messages, QWidget *parent = nullptr);

    void openFile(const QString &path);
    /// The selected passage; nothing if none is selected.
    [[nodiscard]] std::optional<Passage> selection() const;
    void newExample();
    void offerEvidence();
    [[nodiscard]] bool hasTranscript() const;
    /// Into the transcript, or to the buttons that bring one.
    void focusText();
    /// Looks for words in it, if it is what is being read (has the focus); false otherwise.
    bool find();
    [[nodiscard]] bool hasFocusInText() const;

Q_SIGNALS:
    void exampleCreated(qint64 example);
    /// A passage is evidence of an example or a gap that is called so.
    void evidenceTaken(const QString &of);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();

    InterviewSession &m_session;
    QStackedWidget *m_pages;
    NewTranscript *m_new; ///< while there is none
    TranscriptView *m_text;
    FindStrip *m_find;
};

} // namespace seamfinder
