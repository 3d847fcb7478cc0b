#include "ui/catalogue/DetailPane.h"

#include "core/catalogue/StudySession.h"
#include "ui/catalogue/CodingPage.h"
#include "ui/catalogue/RelatedPage.h"
#include "ui/catalogue/RowText.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/Deliver.h"
#include "ui/common/EditedRow.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/EmptyState.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/GapCard.h"
#include "ui/common/ScrollPane.h"
#include "ui/common/StudyNames.h"

#include <initializer_list>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

DetailPane::DetailPane(const EditorContext &context, const StudyNames &names, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_names(names)
    , m_pages(new QStackedWidget(this))
    , m_nothing(new EmptyState(u"view-list-text"_s, tr("No row is chosen"),
                               tr("Choose an example on the left to read and code it here."), m_pages))
    , m_note(new ElidedLabel({}, this))
    , m_several(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_cards(new QStackedWidget(m_tabs))
    , m_card(new ExampleCard(context, m_cards))
    , m_needArea(new ScrollPane(m_cards))
    , m_coding(new CodingPage(context.session, m_tabs))
    , m_related(new RelatedPage(context.session, m_tabs))
    , m_history(new QListWidget(m_tabs))
{
    m_card->setClosable(false);
    m_cards->addWidget(m_card);
    m_cards->addWidget(m_needArea);
    m_history->setFrameShape(QFrame::NoFrame);
    m_history->setAccessibleName(tr("History"));
    m_history->setWordWrap(true);
    m_history->setAlternatingRowColors(true);

    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(false); // in a narrow pane the names are cut instead: none is out of reach
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->addTab(m_cards, tr("Example"));
    m_tabs->addTab(m_coding, tr("Coding"));
    m_tabs->addTab(m_related, tr("Related"));
    m_tabs->addTab(m_history, tr("History"));

    auto *content = new QWidget(m_pages);
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    m_several->setWordWrap(true);
    m_several->setTextFormat(Qt::PlainText);
    for (QFrame *label : std::initializer_list<QFrame *>{m_several, m_note}) {
        label->setContentsMargins(10, 6, 10, 6);
        label->hide();
        inside->addWidget(label);
    }
    m_note->setMuted(true);
    inside->addWidget(m_tabs, 1);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);

    m_soon.setSingleShot(true);
    m_soon.setInterval(60);
    connect(&m_soon, &QTimer::timeout, this, &DetailPane::load);
    m_factsSoon.setSingleShot(true);
    m_factsSoon.setInterval(120);
    connect(&m_factsSoon, &QTimer::timeout, this, &DetailPane::readFacts);
    connect(m_tabs, &QTabWidget::currentChanged, this, &DetailPane::readFacts);
    connect(m_related, &RelatedPage::exampleWanted, this, &DetailPane::exampleWanted);
    connect(m_card, &ExampleCard::closed, this, &DetailPane::left);
    connect(&m_names, &StudyNames::changed, &m_factsSoon, qOverload<>(&QTimer::start));
    for (const auto signal : {&StudySession::committed, &StudySession::undone, &StudySession::redone})
        connect(&context.session, signal, this, &DetailPane::follow);
}

DetailPane::~DetailPane() = default;

void DetailPane::showRow(const CatalogueRow &row)
{
    m_row = row;
    m_soon.start();
}

void DetailPane::settle()
{
    if (m_soon.isActive()) {
        m_soon.stop();
        load();
    }
}

void DetailPane::setChosen(int rows)
{
    m_chosen = rows;
    m_several->setVisible(rows > 1);
    m_several->setText(tr("%1 rows are chosen: keys and menus act on all of them. Shown is the current one.")
                           .arg(QLocale().toString(rows)));
}

void DetailPane::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void DetailPane::load()
{
    if (m_row.id == m_loaded.id && isShown())
        return;
    m_loaded = m_row;
    if (!m_row.id || m_row.isNeed)
        m_card->showExample({});
    if (!m_row.isNeed)
        showNeed({});
    if (m_row.id && m_row.isNeed)
        showNeed(GapId{m_row.id});
    else if (m_row.id)
        m_card->showExample(ExampleId{m_row.id});
    m_cards->setCurrentIndex(m_row.isNeed ? 1 : 0);
    m_tabs->setTabText(0, m_row.isNeed ? tr("Information need") : tr("Example"));
    m_pages->setCurrentIndex(m_row.id ? 1 : 0);
    readFacts();
}

/// The card lets go of an example that is undone or deleted; it may come back under the same row.
bool DetailPane::isShown() const
{
    return !m_row.id || m_row.isNeed || m_card->example().value == m_row.id;
}

void DetailPane::showNeed(GapId need)
{
    if (m_needCard)
        m_needCard->flush();
    delete m_needArea->takeWidget();
    delete m_need;
    m_need = nullptr;
    if (!need)
        return;
    m_need = new EditedRow(m_context.session, Entity::Gap, need.value, this);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    m_needCard = new GapCard(m_context, m_need, page);
    column->addWidget(m_needCard);
    column->addStretch(1);
    m_needArea->setWidget(page);
}

void DetailPane::focusFirst()
{
    settle();
    m_tabs->setCurrentIndex(0);
    if (m_row.isNeed && m_needCard)
        m_needCard->focusFirst();
    else if (m_row.id)
        m_card->focusFirst();
}

bool DetailPane::focusField(QStringView field, GapId gap)
{
    settle();
    m_tabs->setCurrentIndex(0);
    return m_row.id && !m_row.isNeed && m_card->focusField(field, gap);
}

void DetailPane::flush()
{
    m_card->flush();
    m_related->flush();
    if (m_needCard)
        m_needCard->flush();
}

void DetailPane::follow(const Commit &commit)
{
    // Links, events and codings lead here from many tables; the reading is small and waits until typing
    // pauses.
    if (m_loaded.id && !commit.changes.isEmpty())
        m_factsSoon.start();
    if (!isShown())
        m_soon.start();
}

void DetailPane::readFacts()
{
    if (!m_loaded.id)
        return;
    const Generation::Ticket ticket = m_generation.next();
    const auto read = [row = m_loaded](Connection &db) {
        return row.isNeed ? readDetail(db, GapId{row.id}) : readDetail(db, ExampleId{row.id});
    };
    deliver(
        m_context.session.jobs().run(ticket, read), ticket, this,
        [this](const DetailFacts &facts) { showFacts(facts); },
        [this](const std::exception_ptr &error) { Q_EMIT failed(error); });
}

void DetailPane::showFacts(const DetailFacts &facts)
{
    const Codebook &codebook = m_context.codebook.codebook();
    const int related = int(facts.sameEvent.size() + facts.links.size());
    m_tabs->setTabText(2, related > 0 ? tr("Related (%1)").arg(QLocale().toString(related)) : tr("Related"));
    // Only what is looked at is built: the tab asks again when it is chosen.
    const QWidget *shown = m_tabs->currentWidget();
    if (shown == m_coding)
        m_coding->show(facts, codebook, *m_names.names());
    else if (shown == m_related)
        m_related->show(facts, codebook, *m_names.names());
    else if (shown == m_history)
        showHistory(facts);
}

void DetailPane::showHistory(const DetailFacts &facts)
{
    m_history->clear();
    for (const JournalEntry &entry : facts.history) {
        const QString when =
            QLocale().toString(QDateTime::fromMSecsSinceEpoch(entry.time), QLocale::ShortFormat);
        QString who = nameOf(*m_names.names(), Dimension::Coder, entry.coder.value);
        if (who.isEmpty())
            who = tr("unknown");
        QString text = tr("%1\n%2, %3", "what was done, by whom, when").arg(entry.label, who, when);
        if (entry.state == JournalEntry::State::Undone)
            text += u" · "_s + tr("undone");
        m_history->addItem(text);
    }
    if (facts.history.isEmpty())
        m_history->addItem(tr("Nothing is recorded about it."));
}

} // namespace seamfinder
