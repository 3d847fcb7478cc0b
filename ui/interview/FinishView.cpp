#include "ui/interview/FinishView.h"

#include "core/domain/Fields.h"
#include "core/interview/InterviewPlace.h"
#include "core/interview/InterviewSession.h"
#include "ui/common/EditedRow.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/FieldEditor.h"
#include "ui/common/FocusFrame.h"
#include "ui/common/ScrollPane.h"
#include "ui/common/TabOrder.h"
#include "ui/interview/AnswerEditor.h"
#include "ui/interview/FinishEnd.h"
#include "ui/interview/FinishGaps.h"
#include "ui/interview/FinishStory.h"
#include "ui/interview/InterviewContext.h"
#include "ui/interview/MarkTargets.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
ScrollPane *scrolled(QWidget *page)
{
    auto *scroll = new ScrollPane;
    scroll->setWidget(page);
    return scroll;
}
} // namespace

FinishView::FinishView(InterviewSession &session, CodebookCache &codebook, QWidget *parent)
    : FocusRing(parent)
    , m_session(session)
    , m_codebook(codebook)
    , m_story(new FinishStory(session))
    , m_fields(new QWidget)
    , m_left(scrolled(m_story))
    , m_right(scrolled(m_fields))
    , m_column(new QVBoxLayout(m_fields))
    , m_laidOut(new QTimer(this))
    , m_done(new QLabel(this))
    , m_next(new QPushButton(tr("Next"), this))
    , m_back(new QPushButton(tr("Back"), this))
{
    setAccessibleName(tr("Open fields"));
    new FocusFrame(this);
    m_laidOut->setSingleShot(true);
    connect(m_laidOut, &QTimer::timeout, this, &FinishView::scrollToFocus);
    m_done->setForegroundRole(QPalette::PlaceholderText);
    m_column->setSpacing(14);
    m_column->setContentsMargins(9, 0, 9, 0); // on one line with the story

    auto *panes = new QHBoxLayout;
    panes->addWidget(m_left, 1);
    panes->addWidget(m_right, 1);
    auto *buttons = new QHBoxLayout;
    auto *close = new QPushButton(tr("Back to the questions"), this);
    close->setObjectName(u"finishClose"_s);
    close->setFlat(true);
    buttons->addWidget(close);
    buttons->addStretch(1);
    buttons->addWidget(m_done);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    m_next->setToolTip(tr("Ctrl+Enter"));
    m_back->setToolTip(tr("Ctrl+PgUp"));
    m_next->setObjectName(u"finishNext"_s);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(28, 18, 28, 14);
    whole->setSpacing(12);
    whole->addLayout(panes, 1);
    whole->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, [this] {
        flush();
        Q_EMIT closed();
    });
    connect(m_next, &QPushButton::clicked, this, &FinishView::next);
    connect(m_back, &QPushButton::clicked, this, &FinishView::previous);
    connect(&session, &InterviewSession::changed, this, &FinishView::followLock,
            Qt::QueuedConnection); // the button that locks goes with its page
}

void FinishView::begin()
{
    readQueue();
    show(m_queue.isEmpty() ? -1 : 0);
}

void FinishView::readQueue()
{
    m_locked = m_session.isLocked();
    m_settled.clear();
    m_queue = m_locked ? QVector<FinishStop>() : finishQueue(m_session.flow(), m_session.answers());
}

void FinishView::followLock()
{
    if (!isVisible() || m_locked == m_session.isLocked())
        return;
    readQueue();
    show(-1);
}

void FinishView::next()
{
    if (m_at < 0) {
        Q_EMIT closed();
        return;
    }
    int next = m_at + 1;
    if (const MarkId here = m_queue[m_at].mark) {
        // Examples were made on the way: what is open in them comes now. Marks are in order of time.
        m_queue = openStops();
        const auto behind = std::find_if(m_queue.begin(), m_queue.end(), [here](const FinishStop &stop) {
            return !stop.mark || stop.mark > here;
        });
        next = int(behind - m_queue.begin());
    }
    if (next < m_queue.size()) {
        show(next);
    } else {
        flush();
        // What was left out on the way comes round again only when asked for.
        show(-1);
    }
}

void FinishView::settle()
{
    if (m_at >= 0)
        m_settled.append(m_queue[m_at].mark);
    next();
}

/// Without the marks that were settled here: the file may not say so yet.
QVector<FinishStop> FinishView::openStops() const
{
    QVector<FinishStop> open = finishQueue(m_session.flow(), m_session.answers());
    open.removeIf([this](const FinishStop &stop) { return stop.mark && m_settled.contains(stop.mark); });
    return open;
}

void FinishView::previous()
{
    if (m_at > 0)
        show(m_at - 1);
    else if (m_at < 0 && !m_queue.isEmpty())
        show(int(m_queue.size()) - 1);
}

void FinishView::flush()
{
    for (FieldEditor *editor : m_editors)
        editor->flush();
    for (AnswerEditor *answer : m_answers)
        answer->flush();
    if (m_gaps)
        m_gaps->flush();
    if (m_card)
        m_card->flush();
    m_story->flush();
}

