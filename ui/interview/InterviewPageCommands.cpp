// What the keys and buttons of an InterviewPage do.

#include "ui/common/CommandKeys.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/KeyHint.h"
#include "ui/common/TermPicker.h"
#include "ui/interview/ConsentStrip.h"
#include "ui/interview/FinishView.h"
#include "ui/interview/FocusRing.h"
#include "ui/interview/GoToItems.h"
#include "ui/interview/InterviewClock.h"
#include "ui/interview/InterviewHead.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewPanes.h"
#include "ui/interview/LanguageButton.h"
#include "ui/interview/MarkStrip.h"
#include "ui/interview/ParticipantWindow.h"
#include "ui/interview/PauseStrip.h"
#include "ui/interview/PeoplePicker.h"
#include "ui/interview/QuestionView.h"
#include "ui/interview/ReadBackView.h"
#include "ui/interview/SectionView.h"
#include "ui/interview/TypeAhead.h"
#include "ui/shell/Messages.h"

#include <algorithm>
#include <QApplication>
#include <QDateTime>
#include <QListView>
#include <QStackedWidget>
#include <utility>

namespace seamfinder {

/// Where a list of the whole page drops down.
QWidget *InterviewPage::middle() const
{
    return m_views->currentWidget() == m_splitter ? m_middle : m_views->currentWidget();
}

void InterviewPage::jump()
{
    asking().flush();
    m_finish->flush();
    m_readBack->flush();
    m_jumpLanguage = m_interview->flow().language();
    m_jump->setItems(goToItems(*m_interview));
    m_jump->setChosen({m_interview->currentIndex() + 1});
    m_jump->openAt(middle());
}

/// The questions are in another language: so is the list of them, at the line where it was.
void InterviewPage::translateJump()
{
    const QString language = m_interview->flow().language();
    if (std::exchange(m_jumpLanguage, language) == language || !m_jump->isVisible())
        return;
    auto *list = m_jump->findChild<QListView *>();
    const int row = list->currentIndex().row();
    m_jump->setItems(goToItems(*m_interview));
    for (int i = std::min(std::max(row, 0), list->model()->rowCount() - 1); i >= 0; --i) {
        const QModelIndex index = list->model()->index(i, 0);
        if (index.flags() & Qt::ItemIsSelectable) {
            list->setCurrentIndex(index);
            return;
        }
    }
}

void InterviewPage::jumpTo(qint64 item)
{
    const auto &steps = m_interview->flow().steps();
    if (item <= 0 || item > steps.size())
        return;
    const QuestionRef ref = steps[item - 1].ref;
    showQuestions(); // a question is what was asked for, also from Finish
    m_interview->goTo(ref);
    focusQuestion();
}

void InterviewPage::goBack()
{
    if (m_views->currentWidget() == m_finish) {
        backToQuestions();
    } else if (m_views->currentWidget() == m_readBack) {
        m_readBack->leave();
    } else {
        asking().flush();
        m_interview->goBack();
    }
}

void InterviewPage::showQuestions()
{
    const QWidget *from = m_views->currentWidget();
    if (from == m_splitter)
        return;
    if (from == m_finish || m_readFromFinish)
        m_finish->leaveCard();
    m_finish->flush();
    m_readBack->flush();
    m_readFromFinish = false;
    m_views->setCurrentWidget(m_splitter);
}

void InterviewPage::backToQuestions()
{
    showQuestions();
    focusQuestion();
}

void InterviewPage::leaveReadBack()
{
    if (!std::exchange(m_readFromFinish, false)) {
        showQuestions();
        if (m_beforeReadBack && m_beforeReadBack->isVisible() && m_beforeReadBack->isEnabled())
            m_beforeReadBack->setFocus(Qt::OtherFocusReason); // where one was typing
        else
            focusQuestion();
        return;
    }
    m_views->setCurrentWidget(m_finish);
    m_finish->resume();
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
    if (!asking().addAnother() && m_interview->isWritable())
        m_messages.show(
            {.text = tr("There is no list here to which another entry could be added."), .of = this});
}

void InterviewPage::note()
{
    asking().editNote();
}

void InterviewPage::toggleRecording()
{
    if (!canNote())
        return;
    if (m_interview->isOver()) {
        m_messages.show(
            {.text = tr("The conversation is over, so its recording counts as stopped. Nothing was noted."),
             .of = this});
        return;
    }
    m_stopped.reset();
    const auto ran = m_interview->time().recordingOffset(QDateTime::currentMSecsSinceEpoch());
    if (!ran && m_interview->data().interview.mayRecord == QLatin1StringView("no")) {
        m_messages.show({.text = tr("They do not want to be recorded, so nothing was noted."), .of = this});
        return;
    }
    if (!ran) {
        m_interview->recordingStarts(); // the clock says so, and moves nothing that is being typed
        return;
    }
    m_interview->recordingStops();
    m_stopped = std::make_unique<QObject>();
    const auto goesOn = [self = QPointer(this)] {
        if (!self)
            return;
        self->m_interview->recordingGoesOn();
        self->m_stopped.reset();
    };
    const bool mayGoOn = m_interview->data().interview.mayRecord != QLatin1StringView("no");
    m_messages.show(
        {.text = mayGoOn
                     ? tr("The recording stopped at %1. %2 again says that another one starts, at 0:00.")
                           .arg(clockText(*ran), CommandKeys::ofProgram().text(KeyCommand::RecordingStarts))
                     : tr("The recording stopped at %1.").arg(clockText(*ran)),
         .actions = {{tr("It still runs"), goesOn}},
         .of = m_stopped.get()});
}

void InterviewPage::settle()
{
    TermPicker::leaveOpenAt(*this);
    flush();
}

void InterviewPage::listen()
{
    if (!m_finish->isVisible() || !m_finish->listen())
        m_messages.show({.text = tr("Here is no mark to listen at. In Finish there is, where a recording was "
                                    "said to have started."),
                         .of = this});
}

void InterviewPage::nextLanguage()
{
    m_head->language().next();
}

void InterviewPage::nextSpeaker()
{
    if (m_views->currentWidget() == m_finish) {
        m_finish->nextTeller();
    } else if (m_cardRing->isAncestorOf(TermPicker::anchorOf(QApplication::focusWidget()))) {
        m_card->nextTeller(); // who types there means the example
    } else {
        asking().nextSpeaker();
    }
}

void InterviewPage::addParticipant()
{
    if (!m_interview->isWritable())
        return;
    flush();
    m_people->offerParticipants(middle());
}

void InterviewPage::toggleFolding()
{
    m_head->clock().toggleFolding();
}

void InterviewPage::toggleParticipantWindow()
{
    if (!m_cards) {
        m_cards = new ParticipantWindow(*m_interview, this);
        connect(m_cards, &ParticipantWindow::keyPassed, m_typeAhead, &TypeAhead::pass);
        const QWidget *typed = focusWidget();
        m_cards->open(typed ? *typed : *this);
    } else if (m_cards->isVisible()) {
        m_cards->close();
    } else {
        m_cards->QWidget::show(); // where it was
    }
}

void InterviewPage::mark()
{
    if (canNote())
        m_mark->press();
}

// Where it cannot be, it is said why: no key does nothing without a word.
bool InterviewPage::canNote()
{
    if (m_interview->isLocked())
        m_messages.show(
            {.text = tr("This interview is locked as complete, so nothing was noted. %1 unlocks it.")
                         .arg(CommandKeys::ofProgram().text(KeyCommand::Lock)),
             .of = this});
    else if (m_interview->isDeclined())
        m_messages.show(
            {.text = tr("Nothing is kept of who takes no part, so nothing was noted. Where they do "
                        "take part after all, say so at %1.")
                         .arg(withKey(tr("Consent"), KeyCommand::Consent)),
             .of = this});
    return m_interview->isWritable() && !m_interview->isDeclined();
}

void InterviewPage::keepMark(MarkKind kind)
{
    Passage words = asking().wordsToMark(kind);
    asking().flush();
    // Who writes in an example's card marks what is told of that example, whatever stands behind it.
    const bool isInCard = m_side->currentWidget() == m_cardRing &&
                          m_cardRing->isAncestorOf(TermPicker::anchorOf(window()->focusWidget()));
    if (isInCard) {
        words.sourceKind = QLatin1StringView(mark_source::example);
        words.source = m_card->example().value;
    }
    m_interview->mark(kind, words);
    m_mark->confirm(kind, m_interview->time().passedBefore(QDateTime::currentMSecsSinceEpoch()),
                    m_interview->data().interview.quotes);
}

void InterviewPage::finish()
{
    if (m_interview->isDeclined()) {
        m_messages.show(
            {.text = tr("Nothing is kept of who takes no part, so there is nothing to finish."), .of = this});
        return;
    }
    flush();
    leaveCard();
    m_interview->finish(); // the conversation; complete is another word, and the interviewer's to say
    m_readFromFinish = false;
    m_views->setCurrentWidget(m_finish);
    m_finish->goOn();
}

void InterviewPage::readBack()
{
    flush();
    const ExampleId at = exampleHere();
    if (m_views->currentWidget() != m_readBack) {
        m_readFromFinish = m_views->currentWidget() == m_finish;
        m_beforeReadBack = QApplication::focusWidget();
    }
    leaveCard();
    m_views->setCurrentWidget(m_readBack);
    m_readBack->begin(m_readFromFinish ? tr("Back to Finish") : tr("Back to the questions"), at);
}

/// That is written down beside the question, or that the question is about.
ExampleId InterviewPage::exampleHere() const
{
    if (m_views->currentWidget() == m_finish)
        return m_finish->exampleHere();
    if (m_views->currentWidget() != m_splitter)
        return {};
    if (m_side->currentWidget() == m_cardRing)
        return m_card->example();
    for (const qint64 instance : m_interview->currentRef().instances) {
        if (m_interview->data().example(instance))
            return ExampleId{instance};
    }
    return {};
}

void InterviewPage::toggleLock()
{
    if (m_interview->isDeclined() && !m_interview->isLocked()) {
        canNote(); // says why there is nothing to keep as it is
        return;
    }
    settle();
    if (!m_interview->isLocked() && !m_interview->isOver())
        m_messages.show({.text = tr("Only an interview whose conversation is over can be locked. Before "
                                    "that comes %1.")
                                     .arg(withKey(tr("Finish"), KeyCommand::Finish)),
                         .of = this});
    m_interview->setLocked(!m_interview->isLocked());
}

void InterviewPage::pause()
{
    flush();
    const QString state = m_interview->state();
    if (m_interview->isOver())
        m_interview->reopen();
    else if (state == interview_state::paused)
        m_interview->begin();
    else if (m_interview->isWritable()) {
        m_typeAhead->hold(longestWait); // for the reason
        m_pause->askWhenPaused();
        m_interview->pause();
    }
}

void InterviewPage::leaveConsent()
{
    if (m_beforeConsent && m_beforeConsent->isVisible() && m_beforeConsent->isEnabled())
        m_beforeConsent->setFocus(Qt::OtherFocusReason);
    else
        focusQuestion();
}

void InterviewPage::consent()
{
    const QWidget *focus = QApplication::focusWidget();
    if (m_consent->isVisible() && m_consent->isAncestorOf(TermPicker::anchorOf(focus))) {
        m_consent->close();
        return;
    }
    flush(); // "takes part: no" must find everything that was typed
    m_beforeConsent = QApplication::focusWidget();
    m_consent->open();
}

} // namespace seamfinder
