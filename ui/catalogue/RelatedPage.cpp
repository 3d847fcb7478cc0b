#include "ui/catalogue/RelatedPage.h"

#include "core/analysis/DimensionLabels.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "ui/catalogue/RowText.h"
#include "ui/common/Colors.h"
#include "ui/common/SectionHeading.h"

#include <QLabel>
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

QString linkName(const QString &kind, bool outgoing)
{
    if (kind == "caused"_L1)
        return outgoing ? RelatedPage::tr("This caused") : RelatedPage::tr("Caused by");
    if (kind == "hid"_L1)
        return outgoing ? RelatedPage::tr("This hid") : RelatedPage::tr("Hidden by");
    return RelatedPage::tr("Same fix as");
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
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    if (facts.example.incident)
        addEvent(column, facts, codebook, names);
    if (!facts.links.isEmpty())
        column->addWidget(new SectionHeading(tr("Linked examples")));
    for (const DetailFacts::Link &link : facts.links) {
        column->addWidget(plain(linkName(link.kind, link.outgoing), true));
        auto *open = new QToolButton;
        open->setText(headlineOf(link.other, codebook).left(120));
        open->setToolTip(u"<p>"_s + sentenceOf(link.other, codebook).toHtmlEscaped() + u"</p>"_s);
        open->setAutoRaise(true);
        open->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(open, &QToolButton::clicked, this,
                [this, id = link.other.exampleId()] { Q_EMIT exampleWanted(id); });
        column->addWidget(open);
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

void RelatedPage::addEvent(QVBoxLayout *column, const DetailFacts &facts, const Codebook &codebook,
                           const DimensionLabels &names)
{
    auto *heading = new SectionHeading(tr("Same event"));
    heading->setNote(facts.incident);
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
