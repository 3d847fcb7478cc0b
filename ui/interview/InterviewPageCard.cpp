// Examples and their card, beside the question of an InterviewPage.

#include "ui/common/ExampleCard.h"
#include "ui/interview/FocusRing.h"
#include "ui/interview/InterviewContext.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewPanes.h"
#include "ui/interview/ProbesPane.h"
#include "ui/interview/QuestionView.h"
#include "ui/interview/SectionView.h"
#include "ui/interview/TimelineView.h"
#include "ui/interview/TranscriptPane.h"
#include "ui/interview/TypeAhead.h"
#include "ui/shell/Messages.h"

#include <QApplication>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace seamfinder {

namespace {
constexpr int cardWidth = 400;
} // namespace

void InterviewPage::newExample()
{
    if (!canNote())
        return;
    asking().flush();
    m_typeAhead->hold(longestWait);
    const auto open = [this](qint64 example) {
        openExample(ExampleId{example});
        m_fresh = ExampleId{example};
        m_typeAhead->release();
    };
    // What is selected in the transcript is what the example is about.
    const auto said = m_transcript->hasFocusInText() ? m_transcript->selection() : std::nullopt;
    said ? m_interview->createExampleFrom(*said, open) : m_interview->createExample(open);
}

void InterviewPage::openExample(ExampleId example, const QString &field, GapId gap)
{
    if (example != m_fresh)
        leaveCard();
    showQuestions();
    if (m_side->currentWidget() != m_cardRing) {
        m_besideCard = m_side->currentWidget();
        QWidget *from = QApplication::focusWidget();
        m_beforeCard = from && m_besideCard->isAncestorOf(from) ? from : nullptr;
        m_lineBeforeCard = m_probes->exampleOf(from);
    }
    m_card->showExample(example);
    m_side->setCurrentWidget(m_cardRing);
    m_splitter->widenSide(cardWidth);
    if (field.isEmpty() || !m_card->focusField(field, gap))
        m_card->focusFirst();
    Q_EMIT stateChanged();
}

void InterviewPage::showExamples(bool show)
{
    m_probes->setExamplesShown(show);
    if (m_views->currentWidget() != m_splitter || m_side->currentWidget() == m_cardRing) {
        m_besideCard = m_probes;
        return;
    }
    if (m_side->currentWidget() == m_probes)
        return;
    const bool focused = m_side->isAncestorOf(QApplication::focusWidget());
    m_side->setCurrentWidget(m_probes);
    if (focused)
        focusQuestion();
    Q_EMIT stateChanged();
}

void InterviewPage::makeCard()
{
    // Its codings go to one layer: when the interview is finished they are no longer live.
    const ExampleId shown = m_card ? m_card->example() : ExampleId{};
    delete m_card;
    m_stage = m_interview->stage();
    m_locked = m_interview->isLocked();
    EditorContext context = interviewContext(*m_interview, m_codebook, m_stage, m_locked);
    context.keepWords = [this](const QString &words, const Field *field, qint64 row) {
        keepWords(words, m_card->example(), {field, row});
    };
    context.searched = [this, held = context.searched](const QString &list, const QString &words,
                                                       qint64 row) {
        held(list, words, row ? row : m_card->example().value); // of a gap that is not there yet
    };
    m_card = new ExampleCard(context, m_cardRing);
    m_card->setClosable(true);
    m_cardRing->layout()->addWidget(m_card);
    connect(m_card, &ExampleCard::closed, this, &InterviewPage::closeCard);
    connect(m_card, &ExampleCard::deleted, this, &InterviewPage::closeCard);
    connect(m_card, &ExampleCard::binned, this, &InterviewPage::sayBinned);
    if (shown)
        m_card->showExample(shown);
}

void InterviewPage::sayBinned()
{
    m_messages.show({.text = binnedText(), .of = this});
}

void InterviewPage::keepWords(const QString &words, ExampleId about, const WordsFor &wanted)
{
    asking().flush(); // a note that is being written comes first
    if (about)
        m_card->flush();
    m_messages.show({.text = seamfinder::keepWords(*m_interview, about, words, wanted), .of = this});
}

void InterviewPage::closeCard()
{
    if (m_side->currentWidget() != m_cardRing)
        return;
    m_side->setCurrentWidget(m_besideCard ? m_besideCard : m_probes);
    if (QWidget *line = m_probes->lineOf(std::exchange(m_lineBeforeCard, {})); line && line->isVisible())
        line->setFocus(Qt::OtherFocusReason); // made anew where something was changed in the card
    else if (m_beforeCard && m_beforeCard->isVisible() && m_beforeCard->isEnabled())
        m_beforeCard->setFocus(Qt::OtherFocusReason); // the list that it was opened from
    else
        focusQuestion();
    leaveCard();
    Q_EMIT stateChanged();
}

void InterviewPage::leaveCard()
{
    m_card->flush();
    if (m_fresh)
        m_interview->dropIfEmpty(std::exchange(m_fresh, {}));
}

} // namespace seamfinder
