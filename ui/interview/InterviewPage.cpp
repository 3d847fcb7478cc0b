#include "ui/interview/InterviewPage.h"

#include "core/interview/InterviewPlace.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/Colors.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/InterviewState.h"
#include "ui/common/TermPicker.h"
#include "ui/interview/ConsentStrip.h"
#include "ui/interview/FinishView.h"
#include "ui/interview/FocusRing.h"
#include "ui/interview/GoToItems.h"
#include "ui/interview/InterviewClock.h"
#include "ui/interview/InterviewContext.h"
#include "ui/interview/LanguageButton.h"
#include "ui/interview/LockStrip.h"
#include "ui/interview/MarkStrip.h"
#include "ui/interview/OutlineView.h"
#include "ui/interview/ParticipantWindow.h"
#include "ui/interview/PauseStrip.h"
#include "ui/interview/ProbesPane.h"
#include "ui/interview/QuestionView.h"
#include "ui/interview/ReadBackView.h"
#include "ui/interview/SectionView.h"
#include "ui/interview/TimelineView.h"
#include "ui/interview/TranscriptPane.h"
#include "ui/interview/TypeAhead.h"
#include "ui/shell/Messages.h"

#include <QApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int outlineWidth = 300;
constexpr int narrowBelowCharacters = 160; // 1120 pixels at the usual size of text
} // namespace

