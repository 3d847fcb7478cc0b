#include "ui/interview/SectionView.h"

#include "core/interview/InterviewSession.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/TabOrder.h"
#include "ui/interview/AnswerEditor.h"
#include "ui/interview/NeighbourLine.h"
#include "ui/interview/QuestionBlock.h"
#include "ui/interview/SteadyScroll.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace seamfinder {

namespace {
constexpr int widestColumn = 780;
constexpr int betweenQuestions = 10;
constexpr int mostChoicesShown = 11;
} // namespace

SectionView::SectionView(InterviewSession &session, QWidget *parent)
    : AskingView(parent)
    , m_session(session)
    , m_before(new NeighbourLine(NeighbourLine::Side::Before, this))
    , m_title(new ElidedLabel({}, this))
    , m_scroll(new SteadyScroll(this))
    , m_page(new QWidget(this))
    , m_column(new QVBoxLayout(m_page))
    , m_after(new NeighbourLine(NeighbourLine::Side::After, this))
{
    setAccessibleName(tr("Questions of the section"));
    QFont title = m_title->font();
    title.setBold(true);
    m_title->setFont(title);
    m_title->setContentsMargins(28, 6, 28, 6);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(betweenQuestions);
    m_page->setMaximumWidth(widestColumn);
    auto *centred = new QWidget(m_scroll);
    auto *middle = new QHBoxLayout(centred);
    middle->setContentsMargins(12, 4, 12, 12);
    auto *column = new QVBoxLayout;
    column->addWidget(m_page);
    column->addStretch(1);
    middle->addStretch(1);
    middle->addLayout(column, 100);
    middle->addStretch(1);
    m_scroll->setWidget(centred);
    m_scroll->setRows(m_page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_before);
    whole->addWidget(m_title);
    whole->addWidget(m_scroll, 1);
    whole->addWidget(m_after);

    connect(m_before, &QPushButton::clicked, this, [this] { goToSection(false); });
    connect(m_after, &QPushButton::clicked, this, [this] { goToSection(true); });
    connect(m_scroll, &SteadyScroll::moved, this, &SectionView::makeNear);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { followFocus(now); });
    connect(&session, &InterviewSession::changed, this, &SectionView::follow);
    connect(&session, &InterviewSession::currentChanged, this, &SectionView::follow);
    follow();
}

SectionView::~SectionView()
{
    qApp->disconnect(this); // the questions go after this, and the focus with them
}

QVector<const Step *> SectionView::stepsToShow() const
{
    QVector<const Step *> result;
    for (const Step &step : m_session.flow().steps()) {
        const bool isCurrent = step.ref == m_session.currentRef(); // a hidden question can be gone to
        const bool asked = step.relevant && !step.folded && step.question->type != QuestionType::Calculated;
        if (step.section == m_section && (asked || isCurrent))
            result.append(&step);
    }
    return result;
}

/// The rows as the flow has them now; those that stay keep their widgets.
void SectionView::follow()
{
    const Step *step = m_session.currentStep();
    if (!step)
        return;
    if (step->section != m_section) {
        flush();
        m_scroll->startAnew();
        m_section = step->section;
    }
    QHash<QuestionRef, Row> before;
    for (const Row &row : std::as_const(m_rows))
        before.insert(row.ref, row);
    m_rows.clear();
    bool anyNew = false;
    QVector<qint64> path;
    for (const Step *each : stepsToShow()) {
        const auto found = before.constFind(each->ref);
        Row row = found == before.cend() ? makeRow(*each) : *found;
        anyNew = anyNew || found == before.cend();
        before.remove(each->ref);
        row.heading = each->ref.instances == path || each->instances.isEmpty()
                          ? QString()
                          : QuestionBlock::placeText(m_session, *each, false);
        path = each->ref.instances;
        m_rows.append(row);
    }
    for (const Row &gone : std::as_const(before)) {
        if (gone.block)
            gone.block->flush();
        m_column->removeWidget(gone.place);
        gone.place->hide();
        gone.place->deleteLater();
    }
    showSection();
    if (anyNew)
        orderTabs(this);
    makeNear();
    if (m_current != m_session.currentRef())
        showCurrent(isVisible());
}

