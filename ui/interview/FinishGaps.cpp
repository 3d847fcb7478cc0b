#include "ui/interview/FinishGaps.h"

#include "core/catalogue/EditExamples.h"
#include "core/catalogue/StudySession.h"
#include "ui/common/Deliver.h"
#include "ui/common/EditedRow.h"
#include "ui/common/GapCard.h"
#include "ui/common/TabOrder.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace seamfinder {

using namespace Qt::StringLiterals;

FinishGaps::FinishGaps(const EditorContext &context, ExampleId example, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_example(example)
    , m_column(new QVBoxLayout(this))
    , m_add(new QPushButton(tr("Add an information gap"), this))
{
    m_add->setObjectName(u"finishAddGap"_s);
    m_add->setAutoDefault(false);
    m_add->setEnabled(context.isWritable());
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addWidget(m_add, 0, Qt::AlignLeading);
    setFocusProxy(m_add);
    connect(m_add, &QPushButton::clicked, this, &FinishGaps::add);
}

FinishGaps::~FinishGaps()
{
    // The cards write what is pending to rows that go with this.
    qDeleteAll(m_cards);
}

void FinishGaps::flush()
{
    for (GapCard *card : std::as_const(m_cards))
        card->flush();
}

void FinishGaps::add()
{
    const auto made = std::make_shared<GapId>();
    const auto create = [example = m_example, made](Edit &edit) { *made = createGap(edit, example); };
    afterCommit(
        m_context.session.perform({.label = tr("Add information gap"), .place = toText(m_example)}, create),
        this, [this, made](const Commit &) { show(*made); });
}

void FinishGaps::show(GapId gap)
{
    auto *row = new EditedRow(m_context.session, Entity::Gap, gap.value, this);
    auto *card = new GapCard(m_context, row, this);
    m_cards.append(card);
    connect(row, &EditedRow::gone, card, [this, card] {
        m_cards.removeAll(card);
        card->hide();
        card->deleteLater();
    });
    m_column->insertWidget(m_column->indexOf(m_add), card);
    orderTabs(this);
    card->focusFirst();
    Q_EMIT added(card);
}

} // namespace seamfinder
