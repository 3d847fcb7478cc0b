#pragma once

#include "core/interview/FinishQueue.h"
#include "ui/common/EditorContext.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace seamfinder {

class EditedRow;
class EvidenceList;
class FieldEditor;
class InterviewSession;
class MarkTranscript;
class StoryMarks;

/// The left of the finish queue: of an example its sentence, title, story and quotes, all of them to be
/// mended there, and its marks; of a mark what was asked and said around it, and while something is made of
/// it the transcript, too.
class FinishStory : public QWidget
{
    Q_OBJECT

public:
    explicit FinishStory(InterviewSession &session, QWidget *parent = nullptr);

    void showMark(const Mark &mark);
    /// With the words that an example is made of, and where they stand in the transcript.
    void showMark(const Mark &mark, const Passage &taken);
    /// `row`: the example's, which outlives what is shown.
    void showExample(const EditorContext &context, EditedRow *row);
    void showText(const QString &heading, const QString &text);
    void flush();
    void clear();
    /// Looks for words in the transcript, where one is shown here.
    void find();

private:
    void tellMark(const Mark &mark, const QString &taken);
    void addPart(QWidget *part, int stretch);
    void showSentence(const EditedRow &row);
    void setHtml(const QString &html);

    InterviewSession &m_session;
    QVBoxLayout *m_column;
    QLabel *m_heading;
    QLabel *m_told;
    QWidget *m_part = nullptr;              ///< the editors of the example shown, or the transcript,
    MarkTranscript *m_transcript = nullptr; ///< if it is that
    StoryMarks *m_marks = nullptr;          ///< of the example
    QVector<FieldEditor *> m_editors;
};

} // namespace seamfinder
