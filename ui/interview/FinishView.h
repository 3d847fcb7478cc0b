#pragma once

#include "core/domain/Filter.h"
#include "core/interview/FinishQueue.h"
#include "ui/common/EditorContext.h"
#include "ui/interview/FocusRing.h"

#include <QPointer>

class QLabel;
class QPushButton;
class QTimer;
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
class MarkTargets;
class ScrollPane;
struct InterviewPlace;

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
    /// What is told at the left, and the fields at the right.
    [[nodiscard]] QList<QWidget *> panes() const;
    /// Looks for words in the transcript, where one is shown.
    void find();
    /// To where an undo changed something, if that is a stop of the queue; else it stays where it is.
    void follow(const InterviewPlace &place);

Q_SIGNALS:
    void closed();
    void readBackWanted();
    /// The examples behind a number of the debrief.
    void catalogueWanted(const seamfinder::Filter &filter);

private:
    void readQueue();
    void followLock();
    void show(int stop);
    void showEnd();
    void clear();
    void addItem(const FinishItem &item);
    void showMark(const Mark &mark);
    /// `words`: what it was made of.
    void showNewExample(ExampleId example, const QString &words);
    void showStopOf(const InterviewPlace &place);
    [[nodiscard]] bool dropLostStops();
    void settle();
    [[nodiscard]] QVector<FinishStop> openStops() const;
    void addGaps(ExampleId example);
    void bringIntoView(QWidget *part);
    void scrollToFocus();
    [[nodiscard]] const Mark *markOf(const FinishStop &stop) const;
    [[nodiscard]] EditedRow *rowFor(Entity entity, qint64 id);
    [[nodiscard]] EditorContext context() const;

    InterviewSession &m_session;
    CodebookCache &m_codebook;
    CatalogueService *m_catalogue = nullptr;
    QVector<FinishStop> m_queue;
    QVector<MarkId> m_settled;
    bool m_locked = false;
    int m_at = -1;
    FinishStory *m_story;
    QWidget *m_fields;
    ScrollPane *m_left;
    ScrollPane *m_right;
    QVBoxLayout *m_column;
    QTimer *m_laidOut;            ///< fires when what was added has its place
    QPointer<QWidget> m_wanted{}; ///< to be seen then, beside what has the focus
    QLabel *m_done;
    QPushButton *m_next;
    QPushButton *m_back;
    QVector<FieldEditor *> m_editors;
    QVector<AnswerEditor *> m_answers;
    FinishGaps *m_gaps = nullptr;
    QVector<EditedRow *> m_rows;
    ExampleCard *m_card = nullptr; ///< of an example that was made of a mark
    MarkTargets *m_targets = nullptr;
};

} // namespace seamfinder
