#pragma once

#include "core/domain/Filter.h"
#include "core/interview/FinishQueue.h"
#include "ui/common/EditorContext.h"
#include "ui/interview/FocusRing.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace seamfinder {

class AnswerEditor;
class CatalogueService;
class EditedRow;
class ExampleCard;
class FieldEditor;
class FinishGaps;
class FinishStory;
class InterviewSession;

/// After the interview: first what was marked, then per example the story and quotes at the left, what is
/// open at the right, next by key; at the end what the interview brought.
class FinishView : public FocusRing
{
    Q_OBJECT

public:
    FinishView(InterviewSession &session, CodebookCache &codebook, QWidget *parent = nullptr);

    /// What the debrief at the end counts; without it there is none.
    void setCatalogue(CatalogueService *catalogue) { m_catalogue = catalogue; }
    /// Looks for what is open now and shows the first of it; of a locked interview the end.
    void begin();
    void next();
    void previous();
    void flush();
    void focusFirst();

Q_SIGNALS:
    void closed();
    void readBackWanted();
    /// The examples behind a number of the debrief.
    void catalogueWanted(const seamfinder::Filter &filter);

private:
    void show(int stop);
    void showEnd();
    void clear();
    void addItem(const FinishItem &item);
    void showMark(const Mark &mark);
    void showNewExample(ExampleId example);
    [[nodiscard]] const Mark *markOf(const FinishStop &stop) const;
    [[nodiscard]] EditedRow *rowFor(Entity entity, qint64 id);
    [[nodiscard]] EditorContext context() const;

    InterviewSession &m_session;
    CodebookCache &m_codebook;
    CatalogueService *m_catalogue = nullptr;
    QVector<FinishStop> m_queue;
    int m_at = -1;
    FinishStory *m_story;
    QWidget *m_fields;
    QVBoxLayout *m_column;
    QLabel *m_done;
    QPushButton *m_next;
    QPushButton *m_back;
    QVector<FieldEditor *> m_editors;
    QVector<AnswerEditor *> m_answers;
    FinishGaps *m_gaps = nullptr;
    QVector<EditedRow *> m_rows;
    ExampleCard *m_card = nullptr; ///< of an example that was made of a mark
    QWidget *m_targets = nullptr;
};

} // namespace seamfinder