void SectionView::showSection()
{
    for (int i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        if (m_column->indexOf(row.place) != i) {
            m_column->removeWidget(row.place);
            m_column->insertWidget(i, row.place);
        }
        if (row.block)
            row.block->standAmongOthers(row.heading);
    }
    const Flow &flow = m_session.flow();
    m_title->setText(flow.text(flow.protocol().sections[m_section].title));
    showNeighbours();
}

/// The nearest step of another section, -1 if there is none.
int SectionView::stepBeyond(bool forward) const
{
    const Flow &flow = m_session.flow();
    int index = m_session.currentIndex();
    do {
        index = forward ? flow.next(index) : flow.previous(index);
    } while (index >= 0 && flow.steps()[index].section == m_section);
    return index;
}

void SectionView::goToSection(bool forward)
{
    flush();
    if (const int index = stepBeyond(forward); index >= 0)
        m_session.goOnTo(QuestionRef(m_session.flow().steps()[index].ref));
}

void SectionView::showNeighbours()
{
    const Flow &flow = m_session.flow();
    const auto show = [&](NeighbourLine *line, bool forward, const QString &end) {
        const int index = stepBeyond(forward);
        index < 0
            ? line->showEnd(end)
            : line->showNeighbour(flow.text(flow.protocol().sections[flow.steps()[index].section].title));
    };
    show(m_before, false, tr("This is the beginning."));
    show(m_after, true, tr("This is the end. Finish shows what is still open."));
}

SectionView::Row SectionView::makeRow(const Step &step)
{
    Row row{step.ref, new QWidget(m_page), nullptr, {}};
    row.place->setMinimumHeight(estimatedHeight(step));
    row.place->setFocusPolicy(Qt::TabFocus); // Tab that comes here makes the question
    row.place->setAccessibleName(m_session.flow().say(step));
    return row;
}

int SectionView::estimatedHeight(const Step &step) const
{
    constexpr int charactersInLine = 55, linesOfText = 5, padding = 60;
    const Flow &flow = m_session.flow();
    const int line = fontMetrics().height();
    const auto linesOf = [](const QString &text) { return int(text.size() / charactersInLine + 1); };
    int height = padding + linesOf(flow.say(step)) * line * 4 / 3;
    if (!step.question->hint.isEmpty())
        height += line;
    if (!step.question->reword.isEmpty())
        height += line;
    switch (valueKind(step.question->type)) {
    case Value::Kind::Keys:
    case Value::Kind::Number:
    case Value::Kind::Boolean:
        return height + qBound(1, int(choicesToOffer(flow, step).size()), mostChoicesShown) * (line + 16);
    case Value::Kind::Text:
        return height + linesOfText * line;
    default:
        return height + line;
    }
}

void SectionView::make(Row &row)
{
    if (row.block)
        return;
    row.block = new QuestionBlock(m_session, row.place);
    auto *inside = new QVBoxLayout(row.place);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(row.block);
    connect(row.block, &QuestionBlock::confirmed, this, &SectionView::goNext);
    connect(row.block, &QuestionBlock::cardWanted, this, &SectionView::cardWanted);
    connect(row.block, &QuestionBlock::wordsKept, this, &SectionView::wordsKept);
    connect(row.block, &QuestionBlock::waits, this, &SectionView::waits);
    row.block->standAmongOthers(row.heading);
    row.block->showQuestion(row.ref);
    if (!m_settled && row.ref == m_session.currentRef())
        row.block->setCaret(m_session.caret()); // the view before had it, or the file
    row.block->setCurrent(row.ref == m_current);
    row.place->setFocusPolicy(Qt::NoFocus);
    row.place->setMinimumHeight(0);
}

/// What is in sight, and as much again around it.
void SectionView::makeNear()
{
    if (!isVisible())
        return;
    const int height = m_scroll->viewport()->height();
    const int top = -m_scroll->widget()->y();
    bool anyMade = false;
    int from = 0; // counted, not read from the widgets: the layout may not have had its turn
    for (Row &row : m_rows) {
        const int rowHeight = row.block ? row.place->sizeHint().height() : row.place->minimumHeight();
        if (from + rowHeight > top - height && from < top + 2 * height) {
            anyMade = anyMade || !row.block;
            make(row);
        }
        from += rowHeight + betweenQuestions;
    }
    if (anyMade)
        orderTabs(this);
}

