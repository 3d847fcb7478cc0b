#include "ui/catalogue/CodingPage.h"

#include "core/analysis/DimensionLabels.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/StudySession.h"
#include "ui/catalogue/RowText.h"
#include "ui/common/SectionHeading.h"
#include "ui/common/StateTag.h"

#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

QString stageName(CodingStage stage)
{
    switch (stage) {
    case CodingStage::Live:
        return CodingPage::tr("live");
    case CodingStage::After:
        return CodingPage::tr("after");
    case CodingStage::Resolved:
        return CodingPage::tr("resolved");
    }
    return {};
}

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

QToolButton *small(const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

CodingPage::CodingPage(StudySession &session, QWidget *parent)
    : ScrollPane(parent)
    , m_session(session)
{
    setAccessibleName(tr("Layers of coding"));
}

void CodingPage::show(const DetailFacts &facts, const Codebook &codebook, const DimensionLabels &names)
{
    const qint64 target = facts.example.id ? facts.example.id : facts.need.id;
    const int scrolled = m_target == target ? verticalScrollBar()->value() : 0;
    m_target = target;
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setSpacing(4);
    int part = -2;
    QStringList uncoded;
    const auto sayUncoded = [&] {
        if (!uncoded.isEmpty())
            column->addWidget(plain(tr("Not coded: %1").arg(uncoded.join(u", "_s)), true));
        uncoded.clear();
    };
    for (const DetailFacts::Facet &facet : facts.facets) {
        if (facet.gap != part) {
            sayUncoded();
            part = facet.gap;
            if (column->count() > 0)
                column->addSpacing(12);
            auto *heading = new SectionHeading(part >= 0 ? tr("Gap %1").arg(QLocale().toString(part + 1))
                                               : facts.need.id ? tr("Information need")
                                                               : tr("Example"));
            column->addWidget(heading);
            if (part >= 0)
                column->addWidget(plain(sentenceOf(facts.example.gaps[part], codebook), true));
        }
        if (facet.layers.isEmpty())
            uncoded << label(*facet.field);
        else
            addFacet(column, facet, codebook, names);
    }
    sayUncoded();
    column->addStretch(1);
    setWidget(page);
    verticalScrollBar()->setValue(scrolled);
}

void CodingPage::addFacet(QVBoxLayout *column, const DetailFacts::Facet &facet, const Codebook &codebook,
                          const DimensionLabels &names)
{
    auto *name = plain(label(*facet.field));
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    column->addSpacing(4);
    column->addWidget(name);
    for (const CodingLayer &layer : facet.layers)
        column->addWidget(layerLine(facet, layer, codebook, names));
}

QWidget *CodingPage::layerLine(const DetailFacts::Facet &facet, const CodingLayer &layer,
                               const Codebook &codebook, const DimensionLabels &names)
{
    const bool mine = layer.coder == m_session.coder();
    auto *line = new QWidget;
    auto *across = new QHBoxLayout(line);
    across->setContentsMargins(8, 0, 0, 0);
    auto *text = new QVBoxLayout;
    text->setSpacing(0);
    text->addWidget(plain(layer.terms.isEmpty() ? tr("(none of them)") : termText(layer.terms, codebook)));
    const QString who = mine ? tr("me") : nameOf(names, Dimension::Coder, layer.coder.value);
    const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(layer.time), QLocale::ShortFormat);
    text->addWidget(
        plain(tr("%1, %2, %3", "coder, stage, time").arg(who, stageName(layer.stage), when), true));
    across->addLayout(text, 1);
    if (layer.adopted) {
        auto *adopted = new StateTag(tr("adopted"), Tone::Accent);
        adopted->setToolTip(tr("What lists, charts and exports show"));
        across->addWidget(adopted, 0, Qt::AlignTop);
    }
    if (!m_session.isWritable())
        return line;
    const Field *field = facet.field;
    const qint64 target = facet.target;
    if (layer.stage != CodingStage::Resolved && facet.layers.size() > 1) {
        auto *take = small(tr("Resolve"), tr("Take this over as what all coders agreed on"));
        connect(take, &QToolButton::clicked, this,
                [this, field, target, terms = layer.terms] { resolve(*field, target, terms); });
        across->addWidget(take, 0, Qt::AlignTop);
    }
    // What was coded live is never taken away here: it is what was understood while listening.
    if (mine && layer.stage != CodingStage::Live) {
        auto *away = small(tr("Remove"), tr("Take my layer away"));
        connect(away, &QToolButton::clicked, this,
                [this, field, target, stage = layer.stage] { remove(*field, target, stage); });
        across->addWidget(away, 0, Qt::AlignTop);
    }
    return line;
}

void CodingPage::resolve(const Field &field, qint64 target, const QVector<CodedTerm> &terms)
{
    m_session.perform({.label = tr("Resolve %1").arg(label(field))}, [&field, target, terms](Edit &edit) {
        setCodings(edit, field, target, terms, CodingStage::Resolved);
    });
}

void CodingPage::remove(const Field &field, qint64 target, CodingStage stage)
{
    m_session.perform(
        {.label = tr("Remove my coding of %1").arg(label(field))},
        [&field, target, stage](Edit &edit) { removeLayer(edit, field, target, edit.coder(), stage); });
}

} // namespace seamfinder
