#include "ui/interview/InterviewPage.h"

#include "core/catalogue/ReadExamples.h"
#include "core/interview/InterviewPlace.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/TermPicker.h"
#include "ui/common/TypedText.h"
#include "ui/interview/ConsentStrip.h"
#include "ui/interview/FinishView.h"
#include "ui/interview/FocusRing.h"
#include "ui/interview/InterviewClock.h"
#include "ui/interview/InterviewContext.h"
#include "ui/interview/InterviewHead.h"
#include "ui/interview/InterviewPanes.h"
#include "ui/interview/LockStrip.h"
#include "ui/interview/MarkStrip.h"
#include "ui/interview/OutlineView.h"
#include "ui/interview/PauseStrip.h"
#include "ui/interview/PeoplePicker.h"
#include "ui/interview/ProbesPane.h"
#include "ui/interview/QuestionView.h"
#include "ui/interview/ReadBackView.h"
#include "ui/interview/SectionView.h"
#include "ui/interview/TimelineView.h"
#include "ui/interview/TranscriptPane.h"
#include "ui/interview/TypeAhead.h"
#include "ui/shell/Messages.h"

#include <QApplication>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
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
    , m_outline(new OutlineView(*m_interview, this))
    , m_middle(new QStackedWidget(this))
    , m_question(new QuestionView(*m_interview, this))
    , m_side(new QStackedWidget(this))
    , m_splitter(new InterviewPanes(m_outline, m_middle, m_side, this))
    , m_probes(new ProbesPane(*m_interview, this))
    , m_transcript(new TranscriptPane(*m_interview, messages, this))
    , m_timeline(new TimelineView(*m_interview, this))
    , m_cardRing(new FocusRing(this))
    , m_finish(new FinishView(*m_interview, codebook, messages, this))
    , m_readBack(new ReadBackView(*m_interview, codebook, this))
    , m_typeAhead(new TypeAhead(*this))
    , m_jump(new TermPicker(TermPicker::Mode::Single, this))
    , m_people(new PeoplePicker(*m_interview, this))
    , m_head(new InterviewHead(*m_interview, practice, this))
    , m_mark(new MarkStrip(m_head))
    , m_pause(new PauseStrip(*m_interview, this))
    , m_consent(new ConsentStrip(*m_interview, {study, codebook}, practice, this))
    , m_lock(new LockStrip(*m_interview, this))
{
    auto *ring = new QVBoxLayout(m_cardRing);
    ring->setContentsMargins(0, 0, 0, 0);
    makeCard();
    m_side->addWidget(m_probes);
    m_side->addWidget(m_transcript);
    m_side->addWidget(m_timeline);
    m_side->addWidget(m_cardRing);
    m_middle->addWidget(m_question);
    m_middle->setMinimumWidth(320);
    m_views->addWidget(m_splitter);
    m_views->addWidget(m_finish);
    m_views->addWidget(m_readBack);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_head);
    whole->addWidget(m_consent);
    whole->addWidget(m_lock);
    whole->addWidget(m_views, 1);
    m_pause->lieOver(*m_middle, *m_views);

    m_jump->setWhat(tr("Go to"));
    m_jump->setCommand(true);
    m_jump->hide();
    connect(m_jump, &TermPicker::picked, this, &InterviewPage::jumpTo);
    connect(m_people, &TermPicker::unmatched, this,
            [this](const QString &words) { keepWords(words, {}, {}); });
    connect(&m_head->clock(), &InterviewClock::ticked, m_outline, &OutlineView::showTimes);
    connect(m_interview, &InterviewSession::currentChanged, m_typeAhead, &TypeAhead::release,
            Qt::QueuedConnection);
    hear(*m_question);
    connect(m_mark, &MarkStrip::chosen, this, &InterviewPage::keepMark);
    connect(m_probes, &ProbesPane::exampleWanted, this,
            [this](qint64 example) { openExample(ExampleId{example}); });
    connect(m_probes, &ProbesPane::pageChosen, this, &InterviewPage::examplesChosen);
    connect(m_transcript, &TranscriptPane::exampleCreated, this,
            [this](qint64 example) { openExample(ExampleId{example}); });
    connect(m_transcript, &TranscriptPane::evidenceTaken, this, [this](const QString &of) {
        m_messages.show({.text = tr("Taken as evidence of “%1”.").arg(of), .of = this});
    });
    connect(m_finish, &FinishView::closed, this, &InterviewPage::backToQuestions);
    connect(m_finish, &FinishView::done, this,
            practice ? &InterviewPage::closeRequested : &InterviewPage::backToQuestions);
    connect(m_readBack, &ReadBackView::closed, this, &InterviewPage::leaveReadBack);
    connect(m_readBack, &ReadBackView::binned, this, &InterviewPage::sayBinned);
    connect(m_finish, &FinishView::readBackWanted, this, &InterviewPage::readBack);
    connect(m_finish, &FinishView::catalogueWanted, this, &InterviewPage::catalogueWanted);
    connect(&codebook, &CodebookCache::changed, m_interview,
            [this] { m_interview->setCodebook(std::make_shared<const Codebook>(m_codebook.codebook())); });
    connect(m_head, &InterviewHead::pauseWanted, this, &InterviewPage::pause);
    connect(m_head, &InterviewHead::finishWanted, this, &InterviewPage::finish);
    connect(m_head, &InterviewHead::leaveWanted, this, &InterviewPage::closeRequested);
    connect(m_consent, &ConsentStrip::closed, this, &InterviewPage::leaveConsent);
    connect(m_pause, &PauseStrip::asks, m_typeAhead, &TypeAhead::release);
    connect(m_pause, &PauseStrip::leftAlone, this, &InterviewPage::focusQuestion);
    connect(m_consent, &ConsentStrip::withdrawalWanted, this, &InterviewPage::withdrawalWanted);
    connect(m_interview, &InterviewSession::gone, this, &InterviewPage::gone);
    connect(m_interview, &InterviewSession::changed, this, &InterviewPage::refresh);
    m_state = m_interview->state();
    m_declined = m_interview->isDeclined();
    refresh();
    m_interview->begin();
    if (m_interview->isWritable()) {
        if (const QString kept = keepOpenSearches(*m_interview); !kept.isEmpty())
            m_messages.show({.text = kept, .of = this});
    }
}

