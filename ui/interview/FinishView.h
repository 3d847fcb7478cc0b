#pragma once

#include "core/interview/FinishQueue.h"
#include "ui/interview/FocusRing.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace seamfinder {

class CodebookCache;
class EditedRow;
class ExampleCard;
class FieldEditor;
class AnswerEditor;
class InterviewSession;

/// After the interview: first what was marked, then per example the story and quotes at the left, what is
/// open at the right, next by key.
class FinishView : public FocusRing
{
    Q_OBJECT

public:
    FinishView(InterviewSession &session, CodebookCache &codebook, QWidget *parent = nullptr);

    /// Looks for what is open now and shows the first of it.
    void begin();
    void next();
    void previous();
    void flush();
    void focusFirst();

Q_SIGNALS:
    void closed();

private:
    void show(int stop);
    void clear();
    void addItem(const FinishItem &item);
    void showMark(const Mark &mark);
    void showNewExample(ExampleId example);
    [[nodiscard]] QString storyOf(const Mark &mark) const;
    [[nodiscard]] const Mark *markOf(const FinishStop &stop) const;
    [[nodiscard]] EditedRow *rowFor(Entity entity, qint64 id);
    [[nodiscard]] QString storyOf(const FinishStop &stop) const;

    InterviewSession &m_session;
    CodebookCache &m_codebook;
    QVector<FinishStop> m_queue;
    int m_at = -1;
    QLabel *m_heading;
    QLabel *m_story;
    QWidget *m_fields;
    QVBoxLayout *m_column;
    QLabel *m_done;
    QPushButton *m_next;
    QPushButton *m_back;
    QVector<FieldEditor *> m_editors;
    QVector<AnswerEditor *> m_answers;
    QVector<EditedRow *> m_rows;
    ExampleCard *m_card = nullptr; ///< of an example that was made of a mark
    QWidget *m_targets = nullptr;
};

} // namespace seamfinder
