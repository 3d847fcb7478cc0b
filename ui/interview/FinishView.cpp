#include "ui/interview/FinishView.h"

#include "core/interview/InterviewPlace.h"
#include "core/interview/InterviewSession.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/FocusFrame.h"
#include "ui/common/KeyHint.h"
#include "ui/common/ScrollPane.h"
#include "ui/common/TabOrder.h"
#include "ui/interview/ExampleLabel.h"
#include "ui/interview/FinishEnd.h"
#include "ui/interview/FinishFields.h"
#include "ui/interview/FinishStory.h"
#include "ui/shell/Messages.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
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

FinishView::FinishView(InterviewSession &session, CodebookCache &codebook, Messages &messages,
                       QWidget *parent)
    : FocusRing(parent)
    , m_session(session)
    , m_codebook(codebook)
    , m_walk(session)
    , m_story(new FinishStory(session, messages))
    , m_fields(new FinishFields(session, codebook))
    , m_left(scrolled(m_story))
    , m_right(scrolled(m_fields))
    , m_laidOut(new QTimer(this))
    , m_count(new QLabel(this))
    , m_close(new QPushButton(tr("Back to the questions"), this))
    , m_next(new QPushButton(tr("Next"), this))
    , m_back(new QPushButton(tr("Back"), this))
{
    setAccessibleName(tr("Open fields"));
    new FocusFrame(this);
    m_laidOut->setSingleShot(true);
    layOut();
    connect(m_laidOut, &QTimer::timeout, this, &FinishView::scrollToFocus);
    connect(m_close, &QPushButton::clicked, this, &FinishView::closed);
    connect(m_next, &QPushButton::clicked, this, &FinishView::next);
    connect(m_back, &QPushButton::clicked, this, &FinishView::previous);
    connect(m_fields, &FinishFields::settled, this, [this, &messages](const MarkOutcome &outcome) {
        m_walk.settle(outcome);
        if (outcome.isNew) {
            showOutcome(outcome);
            return;
        }
        // It leads on at once, so it is said what was done.
        messages.show({.text = outcome.example ? tr("Taken as evidence for %1. Ctrl+Z takes it back.")
                                                     .arg(shownNameQuoted(m_session, Entity::Example,
                                                                          outcome.example.value))
                                               : tr("Nothing more of that mark. Ctrl+Z takes it back."),
                       .of = this});
        next();
    });
    connect(m_story, &FinishStory::transcriptAdded, this, &FinishView::showAddedTranscript);
    connect(m_fields, &FinishFields::finished, this, &FinishView::next);
    connect(m_fields, &FinishFields::wordsKept, this,
            [this, &messages](const QString &sentence) { messages.show({.text = sentence, .of = this}); });
    connect(m_fields, &FinishFields::cardDeleted, this, &FinishView::showMarkAgain);
    connect(m_fields, &FinishFields::cardBinned, this,
            [this, &messages] { messages.show({.text = binnedText(), .of = this}); });
    connect(m_fields, &FinishFields::gapAdded, this, [this](QWidget *card) {
        m_wanted = card;
        m_laidOut->start();
    });
    connect(&session, &InterviewSession::changed, this, &FinishView::followSession,
            Qt::QueuedConnection); // the button that locks goes with its page
    followKeys(*this, [this] { showCount(); });
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        if (now && isVisible() && isAncestorOf(now))
            m_laidOut->start(); // a field that grows as it is entered is seen as a whole
    });
}