SectionView::Row *SectionView::rowOf(const QuestionRef &ref)
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.ref == ref; });
    return found == m_rows.end() ? nullptr : &*found;
}

const SectionView::Row *SectionView::rowOf(const QuestionRef &ref) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.ref == ref; });
    return found == m_rows.end() ? nullptr : &*found;
}

QuestionBlock *SectionView::block(const QuestionRef &ref) const
{
    const Row *row = rowOf(ref);
    return row ? row->block : nullptr;
}

QVector<QuestionRef> SectionView::questions() const
{
    QVector<QuestionRef> refs;
    for (const Row &row : m_rows)
        refs.append(row.ref);
    return refs;
}

bool SectionView::isWhollyInSight(const QuestionRef &ref) const
{
    const Row *row = rowOf(ref);
    if (!row)
        return false;
    const QRect place(row->place->mapTo(this, QPoint()), row->place->size());
    return QRect(m_scroll->mapTo(this, QPoint()), m_scroll->size()).contains(place);
}

void SectionView::showCurrent(bool takeFocus)
{
    if (QuestionBlock *before = current())
        before->setCurrent(false);
    m_current = m_session.currentRef();
    Row *row = rowOf(m_current);
    if (!row)
        return;
    make(*row);
    row->block->setCurrent(true);
    if (isVisible())
        row->place->show(); // one that is new would have the focus only later, and the keys before it
    m_scroll->keep(row->place);
    if (takeFocus && !row->block->isAncestorOf(QApplication::focusWidget()))
        row->block->focusAnswer();
}

void SectionView::followFocus(QWidget *now)
{
    if (!m_settled || !now || !m_page->isAncestorOf(now))
        return;
    while (now->parentWidget() != m_page)
        now = now->parentWidget();
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [now](const Row &row) { return row.place == now; });
    if (found != m_rows.end() && found->ref != m_session.currentRef())
        m_session.goOnTo(QuestionRef(found->ref));
}

void SectionView::resizeEvent(QResizeEvent *event)
{
    AskingView::resizeEvent(event);
    makeNear();
}

void SectionView::showEvent(QShowEvent *event)
{
    AskingView::showEvent(event);
    makeNear();
    showCurrent(false);
    // Who shows this view puts the focus somewhere in it first.
    QTimer::singleShot(0, this, [this] { m_settled = true; });
}

void SectionView::focusAnswer()
{
    if (QuestionBlock *block = current())
        block->focusAnswer();
    m_settled = true;
}

void SectionView::caretToEnd()
{
    if (QuestionBlock *block = current())
        block->caretToEnd();
}

void SectionView::flush()
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.block)
            row.block->flush();
    }
}

void SectionView::toggleMissing()
{
    if (QuestionBlock *block = current())
        block->toggleMissing();
}

void SectionView::nextSpeaker()
{
    if (QuestionBlock *block = current())
        block->nextSpeaker();
}

void SectionView::editNote()
{
    if (QuestionBlock *block = current())
        block->editNote();
}

void SectionView::goNext()
{
    if (QuestionBlock *block = current()) {
        block->answer()->settle();
        block->answer()->takeSuggestion();
    }
    flush();
    if (m_session.nextIndex() >= 0)
        Q_EMIT waits();
    m_session.goNext();
}

void SectionView::goPrevious()
{
    if (QuestionBlock *block = current())
        block->answer()->settle();
    flush();
    if (m_session.previousIndex() >= 0)
        Q_EMIT waits();
    m_session.goPrevious();
}

bool SectionView::addAnother()
{
    QuestionBlock *block = current();
    return block && block->addAnother();
}

Passage SectionView::wordsToMark(MarkKind kind) const
{
    const QuestionBlock *block = current();
    return block ? block->wordsToMark(kind) : Passage{};
}

} // namespace seamfinder
