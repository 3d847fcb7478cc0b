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

/// The left of the finish queue: of an example its sentence, title, story and quotes, all of them to be
/// mended there; of a mark what was asked and said around it.
class FinishStory : public QWidget
{
    Q_OBJECT

public:
    explicit FinishStory(InterviewSession &session, QWidget *parent = nullptr);

    /// `taken`: the words that something was made of, where that has happened.
    void showMark(const Mark &mark, const QString &taken = {});
    /// `row`: the example's, which outlives what is shown.
    void showExample(const EditorContext &context, EditedRow *row);
    void showText(const QString &heading, const QString &text);
    void flush();
    void clear();

private:
    void showSentence(const EditedRow &row);
    void setHtml(const QString &html);

    InterviewSession &m_session;
    QVBoxLayout *m_column;
    QLabel *m_heading;
    QLabel *m_told;
    QWidget *m_example = nullptr; ///< the editors of the example shown
    QVector<FieldEditor *> m_editors;
};

} // namespace seamfinder