void FinishView::layOut()
{
    m_count->setObjectName(u"finishCount"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_close->setObjectName(u"finishClose"_s);
    m_close->setFlat(true);
    m_close->setToolTip(tr("Esc"));
    m_next->setObjectName(u"finishNext"_s);
    keepToolTip(*m_next, {}, KeyCommand::NextQuestion);
    m_back->setObjectName(u"finishBack"_s);
    keepToolTip(*m_back, {}, KeyCommand::PreviousQuestion);
    auto *panes = new QHBoxLayout;
    panes->addWidget(m_left, 1);
    panes->addWidget(m_right, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_close);
    buttons->addStretch(1);
    buttons->addWidget(m_count);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(28, 18, 28, 14);
    whole->setSpacing(12);
    whole->addLayout(panes, 1);
    whole->addLayout(buttons);
}

void FinishView::begin()
{
    m_locked = m_session.isLocked();
    m_walk.begin();
    showHere();
}

void FinishView::goOn()
{
    // Where one was, and with the way back to what was before.
    const bool isSame = m_walk.here() && m_locked == m_session.isLocked() && !m_walk.isDoneElsewhere() &&
                        !m_walk.hasNewMarks();
    m_locked = m_session.isLocked();
    if (isSame) {
        m_walk.dropLost();
        m_walk.renew();
    } else {
        m_walk.begin();
    }
    showHere();
}

void FinishView::writeOn(ExampleId example, const QString &field, GapId gap)
{
    const qint64 row = gap ? gap.value : example.value;
    if (field.isEmpty() || !m_walk.here() || m_walk.here()->example != example)
        return;
    if (!m_story->focusField(field, row) && !m_fields->focusField(field, row)) {
        m_fields->clear(); // with the row that the story is written to
        m_story->showExample(m_fields->context(example), m_fields->rowFor(Entity::Example, example.value));
        m_fields->showCard(example, {});
        orderTabs(this);
        m_fields->focusInCard(field, gap);
    }
    if (auto *text = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget()))
        text->moveCursor(QTextCursor::End);
}

void FinishView::resume()
{
    if (m_walk.dropLost())
        showHere();
    followSession();
    if (!isAncestorOf(QApplication::focusWidget()))
        focusFirst();
}

/// What is noted here opens and settles what comes behind it; a lock ends the walk.
void FinishView::followSession()
{
    if (!isVisible())
        return;
    if (m_locked != m_session.isLocked()) {
        m_locked = m_session.isLocked();
        m_walk.begin();
        m_walk.toEnd();
        showHere();
    } else if (!m_walk.isAtEnd()) {
        m_walk.renew();
        showCount();
    }
}

void FinishView::leaveCard()
{
    const ExampleId example = m_fields->cardExample();
    if (m_fields->dropEmptyCard()) {
        m_walk.leaveOut(example);
        m_walk.unsettle();
    }
}

void FinishView::next()
{
    if (m_fields->takeNow())
        return; // which leads on by itself
    leaveCard();
    if (m_walk.isAtEnd()) {
        Q_EMIT done();
        return;
    }
    m_walk.next();
    showHere();
}

void FinishView::previous()
{
    if (!m_walk.canGoBack() || m_fields->takeNow())
        return;
    leaveCard();
    m_walk.back();
    showHere();
}

ExampleId FinishView::exampleHere() const
{
    if (const ExampleId card = m_fields->cardExample())
        return card;
    return m_walk.here() ? m_walk.here()->example : ExampleId{};
}

bool FinishView::listen()
{
    return m_story->listen();
}

void FinishView::flush()
{
    m_fields->flush();
    m_story->flush();
}

void FinishView::nextTeller()
{
    if (!m_fields->nextTeller())
        m_story->nextTeller();
}

void FinishView::clear()
{
    flush();
    m_story->clear();
    m_fields->clear();
    for (ScrollPane *pane : {m_left, m_right})
        pane->verticalScrollBar()->setValue(0);
}

void FinishView::showHere()
{
    clear();
    showCount();
    if (const FinishStop *stop = m_walk.here())
        showStop(*stop);
    else
        showEnd();
}

void FinishView::showCount()
{
    m_back->setEnabled(m_walk.canGoBack());
    if (m_walk.isAtEnd()) {
        m_next->setText(tr("Close"));
        m_count->clear();
        return;
    }
    m_next->setText(withKey(m_walk.isLast() ? tr("Done") : tr("Next"), KeyCommand::NextQuestion));
    m_count->setText(tr("%1 of %2").arg(m_walk.number()).arg(m_walk.count()));
}