void FinishView::clear()
{
    flush();
    m_story->clear();
    m_gaps = nullptr;
    m_editors.clear();
    m_answers.clear();
    m_card = nullptr;
    m_targets = nullptr;
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (EditedRow *row : m_rows)
        row->deleteLater();
    m_rows.clear();
    for (ScrollPane *pane : {m_left, m_right})
        pane->verticalScrollBar()->setValue(0);
}

EditedRow *FinishView::rowFor(Entity entity, qint64 id)
{
    for (EditedRow *row : m_rows) {
        if (row->entity() == entity && row->id() == id)
            return row;
    }
    m_rows.append(new EditedRow(m_session.study(), entity, id, this));
    return m_rows.last();
}

EditorContext FinishView::context() const
{
    return interviewContext(m_session, m_codebook, CodingStage::After, m_session.isLocked());
}

void FinishView::addItem(const FinishItem &item)
{
    const Flow &flow = m_session.flow();
    const int index = item.ref ? flow.indexOf(*item.ref) : -1;
    const QString asked = index < 0 ? QString() : flow.say(flow.steps()[index]);
    const bool direct = item.field && (item.gap || item.example || item.field->entity == Entity::Practice);
    if (direct) {
        const qint64 row = item.gap                                 ? item.gap.value
                           : item.field->entity == Entity::Practice ? flow.steps()[index].fieldRow
                                                                    : item.example.value;
        auto *editor = new FieldEditor(context(), *item.field, rowFor(item.field->entity, row),
                                       FieldEditor::Look::Block, m_fields);
        if (item.gap) {
            const QString title = m_session.answers().rowTitle(Entity::Gap, item.gap.value);
            editor->setLabel(title.isEmpty()
                                 ? label(*item.field)
                                 : tr("%1: %2").arg(fontMetrics().elidedText(title, Qt::ElideRight, 260),
                                                    label(*item.field)));
        }
        editor->setToolTip(asked);
        m_editors.append(editor);
        m_column->addWidget(editor);
        return;
    }
    if (index < 0)
        return;
    auto *name = new QLabel(asked, m_fields);
    name->setWordWrap(true);
    name->setForegroundRole(QPalette::PlaceholderText);
    auto *answer = new AnswerEditor(m_session, m_fields);
    answer->showQuestion(*item.ref);
    m_answers.append(answer);
    m_column->addWidget(name);
    m_column->addWidget(answer);
}

const Mark *FinishView::markOf(const FinishStop &stop) const
{
    for (const Mark &mark : m_session.data().marks) {
        if (mark.id == stop.mark)
            return &mark;
    }
    return nullptr;
}

void FinishView::showMark(const Mark &mark)
{
    m_story->showMark(mark);
    auto *targets = new MarkTargets(m_session, mark, m_fields);
    connect(
        targets, &MarkTargets::settled, this,
        [this](ExampleId example, const QString &words) {
            if (example)
                showNewExample(example, words);
            else
                settle();
        },
        Qt::QueuedConnection); // the list that said so goes with it
    m_targets = targets;
    m_column->addWidget(targets);
}

void FinishView::showNewExample(ExampleId example, const QString &words)
{
    clear();
    if (const Mark *mark = m_at < 0 ? nullptr : markOf(m_queue[m_at]))
        m_story->showMark(*mark, words); // what it is about, while its fields are filled in
    m_card = new ExampleCard(interviewContext(m_session, m_codebook, m_session.stage()), m_fields);
    m_card->setClosable(false);
    m_column->addWidget(m_card, 1);
    m_card->showExample(example);
    m_card->focusFirst();
    // Undone, or thought better of: the mark is there again.
    connect(
        m_card, &ExampleCard::deleted, this,
        [this, card = m_card] {
            if (m_card == card)
                show(m_at);
        },
        Qt::QueuedConnection);
    orderTabs(this);
}

void FinishView::showEnd()
{
    m_story->showText(m_session.isLocked() ? tr("The interview is locked.")
                      : m_queue.isEmpty()  ? tr("Nothing is open.")
                                           : tr("That was the last one."),
                      tr("The interview is in the catalogue. What you left out stays open there, by name."));
    auto *end = new FinishEnd(m_session, m_codebook, m_catalogue, m_fields);
    connect(end, &FinishEnd::readBackWanted, this, &FinishView::readBackWanted);
    connect(end, &FinishEnd::catalogueWanted, this, &FinishView::catalogueWanted);
    m_column->addWidget(end);
    end->show(); // at once, so that Tab finds its buttons: a layout would show it a moment later
    m_column->addStretch(1);
    m_next->setText(tr("Close"));
    m_done->clear();
    orderTabs(this);
    m_next->setFocus();
}

