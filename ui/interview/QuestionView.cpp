#include "ui/interview/QuestionView.h"

#include "core/interview/InterviewSession.h"
#include "ui/common/ScrollPane.h"
#include "ui/interview/AnswerEditor.h"
#include "ui/interview/NeighbourLine.h"
#include "ui/interview/QuestionBlock.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int widestColumn = 780;
}

QuestionView::QuestionView(InterviewSession &session, QWidget *parent)
    : AskingView(parent)
    , m_session(session)
    , m_before(new NeighbourLine(NeighbourLine::Side::Before, this))
    , m_scroll(new ScrollPane(this))
    , m_block(new QuestionBlock(session, this))
    , m_after(new NeighbourLine(NeighbourLine::Side::After, this))
{
    setAccessibleName(tr("Question"));
    m_before->showKey();
    m_after->showKey();
    auto *centred = new QWidget(m_scroll);
    auto *middle = new QHBoxLayout(centred);
    middle->setContentsMargins(28, 12, 28, 12);
    m_block->setMaximumWidth(widestColumn);
    auto *column = new QVBoxLayout;
    column->addWidget(m_block);
    column->addStretch(1);
    middle->addStretch(1);
    middle->addLayout(column, 100);
    middle->addStretch(1);
    m_scroll->setWidget(centred);
    centred->installEventFilter(this);
    m_scroll->viewport()->installEventFilter(this);

    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_before);
    whole->addWidget(m_scroll, 1);
    whole->addWidget(m_after);

    connect(m_before, &QPushButton::clicked, this, &QuestionView::goPrevious);
    connect(m_after, &QPushButton::clicked, this, &QuestionView::goNext);
    connect(m_block, &QuestionBlock::confirmed, this, &QuestionView::goNext);
    connect(m_block, &QuestionBlock::cardWanted, this, &QuestionView::cardWanted);
    connect(m_block, &QuestionBlock::wordsKept, this, &QuestionView::wordsKept);
    connect(m_block, &QuestionBlock::waits, this, &QuestionView::waits);
    connect(&session, &InterviewSession::changed, this, &QuestionView::refresh);
    connect(&session, &InterviewSession::currentChanged, this, [this] {
        refresh();
        if (m_active)
            focusAnswer();
    });
    refresh();
    m_block->setCaret(session.caret()); // as it was stored
}

bool QuestionView::eventFilter(QObject *watched, QEvent *event)
{
    const bool pageChanged = watched == m_scroll->widget() && event->type() == QEvent::LayoutRequest;
    const bool paneChanged = watched == m_scroll->viewport() && event->type() == QEvent::Resize;
    if (pageChanged || paneChanged)
        giveRoom();
    return AskingView::eventFilter(watched, event);
}

void QuestionView::giveRoom()
{
    AnswerInput *input = answer()->input();
    QLayout *page = m_scroll->widget()->layout();
    if (!input || !page || m_givesRoom)
        return;
    const QScopedValueRollback gives(m_givesRoom, true);
    // From the inside out: until these are heard, the page counts with the height that the answer had before.
    for (QWidget *each = input; each != m_scroll->viewport(); each = each->parentWidget())
        QCoreApplication::sendPostedEvents(each, QEvent::LayoutRequest);
    const QSize pane = m_scroll->viewport()->size();
    const int needed =
        page->hasHeightForWidth() ? page->totalHeightForWidth(pane.width()) : page->totalSizeHint().height();
    input->setRoom(pane.height() - (needed - input->sizeHint().height()));
}

void QuestionView::setActive(bool active)
{
    const bool comesBack = active && !std::exchange(m_active, active);
    m_active = active;
    refresh();
    if (comesBack)
        m_block->setCaret(m_session.caret()); // the other view had it
}

AnswerEditor *QuestionView::answer() const
{
    return m_block->answer();
}

void QuestionView::refresh()
{
    const Step *step = m_active ? m_session.currentStep() : nullptr;
    if (!step)
        return;
    if (step->ref != m_block->ref())
        m_block->showQuestion(step->ref);
    else
        m_block->refresh();
    showNeighbours();
}

void QuestionView::showNeighbours()
{
    const Flow &flow = m_session.flow();
    const auto show = [&](NeighbourLine *line, int index, const QString &end) {
        index < 0 ? line->showEnd(end) : line->showNeighbour(flow.say(flow.steps()[index]));
    };
    show(m_before, m_session.previousIndex(), tr("This is the beginning."));
    show(m_after, m_session.nextIndex(), tr("This is the end. Finish shows what is still open."));
}

void QuestionView::focusAnswer()
{
    m_block->focusAnswer();
}

void QuestionView::caretToEnd()
{
    m_block->caretToEnd();
}

void QuestionView::flush()
{
    m_block->flush();
}

void QuestionView::toggleMissing()
{
    m_block->toggleMissing();
}

void QuestionView::nextSpeaker()
{
    m_block->nextSpeaker();
}

void QuestionView::editNote()
{
    m_block->editNote();
}

void QuestionView::goNext()
{
    m_block->answer()->settle();
    m_block->answer()->takeSuggestion();
    flush();
    if (m_session.nextIndex() >= 0)
        Q_EMIT waits();
    m_session.goNext();
}

void QuestionView::goPrevious()
{
    m_block->answer()->settle();
    flush();
    if (m_session.previousIndex() >= 0)
        Q_EMIT waits();
    m_session.goPrevious();
}

bool QuestionView::addAnother()
{
    return m_block->addAnother();
}

Passage QuestionView::wordsToMark(MarkKind kind) const
{
    return m_block->wordsToMark(kind);
}

} // namespace seamfinder