void FinishView::showStop(const FinishStop &stop)
{
    if (const Mark *mark = m_walk.mark()) {
        const MarkOutcome outcome = m_walk.outcome();
        if (m_session.data().example(outcome.example.value)) {
            showOutcome(outcome);
            return;
        }
        m_story->showMark(*mark);
        m_fields->showMark(*mark, m_story->transcript());
        orderTabs(this);
        focusFirst();
        return;
    }
    if (stop.example)
        m_story->showExample(m_fields->context(stop.example),
                             m_fields->rowFor(Entity::Example, stop.example.value));
    else
        m_story->showInterview(tr("About the interview"));
    m_fields->showStop(stop);
    orderTabs(this);
    if (std::any_of(stop.items.begin(), stop.items.end(), FinishFields::isBeside))
        m_story->setFocus();
    else
        focusFirst();
    m_laidOut->start();
}

void FinishView::showOutcome(const MarkOutcome &outcome)
{
    m_fields->clear();
    m_right->verticalScrollBar()->setValue(0);
    m_walk.renew(); // with what is open in it
    showCount();
    const Mark *mark = m_walk.mark();
    if (mark)
        m_story->showOutcome(*mark, outcome); // what it is about, while its fields are filled in
    else
        m_story->clear();
    m_fields->showCard(outcome.example, mark && outcome.isNew ? mark->id : MarkId{});
    orderTabs(this);
}

void FinishView::showMarkAgain()
{
    m_walk.unsettle();
    m_walk.renew();
    showHere();
}

void FinishView::showEnd()
{
    m_story->showText(
        m_session.isLocked() ? tr("The interview is locked.")
        : m_walk.isEmpty()   ? tr("Nothing waits to be filled in here.")
                             : tr("That was the last one."),
        m_catalogue ? tr("The interview is in the catalogue. What you left out stays open there, by name.")
                    : tr("This was a practice: nothing of it is kept."));
    auto *end = new FinishEnd(m_session, m_codebook, m_catalogue, m_fields);
    connect(end, &FinishEnd::readBackWanted, this, &FinishView::readBackWanted);
    connect(end, &FinishEnd::againWanted, this, &FinishView::begin, Qt::QueuedConnection); // its button goes
    connect(end, &FinishEnd::catalogueWanted, this, &FinishView::catalogueWanted);
    m_fields->showEnd(end);
    orderTabs(this);
    m_next->setFocus();
}

void FinishView::keyPressEvent(QKeyEvent *event)
{
    // Here comes what nothing inside has taken.
    if (!m_story->typeOn(*event))
        FocusRing::keyPressEvent(event);
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
    if (!isVisible())
        return;
    m_story->find();
}

void FinishView::showTranscript()
{
    if (!isVisible())
        return;
    m_story->showTranscript();
    orderTabs(this);
    m_laidOut->start();
}

void FinishView::showAddedTranscript(bool wanted)
{
    const QPointer<QWidget> writing = wanted ? nullptr : QApplication::focusWidget();
    if (m_fields->asksAboutMark())
        showHere(); // words of it can be taken now
    showTranscript();
    if (writing && writing->isVisible())
        writing->setFocus(Qt::OtherFocusReason);
}

void FinishView::follow(const InterviewPlace &place)
{
    // The session learns of the same undo, perhaps after this.
    QTimer::singleShot(0, this, [this, place] { showStopOf(place); });
}

void FinishView::showStopOf(const InterviewPlace &place)
{
    if (!isVisible() || m_session.isLocked())
        return;
    const ExampleId card = m_fields->cardExample();
    bool isElsewhere = m_walk.dropLost();
    if (!isElsewhere && card && !m_session.data().example(card.value)) {
        showMarkAgain(); // what was made of the mark is undone: it waits again
        return;
    }
    isElsewhere = isElsewhere || m_walk.goToReopenedMark(place);
    if (!isElsewhere && m_walk.settleRedone()) {
        m_walk.outcome().example ? showHere() : next();
        return;
    }
    const bool isThere = card ? card == place.example : m_walk.isAt(place);
    if (isElsewhere || (!isThere && m_walk.goTo(place)))
        showHere();
}

void FinishView::focusFirst()
{
    if (m_fields->focusFirst())
        return;
    if (const FinishStop *stop = m_walk.here(); stop && stop->example)
        m_story->setFocus();
    else
        m_next->setFocus();
}

} // namespace seamfinder
