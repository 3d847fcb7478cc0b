#pragma once

#include "core/catalogue/ReadMarks.h"

#include <QWidget>

class QLabel;

namespace seamfinder {

class FindStrip;
class InterviewSession;
class TranscriptView;

/// The transcript of an interview where something was marked, with words to be found in it. Hidden where
/// there is none.
class MarkTranscript final : public QWidget
{
    Q_OBJECT

public:
    /// `select`: the whole stretch, where the transcript's own times say which it is.
    MarkTranscript(InterviewSession &session, const Mark &mark, bool select, QWidget *parent = nullptr);

    /// Shows the words that something was made of; stays at the mark's moment where they are not from here.
    void showTaken(const Passage &words);
    [[nodiscard]] TranscriptView &text() const { return *m_text; }
    /// Looks for words, where there is a transcript.
    void find();

private:
    QLabel *m_about; ///< how sure the place is
    TranscriptView *m_text;
    FindStrip *m_find;
};

} // namespace seamfinder