InterviewPage::~InterviewPage()
{
    // Editors write what is pending when they go; the interview they write to goes last.
    leaveCard();
    delete m_jump;
    delete m_people;
    delete m_views;
}

void InterviewPage::refresh()
{
    m_head->refresh();
    translateJump();
    if (m_stage != m_interview->stage() || m_locked != m_interview->isLocked())
        makeCard();
    const bool wasDeclined = std::exchange(m_declined, m_interview->isDeclined());
    if (!wasDeclined && m_declined)
        leaveWhatIsNotAsked();
    else if (wasDeclined && !m_declined)
        returnToWhatIsAsked();
    if (std::exchange(m_state, m_interview->state()) != m_interview->state())
        Q_EMIT stateChanged();
}

// Who takes no part is asked nothing more: no field stays open that would keep an answer.
void InterviewPage::leaveWhatIsNotAsked()
{
    closeCard();
    showQuestions(); // Finish has fields of what was told
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
    connect(&view, &AskingView::wordsKept, this,
            [this](const QString &sentence) { m_messages.show({.text = sentence, .of = this}); });
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

QWidget *InterviewPage::startOf(const QWidget *pane) const
{
    // Beside the question, the lines are what one goes there for; the switch above them is a Tab away.
    return pane == m_side && m_side->currentWidget() == m_probes ? m_probes->currentLine() : nullptr;
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
    if (m_views->currentWidget() == m_finish) {
        m_finish->showTranscript();
        return;
    }
    leaveCard();
    showQuestions();
    m_besideCard = show ? static_cast<QWidget *>(m_transcript) : m_probes;
    m_side->setCurrentWidget(m_besideCard);
    show ? m_transcript->focusText() : focusQuestion();
}

void InterviewPage::toggleTimeline()
{
    leaveCard();
    showQuestions();
    m_besideCard = m_side->currentWidget() == m_timeline ? static_cast<QWidget *>(m_probes) : m_timeline;
    m_side->setCurrentWidget(m_besideCard);
}

void InterviewPage::setCatalogue(CatalogueService *catalogue)
{
    m_finish->setCatalogue(catalogue);
}

bool InterviewPage::goToPlace(const QString &place)
{
    if (m_isBack && m_interview->refFromPlace(place))
        return true;
    const InterviewPlace found = placeIn(*m_interview, place);
    if (m_views->currentWidget() != m_splitter) { // what it was for is told; the place is kept
        if (found.isHere && m_views->currentWidget() == m_finish)
            m_finish->follow(found);
        return found.isHere;
    }
    if (found.mark)
        return found.isHere; // what was said at it is written in Finish only
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
    const GapId gap = fromText<GapTag>(row).value_or(GapId{});
    const GapRecord *asked = gap ? m_interview->data().gap(gap.value) : nullptr;
    const auto example = asked && asked->example ? std::optional(asked->example) : fromText<ExampleTag>(row);
    if (!example)
        return false;
    if (m_interview->data().example(example->value)) {
        openExample(*example, field, gap);
        return true;
    }
    // It came back from the bin: the interview learns of the same undo, perhaps after this.
    const auto record = readExample(m_interview->study().reader(), *example);
    const bool isOurs = record && record->interview == m_interview->id();
    if (isOurs)
        QTimer::singleShot(0, this, [this, id = *example, field] {
            if (m_interview->data().example(id.value))
                openExample(id, field);
        });
    return isOurs;
}

bool InterviewPage::isFinishing() const
{
    return m_views->currentWidget() == m_finish;
}

void InterviewPage::goOnAt(const QString &place)
{
    if (!goToPlace(place) || m_views->currentWidget() != m_finish)
        return;
    const InterviewPlace found = placeIn(*m_interview, place);
    const GapId gap = fromText<GapTag>(place.section(u'#', 0, 0)).value_or(GapId{});
    if (!found.example || found.mark || found.question)
        return;
    // Finish follows a moment later; what is typed meanwhile is meant for there.
    m_typeAhead->hold(longestWait);
    QTimer::singleShot(0, this, [this, found, gap, field = place.section(u'#', 1)] {
        m_finish->writeOn(found.example, field, gap);
        m_typeAhead->release();
    });
}

QSplitter *InterviewPage::splitter() const
{
    return m_splitter;
}

QByteArray InterviewPage::paneWidths() const
{
    return m_splitter->wanted();
}

void InterviewPage::setPaneWidths(const QByteArray &widths)
{
    m_splitter->setWanted(widths);
}

void InterviewPage::keyPressEvent(QKeyEvent *event)
{
    // Here comes what nothing inside has taken.
    const bool leave = event->key() == Qt::Key_Escape && !event->isAutoRepeat(); // one view for one press
    if (leave && m_consent->isVisible())
        m_consent->close();
    else if (leave && m_views->currentWidget() != m_splitter)
        goBack();
    else if (leave && !asking().isAncestorOf(QApplication::focusWidget()))
        focusQuestion();
    else if (leave && m_side->currentWidget() == m_cardRing)
        closeCard();
    else if ((m_interview->isLocked() || m_interview->isDeclined()) && isTypedText(*event))
        canNote();
    else
        QWidget::keyPressEvent(event);
}

void InterviewPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_outline->setNarrow(event->size().width() < fontMetrics().averageCharWidth() * narrowBelowCharacters);
    m_splitter->fit();
    // And behind the layout: the first size of a page is not the one that it gets.
    QTimer::singleShot(0, m_splitter, &InterviewPanes::fit);
}

} // namespace seamfinder
