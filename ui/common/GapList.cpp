#include "ui/common/GapList.h"

#include "core/catalogue/EditExamples.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "ui/common/Deliver.h"
#include "ui/common/EditedRow.h"
#include "ui/common/GapCard.h"
#include "ui/common/SectionHeading.h"
#include "ui/common/TabOrder.h"

#include <QVBoxLayout>

namespace seamfinder {

GapList::GapList(const EditorContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_heading(new SectionHeading(tr("Information gaps"), SectionHeading::Level::Part, this))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addWidget(m_heading);
}

GapList::~GapList()
{
    flush();
}

void GapList::addTrailing(QWidget *widget)
{
    m_heading->addTrailing(widget);
}

void GapList::forgetCards()
{
    for (GapCard *card : std::as_const(m_cards)) {
        card->flush();
        card->hide();
        card->deleteLater();
    }
    m_cards.clear();
}

void GapList::setExample(EditedRow *example)
{
    forgetCards();
    // After the cards that point to them; both go when the event loop is reached again, in this order.
    for (EditedRow *row : std::as_const(m_rows))
        row->deleteLater();
    m_rows.clear();
    m_example = example;
    follow();
}

bool GapList::follow()
{
    const QList<EditedRow *> before = m_rows;
    QList<EditedRow *> rows;
    const ExampleRecord *example = m_example ? m_example->example() : nullptr;
    if (example) {
        for (const GapRecord &gap : example->gaps) {
            // By the handle: a row that was just made may not have heard of it yet.
            const auto found = std::ranges::find_if(
                before, [&](const EditedRow *row) { return row->handle()->id == gap.id; });
            rows +=
                found != before.end() ? *found : new EditedRow(m_context.session, Entity::Gap, gap.id, this);
        }
        // The writer has made it, but the example was read before that: it stays, with what is being typed.
        for (EditedRow *row : before) {
            if (row->id() == 0 && row->handle()->id != 0 && !rows.contains(row))
                rows += row;
        }
        if (rows.isEmpty()) {
            const auto unmade =
                std::ranges::find_if(before, [](const EditedRow *row) { return row->handle()->id == 0; });
            const ExampleId id = example->exampleId();
            rows += unmade != before.end()
                        ? *unmade
                        : new EditedRow(
                              m_context.session, Entity::Gap,
                              [id](Edit &edit) { return createGap(edit, id).value; }, toText(id), this);
        }
    }
    m_rows = rows;

    QList<GapCard *> cards;
    for (EditedRow *row : std::as_const(rows)) {
        if (row->handle()->id == 0)
            continue;
        const auto found = std::ranges::find(m_cards, row, &GapCard::gap);
        auto *card = found != m_cards.end() ? *found : new GapCard(m_context, row, this);
        cards += card;
        m_column->removeWidget(card);
        m_column->addWidget(card);
        card->setNumber(example->gaps.size() > 1 ? int(cards.size()) : 0);
        QVector<TermId> elements;
        const QVector<CodedTerm> coded = example->coded(fields::example::element);
        for (const CodedTerm &term : coded)
            elements += term.term;
        card->setElementsFirst(elements);
    }
    for (GapCard *card : std::as_const(m_cards)) {
        if (!cards.contains(card)) {
            card->hide();
            card->deleteLater();
        }
    }
    m_cards = cards;
    for (EditedRow *row : before) {
        if (!rows.contains(row))
            row->deleteLater();
    }
    orderTabs(this);
    m_heading->setNote(cards.isEmpty() ? tr("none yet") : QString::number(cards.size()));
    return rows != before;
}

GapCard *GapList::card(GapId gap) const
{
    for (GapCard *card : m_cards) {
        if (card->gap()->handle()->id == gap.value)
            return card;
    }
    return nullptr;
}

void GapList::flush()
{
    for (GapCard *card : std::as_const(m_cards))
        card->flush();
}

void GapList::addGap()
{
    if (!m_example || m_example->id() == 0 || !m_context.isWritable())
        return;
    const ExampleId example{m_example->id()};
    const auto made = std::make_shared<GapId>();
    afterCommit(m_context.session.perform({.label = tr("Add information gap"), .place = toText(example)},
                                          [example, made](Edit &edit) { *made = createGap(edit, example); }),
                this, [this, made](const Commit &) {
                    if (GapCard *fresh = card(*made)) {
                        fresh->focusFirst();
                        Q_EMIT added(fresh);
                    }
                });
}

} // namespace seamfinder
