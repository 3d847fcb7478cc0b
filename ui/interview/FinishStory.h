#pragma once

#include "core/interview/FinishWalk.h"
#include "ui/common/EditorContext.h"

#include <functional>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace seamfinder {

class EditedRow;
class EvidenceList;
class FieldEditor;
class InterviewSession;
class MarkTranscript;
class Messages;
class NewTranscript;
class StoryMarks;
class TellerButton;

/// The left of the finish queue: of an example its sentence, who told of it, title, story and quotes, all of
/// them to be mended there, and its marks; of a mark, and while something is made of it, what was asked and
/// said around it, and the transcript at its moment. The transcript can be had beside anything else, too.
class FinishStory : public QWidget
{
    Q_OBJECT

public:
    FinishStory(InterviewSession &session, Messages &messages, QWidget *parent = nullptr);

    void showMark(const Mark &mark);
    /// With the words that were taken. Of the mark that is shown already, the transcript stays as it is.
    void showOutcome(const Mark &mark, const MarkOutcome &outcome);
    /// `row`: the example's, which outlives what is shown.
    void showExample(const EditorContext &context, EditedRow *row);
    void showText(const QString &heading, const QString &text);
    /// With what was noted at questions that are not about an example.
    void showInterview(const QString &heading);
    void flush();
    /// False where it does not stand here.
    bool focusField(const QString &field, qint64 row);
    /// As FinishView::listen.
    bool listen();
    /// Of the example that is shown, where several people are interviewed.
    void nextTeller();
    /// What was typed where no text is taken belongs to the story. False if there is none, or nothing is
    /// typed.
    bool typeOn(QKeyEvent &event);
    void clear();
    /// Looks for words in the transcript, where one is shown here.
    void find();
    /// Goes into the transcript, which is shown for it; asks for one where there is none.
    void showTranscript();
    /// nullptr where none is shown (that of the marks of an example is not meant).
    [[nodiscard]] MarkTranscript *transcript() const { return m_transcript; }

Q_SIGNALS:
    /// What was asked for is there. `wanted`: nobody has gone on elsewhere in the meantime.
    void transcriptAdded(bool wanted);

private:
    void tellMark(const Mark &mark);
    void addTranscript();
    void addNotes(ExampleId example, QVBoxLayout &column);
    [[nodiscard]] QStringList notesWhere(const std::function<bool(const Step &)> &isMeant) const;
    [[nodiscard]] QString notesOn(ExampleId example) const;
    void followTranscripts();
    void removePart(QWidget *part);
    void addPart(QWidget *part, int stretch);
    void showSentence(const EditedRow &row);
    void setHtml(const QString &html);

    InterviewSession &m_session;
    Messages &m_messages;
    QVBoxLayout *m_column;
    QLabel *m_heading;
    QLabel *m_told;
    QVector<QWidget *> m_parts; ///< below what is told: the editors of the example shown, the transcript
    MarkTranscript *m_transcript = nullptr; ///< one of them
    NewTranscript *m_asking = nullptr;      ///< in place of it
    StoryMarks *m_marks = nullptr;          ///< of the example
    TellerButton *m_teller = nullptr;       ///< of the example
    EvidenceList *m_quotes = nullptr;       ///< of the example
    std::optional<Mark> m_mark{};           ///< that is shown
    ExampleId m_example{};                  ///< of what a selection becomes evidence
    QVector<FieldEditor *> m_editors;
};

} // namespace seamfinder