void FinishView::show(int stop)
{
    clear();
    m_at = stop;
    m_back->setEnabled(stop != 0 && !m_queue.isEmpty());
    if (stop < 0) {
        showEnd();
        return;
    }
    const FinishStop &now = m_queue[stop];
    m_next->setText(stop + 1 < m_queue.size() ? tr("Next  (Ctrl+Enter)") : tr("Done  (Ctrl+Enter)"));
    m_done->setText(tr("%1 of %2").arg(stop + 1).arg(m_queue.size()));
    if (const Mark *mark = markOf(now)) {
        showMark(*mark);
        orderTabs(this);
        focusFirst();
        return;
    }
    if (now.example)
        m_story->showExample(context(), rowFor(Entity::Example, now.example.value));
    else
        m_story->showText(tr("About the interview"), {});
    const auto isAtLeft = [](const FinishItem &item) {
        return item.field && (*item.field == fields::example::title || *item.field == fields::example::story);
    };
    for (const FinishItem &item : now.items) {
        if (now.example && !m_gaps && !item.core)
            addGaps(now.example);
        if (!isAtLeft(item))
            addItem(item);
    }
    if (now.example && !m_gaps)
        addGaps(now.example);
    m_column->addStretch(1);
    orderTabs(this);
    if (std::any_of(now.items.begin(), now.items.end(), isAtLeft))
        m_story->setFocus();
    else
        focusFirst();
    m_laidOut->start();
}

/// Behind what the example is open without: a gap is part of its sentence.
void FinishView::addGaps(ExampleId example)
{
    m_gaps = new FinishGaps(context(), example, m_fields);
    m_column->addWidget(m_gaps);
    connect(m_gaps, &FinishGaps::added, this, [this](QWidget *card) {
        m_wanted = card;
        m_laidOut->start();
    });
}

void FinishView::scrollToFocus()
{
    bringIntoView(std::exchange(m_wanted, nullptr));
    bringIntoView(QApplication::focusWidget());
}

void FinishView::bringIntoView(QWidget *part)
{
    for (ScrollPane *pane : {m_left, m_right}) {
        if (part && pane->widget()->isAncestorOf(part))
            pane->ensureWidgetVisible(part);
    }
}

QList<QWidget *> FinishView::panes() const
{
    return {m_left, m_right};
}

void FinishView::find()
{
    if (m_targets && isVisible())
        m_targets->find();
}

void FinishView::follow(const InterviewPlace &place)
{
    // The session learns of the same undo, perhaps after this.
    QTimer::singleShot(0, this, [this, place] { showStopOf(place); });
}

/// Leaves out the examples that are no more. True if one of them was being shown.
bool FinishView::dropLostStops()
{
    const auto isLost = [this](const FinishStop &stop) {
        return stop.example && !m_session.data().example(stop.example.value);
    };
    const bool here = m_at >= 0 && isLost(m_queue[m_at]);
    if (m_at > 0)
        m_at -= int(std::count_if(m_queue.begin(), m_queue.begin() + m_at, isLost));
    m_queue.removeIf(isLost);
    return here;
}

void FinishView::showStopOf(const InterviewPlace &place)
{
    if (!isVisible() || m_session.isLocked())
        return;
    if (dropLostStops()) {
        show(m_at < m_queue.size() ? m_at : -1);
        return;
    }
    if (m_card && !m_session.data().example(m_card->example().value)) {
        show(m_at); // what was made of the mark is undone: it waits again
        return;
    }
    const auto isLeftOut = [this](const Mark &mark) {
        return !mark.done && std::none_of(m_queue.begin(), m_queue.end(),
                                          [&mark](const FinishStop &stop) { return stop.mark == mark.id; });
    };
    const QVector<Mark> &marks = m_session.data().marks;
    if (const auto back = std::find_if(marks.begin(), marks.end(), isLeftOut); back != marks.end()) {
        m_settled.removeAll(back->id);
        m_queue = openStops();
        const auto stop = std::find_if(m_queue.begin(), m_queue.end(),
                                       [id = back->id](const FinishStop &each) { return each.mark == id; });
        show(int(stop - m_queue.begin()));
        return;
    }
    const QVector<FinishStop> open = openStops();
    const auto isMeant = [&place](const FinishStop &stop) {
        return (place.example && stop.example == place.example) ||
               std::any_of(stop.items.begin(), stop.items.end(), [&place](const FinishItem &item) {
                   return place.question && item.ref == place.question;
               });
    };
    const bool isShown = m_card ? m_card->example() == place.example : m_at >= 0 && isMeant(m_queue[m_at]);
    const auto stop = std::find_if(m_queue.begin(), m_queue.end(), isMeant);
    if (isShown || stop == m_queue.end())
        return;
    // With what the undo opened again.
    const auto now = std::find_if(open.begin(), open.end(), [&stop](const FinishStop &each) {
        return each.example == stop->example && each.mark == stop->mark;
    });
    if (now != open.end())
        *stop = *now;
    show(int(stop - m_queue.begin()));
}

void FinishView::focusFirst()
{
    if (m_card)
        m_card->focusFirst();
    else if (m_targets)
        m_targets->setFocus();
    else if (!m_editors.isEmpty())
        m_editors.first()->setFocus();
    else if (!m_answers.isEmpty())
        m_answers.first()->setFocus();
    else if (m_gaps && m_queue[m_at].items.isEmpty())
        m_gaps->setFocus();
    else if (m_at >= 0 && m_queue[m_at].example)
        m_story->setFocus();
    else
        m_next->setFocus();
}

} // namespace seamfinder