InterviewPage::InterviewPage(StudySession &study, CodebookCache &codebook, Messages &messages,
                             InterviewId interview, bool practice, QWidget *parent)
    : QWidget(parent)
    , m_study(study)
    , m_codebook(codebook)
    , m_messages(messages)
    , m_interview(
          new InterviewSession(study, std::make_shared<const Codebook>(codebook.codebook()), interview, this))
    , m_views(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_outline(new OutlineView(*m_interview, this))
    , m_middle(new QStackedWidget(this))
    , m_question(new QuestionView(*m_interview, this))
    , m_side(new QStackedWidget(this))
    , m_probes(new ProbesPane(*m_interview, this))
    , m_transcript(new TranscriptPane(*m_interview, messages, this))
    , m_timeline(new TimelineView(*m_interview, this))
    , m_cardRing(new FocusRing(this))
    , m_finish(new FinishView(*m_interview, codebook, this))
    , m_readBack(new ReadBackView(*m_interview, codebook, this))
    , m_mark(new MarkStrip(this))
    , m_typeAhead(new TypeAhead(*this))
    , m_jump(new TermPicker(TermPicker::Mode::Single, this))
    , m_title(new QLabel(this))
    , m_clock(new InterviewClock(*m_interview, this))
    , m_language(new LanguageButton(*m_interview, this))
    , m_pause(new PauseStrip(*m_interview, this))
    , m_consent(new ConsentStrip(*m_interview, {study, codebook}, practice, this))
    , m_lock(new LockStrip(*m_interview, this))
    , m_pauseButton(new QPushButton(tr("Pause"), this))
    , m_finishButton(new QPushButton(tr("Finish"), this))
{
    auto *ring = new QVBoxLayout(m_cardRing);
    ring->setContentsMargins(0, 0, 0, 0);
    makeCard();
    m_side->addWidget(m_probes);
    m_side->addWidget(m_transcript);
    m_side->addWidget(m_timeline);
    m_side->addWidget(m_cardRing);
    m_splitter->addWidget(m_outline);
    m_middle->addWidget(m_question);
    m_splitter->addWidget(m_middle);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setSizes({outlineWidth, 700, 370});
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_middle->setMinimumWidth(320);
    m_views->addWidget(m_splitter);
    m_views->addWidget(m_finish);
    m_views->addWidget(m_readBack);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(strip(practice));
    whole->addWidget(m_consent);
    whole->addWidget(m_pause);
    whole->addWidget(m_lock);
    whole->addWidget(m_views, 1);

    m_jump->setWhat(tr("Go to"));
    m_jump->hide();
    connect(m_jump, &TermPicker::picked, this, [this](qint64 index) {
        const auto &steps = m_interview->flow().steps();
        if (index > 0 && index <= steps.size())
            m_interview->goTo(steps[index - 1].ref);
        focusQuestion();
    });
    connect(m_clock, &InterviewClock::ticked, m_outline, &OutlineView::showTimes);
    connect(m_interview, &InterviewSession::currentChanged, m_typeAhead, &TypeAhead::release,
            Qt::QueuedConnection);
    hear(*m_question);
    connect(m_mark, &MarkStrip::chosen, this, &InterviewPage::keepMark);
    connect(m_probes, &ProbesPane::exampleWanted, this,
            [this](qint64 example) { openExample(ExampleId{example}); });
    connect(m_probes, &ProbesPane::pageChosen, this, &InterviewPage::examplesChosen);
    connect(m_transcript, &TranscriptPane::exampleCreated, this,
            [this](qint64 example) { openExample(ExampleId{example}); });
    const auto backToQuestions = [this] {
        m_views->setCurrentWidget(m_splitter);
        focusQuestion();
    };
    connect(m_finish, &FinishView::closed, this, backToQuestions);
    connect(m_readBack, &ReadBackView::closed, this, backToQuestions);
    connect(m_finish, &FinishView::readBackWanted, this, &InterviewPage::readBack);
    connect(m_finish, &FinishView::catalogueWanted, this, &InterviewPage::catalogueWanted);
    connect(&codebook, &CodebookCache::changed, m_interview,
            [this] { m_interview->setCodebook(std::make_shared<const Codebook>(m_codebook.codebook())); });
    connect(m_consent, &ConsentStrip::closed, this, &InterviewPage::focusQuestion);
    connect(m_pause, &PauseStrip::leftAlone, this, &InterviewPage::focusQuestion);
    connect(m_consent, &ConsentStrip::withdrawalWanted, this, &InterviewPage::withdrawalWanted);
    connect(m_interview, &InterviewSession::gone, this, &InterviewPage::gone);
    connect(m_interview, &InterviewSession::changed, this, &InterviewPage::refresh);
    m_state = m_interview->state();
    m_declined = m_interview->isDeclined();
    refresh();
    m_interview->begin();
}

InterviewPage::~InterviewPage()
{
    // Editors write what is pending when they go; the interview they write to goes last.
    leaveCard();
    delete m_views;
}

QWidget *InterviewPage::strip(bool practice)
{
    auto *bar = new QWidget(this);
    bar->setAutoFillBackground(true);
    const Colors &colors = colorsFor(this);
    QPalette palette = bar->palette();
    palette.setColor(QPalette::Window, practice ? colors.warning.background : colors.raised);
    if (practice)
        palette.setColor(QPalette::WindowText, colors.warning.text);
    bar->setPalette(palette);
    m_title->setObjectName(u"interviewTitle"_s);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(14, 5, 10, 5);
    line->addWidget(m_title, 1);
    line->addWidget(m_clock);
    line->addWidget(m_language);
    line->addSpacing(8);
    if (practice) {
        auto *notice = new QLabel(tr("Practice: nothing is kept"), bar);
        notice->setObjectName(u"practiceNotice"_s);
        line->addWidget(notice);
        line->addSpacing(12);
    }
    auto *leave = new QPushButton(practice ? tr("Leave the practice") : tr("All interviews"), bar);
    leave->setObjectName(u"leaveInterview"_s);
    for (QPushButton *button : {m_pauseButton, m_finishButton, leave}) {
        button->setFlat(true);
        button->setFocusPolicy(Qt::NoFocus);
        line->addWidget(button);
    }
    m_pauseButton->setVisible(!practice);
    m_pauseButton->setToolTip(tr("Pause, or go on (Ctrl+Shift+P)"));
    m_finishButton->setToolTip(tr("To what is still open (Ctrl+Alt+Enter)"));
    connect(m_pauseButton, &QPushButton::clicked, this, &InterviewPage::pause);
    connect(m_finishButton, &QPushButton::clicked, this, &InterviewPage::finish);
    connect(leave, &QPushButton::clicked, this, &InterviewPage::closeRequested);
    return bar;
}

void InterviewPage::refresh()
{
    const Interview &interview = m_interview->data().interview;
    const QStringList names(interview.pseudonyms.begin(), interview.pseudonyms.end());
    const StepCounts counts = m_interview->flow().counts();
    QString text = tr("%1  ·  %2  ·  %3 of %4 core questions answered")
                       .arg(names.join(u", "_s), stateLabel(interview.state))
                       .arg(counts.requiredAnswered)
                       .arg(counts.required);
    if (m_interview->isDeclined())
        text =
            tr("%1  ·  does not take part: no answers are kept (Ctrl+Z takes it back; leaving the interview "
               "erases what was said for good)")
                .arg(names.join(u", "_s));
    if (m_state != interview.state || m_sitting == 0) {
        const InterviewTime time = m_interview->time();
        m_sitting = m_interview->isOver() ? int(time.sittings().size())
                                          : time.sittingAt(QDateTime::currentMSecsSinceEpoch());
    }
    if (m_sitting > 1)
        text += m_interview->isOver() ? tr("  ·  in %1 sittings").arg(m_sitting)
                                      : tr("  ·  sitting %1").arg(m_sitting);
    m_title->setText(text);
    const bool writable = m_interview->isWritable();
    const bool paused = interview.state == interview_state::paused;
    m_pauseButton->setEnabled(writable && !m_interview->isDeclined());
    m_pauseButton->setText(m_interview->isOver() ? tr("Open again") : paused ? tr("Go on") : tr("Pause"));
    m_finishButton->setEnabled(m_study.isWritable() && !m_interview->isDeclined());
    if (m_stage != m_interview->stage() || m_locked != m_interview->isLocked())
        makeCard();
    const bool wasDeclined = std::exchange(m_declined, m_interview->isDeclined());
    if (!wasDeclined && m_declined)
        leaveWhatIsNotAsked();
    else if (wasDeclined && !m_declined)
        returnToWhatIsAsked();
    if (std::exchange(m_state, interview.state) != interview.state)
        Q_EMIT stateChanged();
}

// Who takes no part is asked nothing more: no field stays open that would keep an answer.
void InterviewPage::leaveWhatIsNotAsked()
{
    closeCard();
    const Step *here = m_interview->currentStep();
    const int before = m_interview->flow().previous(m_interview->currentIndex());
    m_leftBehind = {};
    if (here && !here->relevant && before >= 0) {
        m_leftBehind = here->ref;
        m_interview->goTo(QuestionRef(m_interview->flow().steps()[before].ref));
    }
    if (m_consent->isVisible())
        m_consent->open(); // the question took the focus
}

// Taken back: everything is as it was before, the place, too.
void InterviewPage::returnToWhatIsAsked()
{
    const QuestionRef before = std::exchange(m_leftBehind, {});
    if (before.question.isEmpty() || !m_interview->goOnTo(before))
        return;
    m_isBack = true; // an undo would now go to where consent is asked for
    QMetaObject::invokeMethod(
        this, [this] { m_isBack = false; }, Qt::QueuedConnection);
    if (m_consent->isVisible())
        m_consent->open();
}

void InterviewPage::hear(AskingView &view)
{
    connect(&view, &AskingView::waits, this, [this] { m_typeAhead->hold(longestWait); });
    connect(&view, &AskingView::cardWanted, this, &InterviewPage::toggleParticipantWindow);
}

AskingView &InterviewPage::asking() const
{
    return m_section ? static_cast<AskingView &>(*m_section) : *m_question;
}

void InterviewPage::setWholeSection(bool whole)
{
    if (whole == (m_section != nullptr))
        return;
    asking().flush();
    const bool focused = m_middle->isAncestorOf(QApplication::focusWidget());
    m_question->setActive(!whole);
    if (whole) {
        m_section = new SectionView(*m_interview, this);
        hear(*m_section);
        m_middle->addWidget(m_section);
        m_middle->setCurrentWidget(m_section);
    } else {
        m_middle->setCurrentWidget(m_question);
        delete std::exchange(m_section, nullptr);
    }
    if (focused)
        asking().focusAnswer();
}

QList<QWidget *> InterviewPage::panes() const
{
    QList<QWidget *> panes{m_outline, m_middle, m_side};
    if (m_views->currentWidget() != m_splitter)
        panes = m_views->currentWidget() == m_finish ? m_finish->panes() : QList<QWidget *>{m_readBack};
    if (m_pause->isVisible())
        panes.prepend(m_pause);
    if (m_consent->isVisible())
        panes.prepend(m_consent);
    if (m_lock->isVisible())
        panes.prepend(m_lock);
    return panes;
}

void InterviewPage::focusQuestion()
{
    if (m_views->currentWidget() == m_finish)
        m_finish->focusFirst();
    else if (m_views->currentWidget() == m_readBack)
        m_readBack->focusFirst();
    else
        asking().focusAnswer();
}

void InterviewPage::flush()
{
    asking().flush();
    m_card->flush();
    m_finish->flush();
    m_readBack->flush();
    m_pause->flush();
    m_interview->savePosition();
}

bool InterviewPage::findInTranscript()
{
    if (m_views->currentWidget() == m_splitter)
        return isTranscriptShown() && m_transcript->find();
    m_finish->find();
    return true; // what is typed next must not become a search of the catalogue
}

bool InterviewPage::isTranscriptShown() const
{
    return m_side->currentWidget() == m_transcript;
}

void InterviewPage::showTranscript(bool show)
{
    leaveCard();
    m_views->setCurrentWidget(m_splitter);
    m_besideCard = show ? static_cast<QWidget *>(m_transcript) : m_probes;
    m_side->setCurrentWidget(m_besideCard);
    show ? m_transcript->focusText() : focusQuestion();
}

void InterviewPage::toggleTimeline()
{
    leaveCard();
    m_views->setCurrentWidget(m_splitter);
    m_besideCard = m_side->currentWidget() == m_timeline ? static_cast<QWidget *>(m_probes) : m_timeline;
    m_side->setCurrentWidget(m_besideCard);
}

void InterviewPage::jump()
{
    m_jump->setItems(goToItems(*m_interview));
    m_jump->setChosen({m_interview->currentIndex() + 1});
    asking().flush();
    m_jump->openAt(m_middle);
}

void InterviewPage::goBack()
{
    asking().flush();
    m_interview->goBack();
}

void InterviewPage::next()
{
    if (m_views->currentWidget() == m_finish)
        m_finish->next();
    else if (m_views->currentWidget() == m_readBack)
        m_readBack->next();
    else
        asking().goNext();
}

void InterviewPage::previous()
{
    if (m_views->currentWidget() == m_finish)
        m_finish->previous();
    else if (m_views->currentWidget() == m_readBack)
        m_readBack->previous();
    else
        asking().goPrevious();
}

void InterviewPage::another()
{
    asking().addAnother();
}

void InterviewPage::note()
{
    asking().editNote();
}

void InterviewPage::recordingStarts()
{
    m_interview->recordingStarts(); // the clock says so, and moves nothing that is being typed
}

void InterviewPage::nextLanguage()
{
    m_language->next();
}

void InterviewPage::nextSpeaker()
{
    asking().flush();
    m_interview->nextSpeaker(m_interview->currentRef());
}

void InterviewPage::toggleFolding()
{
    m_clock->toggleFolding();
}

void InterviewPage::toggleParticipantWindow()
{
    if (!m_cards)
        m_cards = new ParticipantWindow(*m_interview, this);
    if (m_cards->isVisible()) {
        m_cards->close();
        return;
    }
    m_cards->setAttribute(Qt::WA_ShowWithoutActivating);
    m_cards->QWidget::show();
}

void InterviewPage::mark()
{
    if (m_interview->isWritable())
        m_mark->press();
}

void InterviewPage::keepMark(MarkKind kind)
{
    const Passage words = asking().wordsToMark(kind);
    asking().flush();
    m_interview->mark(kind, words);
    m_mark->confirm(kind, m_interview->data().interview.quotes);
}

void InterviewPage::finish()
{
    flush();
    leaveCard();
    m_interview->finish(); // the conversation; complete is another word, and the interviewer's to say
    m_views->setCurrentWidget(m_finish);
    m_finish->begin();
}

void InterviewPage::readBack()
{
    flush();
    leaveCard();
    m_views->setCurrentWidget(m_readBack);
    m_readBack->begin();
}

void InterviewPage::toggleLock()
{
    flush();
    if (!m_interview->isLocked() && !m_interview->isOver())
        m_messages.show({.text = tr("Only an interview whose conversation is over can be locked. Finish it "
                                    "first (Ctrl+Alt+Enter)."),
                         .of = this});
    m_interview->setLocked(!m_interview->isLocked());
}

void InterviewPage::setCatalogue(CatalogueService *catalogue)
{
    m_finish->setCatalogue(catalogue);
}

void InterviewPage::pause()
{
    flush();
    const QString state = m_interview->state();
    if (m_interview->isOver())
        m_interview->reopen();
    else if (state == interview_state::paused)
        m_interview->begin();
    else
        m_interview->pause();
}

void InterviewPage::consent()
{
    if (m_consent->isVisible()) {
        m_consent->close();
        return;
    }
    flush(); // "takes part: no" must find everything that was typed
    m_consent->open();
}

bool InterviewPage::goToPlace(const QString &place)
{
    if (m_isBack && m_interview->refFromPlace(place))
        return true;
    if (m_views->currentWidget() != m_splitter) { // what it was for is told; the place is kept
        const InterviewPlace found = placeIn(*m_interview, place);
        if (found.isHere && m_views->currentWidget() == m_finish)
            m_finish->follow(found);
        return found.isHere;
    }
    if (const auto ref = m_interview->refFromPlace(place)) {
        m_views->setCurrentWidget(m_splitter);
        if (*ref == m_interview->currentRef())
            return true;
        const bool isThere = m_interview->goTo(*ref);
        if (isThere)
            asking().caretToEnd(); // one goes on behind what came back
        return isThere;
    }
    const QString row = place.section(u'#', 0, 0);
    const QString field = place.section(u'#', 1);
    if (const auto example = fromText<ExampleTag>(row);
        example && m_interview->data().example(example->value)) {
        openExample(*example, field);
        return true;
    }
    return false;
}

void InterviewPage::keyPressEvent(QKeyEvent *event)
{
    // Here comes what nothing inside has taken.
    if (event->key() == Qt::Key_Escape && m_consent->isVisible())
        m_consent->close();
    else
        QWidget::keyPressEvent(event);
}

void InterviewPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wasNarrow = m_outline->isNarrow();
    m_outline->setNarrow(event->size().width() < fontMetrics().averageCharWidth() * narrowBelowCharacters);
    if (wasNarrow != m_outline->isNarrow()) {
        // A splitter does not take back by itself what a pane no longer fills.
        QList<int> sizes = m_splitter->sizes();
        const int outline = m_outline->isNarrow() ? m_outline->minimumWidth() : outlineWidth;
        sizes[1] += sizes[0] - outline;
        sizes[0] = outline;
        m_splitter->setSizes(sizes);
    }
    // Behind the layout: the first size of a page is not the one that it gets, and panes that gave way stay
    // so.
    QTimer::singleShot(0, this, &InterviewPage::keepRoomForQuestion);
}

void InterviewPage::keepRoomForQuestion()
{
    QList<int> sizes = m_splitter->sizes();
    const int all = sizes[0] + sizes[1] + sizes[2];
    if (sizes[1] * 2 >= all)
        return;
    const int leastSide = m_side->minimumSizeHint().width();
    const int least = m_outline->minimumWidth();
    const int sides = std::max(all / 2, least + leastSide);
    sizes[0] = std::clamp(sides - std::max(leastSide, sides * 3 / 5), least, std::max(least, sizes[0]));
    sizes[2] = sides - sizes[0];
    sizes[1] = all - sides;
    m_splitter->setSizes(sizes);
}

} // namespace seamfinder
