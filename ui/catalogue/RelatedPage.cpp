#include "ui/catalogue/RelatedPage.h"

#include "core/analysis/DimensionLabels.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "ui/catalogue/LinkLine.h"
#include "ui/catalogue/RowText.h"
#include "ui/common/Colors.h"
#include "ui/common/HiddenWordLineAid.h"
#include "ui/common/SectionHeading.h"

#include <QLabel>
#include <QLineEdit>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

QLabel *plain(const QString &text, bool muted = false)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (muted) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, colorsFor(palette).mutedText);
        label->setPalette(palette);
    }
    return label;
}

} // namespace

RelatedPage::RelatedPage(StudySession &session, QWidget *parent)
    : ScrollPane(parent)
    , m_session(session)
{
    setAccessibleName(tr("Same event and linked examples"));
}

void RelatedPage::show(const DetailFacts &facts, const Codebook &codebook, const DimensionLabels &names)
{
    if (facts.example.incident != m_event)
        flush();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    if (facts.example.incident)
        addEvent(column, facts, codebook, names);
    if (!facts.links.isEmpty())
        column->addWidget(new SectionHeading(tr("Linked examples")));
    for (const DetailFacts::Link &link : facts.links) {
        auto *line = new LinkLine(m_session, facts.example.exampleId(), link, codebook);
        connect(line, &LinkLine::exampleWanted, this, &RelatedPage::exampleWanted);
        column->addWidget(line);
    }
    if (!facts.example.incident && facts.links.isEmpty()) {
        column->addWidget(plain(facts.need.id
                                    ? tr("An information need has no event.")
                                    : tr("No other account of this event and no linked example. Choose two "
                                         "or more rows and use Catalogue → Same event, or Link."),
                                true));
    }
    column->addStretch(1);
    setWidget(page);
}

RelatedPage::~RelatedPage()
{
    flush();
}

void RelatedPage::flush()
{
    if (!m_name || !m_name->isModified() || !m_event)
        return;
    m_name->setModified(false);
    m_session.perform({.label = tr("Name the event"), .place = toText(m_example)},
                      [event = m_event, name = m_name->text().simplified()](Edit &edit) {
                          setIncidentLabel(edit, event, name);
                      });
}

QLineEdit *RelatedPage::eventName(const DetailFacts &facts)
{
    auto *name = new QLineEdit(facts.incident);
    name->setObjectName(u"eventName"_s);
    name->setAccessibleName(tr("What the event is called"));
    name->setPlaceholderText(tr("What the event is called"));
    name->setReadOnly(!m_session.isWritable());
    if (m_name && m_event == facts.example.incident && m_name->isModified()) {
        // Something else of the study changed meanwhile: what is being typed stays, and the caret in it.
        name->setText(m_name->text());
        name->setCursorPosition(m_name->cursorPosition());
        name->setModified(true);
    }
    HiddenWordLineAid::watch(name);
    connect(name, &QLineEdit::editingFinished, this, &RelatedPage::flush);
    return name;
}

void RelatedPage::addEvent(QVBoxLayout *column, const DetailFacts &facts, const Codebook &codebook,
                           const DimensionLabels &names)
{
    auto *heading = new SectionHeading(tr("Same event"));
    if (m_session.isWritable()) {
        auto *leave = new QToolButton;
        leave->setText(tr("Take out"));
        leave->setToolTip(tr("This example is about another event"));
        leave->setAutoRaise(true);
        leave->setFocusPolicy(Qt::TabFocus);
        connect(leave, &QToolButton::clicked, this, [this, id = facts.example.exampleId()] {
            m_session.perform({.label = tr("Take an example out of its event"), .place = toText(id)},
                              [id](Edit &edit) { setIncident(edit, id, {}); });
        });
        heading->addTrailing(leave);
    }
    column->addWidget(heading);
    QLineEdit *name = eventName(facts);
    const bool focused = m_name && m_name->hasFocus();
    column->addWidget(name);
    if (m_name)
        m_name->disconnect(this); // it goes, and would say that it was left
    m_name = name;
    m_event = facts.example.incident;
    m_example = facts.example.exampleId();
    if (focused)
        QTimer::singleShot(0, name, [name] { name->setFocus(); }); // once it is shown
    // Side by side, a column for each account: what differs is what one reads for.
    auto *across = new QHBoxLayout;
    across->setSpacing(8);
    across->addWidget(account(facts.example, true, codebook, names), 1);
    for (const ExampleRecord &other : facts.sameEvent)
        across->addWidget(account(other, false, codebook, names), 1);
    column->addLayout(across);
}

QWidget *RelatedPage::account(const ExampleRecord &example, bool here, const Codebook &codebook,
                              const DimensionLabels &names)
{
    auto *frame = new QFrame;
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setMinimumWidth(fontMetrics().averageCharWidth() * 22);
    auto *column = new QVBoxLayout(frame);
    QString who = nameOf(names, Dimension::Participant, example.participant.value);
    if (who.isEmpty())
        who = tr("Nobody named");
    auto *name = plain(here ? tr("%1 (this one)").arg(who) : who);
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    column->addWidget(name);
    for (const Field *field :
         {&fields::example::title, &fields::example::countedOn, &fields::example::turnedOut,
          &fields::example::ledTo, &fields::example::feared}) {
        const QString text = example.text(*field);
        if (text.trimmed().isEmpty())
            continue;
        column->addWidget(plain(label(*field), true));
        column->addWidget(plain(text));
    }
    for (const GapRecord &gap : example.gaps) {
        column->addWidget(plain(tr("Gap"), true));
        column->addWidget(plain(sentenceOf(gap, codebook)));
    }
    column->addStretch(1);
    if (!here) {
        auto *open = new QToolButton;
        open->setText(tr("Open"));
        open->setAccessibleName(tr("Open the account of %1").arg(who));
        connect(open, &QToolButton::clicked, this,
                [this, id = example.exampleId()] { Q_EMIT exampleWanted(id); });
        column->addWidget(open);
    }
    return frame;
}

} // namespace seamfinder
