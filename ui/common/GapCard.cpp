#include "ui/common/GapCard.h"

#include "core/catalogue/EditExamples.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "ui/common/Colors.h"
#include "ui/common/EditedRow.h"
#include "ui/common/FieldEditor.h"
#include "ui/common/FoldSection.h"
#include "ui/common/Icons.h"
#include "ui/common/SectionHeading.h"

#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace seamfinder {

namespace {
constexpr const Field *rarer[]{&fields::gap::state,  &fields::gap::reason,  &fields::gap::neededWhen,
                               &fields::gap::remedy, &fields::gap::element, &fields::gap::importance};
}

GapCard::GapCard(const EditorContext &context, EditedRow *gap, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_gap(gap)
    , m_heading(new SectionHeading(tr("Information gap"), SectionHeading::Level::Part, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 6, 10, 8);
    column->setSpacing(8);
    column->addWidget(m_heading);
    for (const Field *field : {&fields::gap::information, &fields::gap::item, &fields::gap::hadBy,
                               &fields::gap::owner, &fields::gap::neededBy})
        add(column, *field);
    m_more = new FoldSection(
        tr("More about this gap"),
        [this](QVBoxLayout *body) {
            for (const Field *field : rarer)
                add(body, *field);
        },
        this);
    auto *bin = new QToolButton(this);
    bin->setIcon(icon(u"edit-delete"));
    bin->setAutoRaise(true);
    bin->setToolTip(tr("Delete this gap (can be undone)"));
    bin->setAccessibleName(tr("Delete this gap"));
    bin->setEnabled(context.isWritable());
    connect(bin, &QAbstractButton::clicked, this, &GapCard::remove);
    column->addWidget(m_more);
    column->addWidget(bin, 0, Qt::AlignTrailing); // Tab comes to it last
    connect(gap, &EditedRow::changed, this, &GapCard::showState);
    setFocusProxy(m_editors.first());
    setNumber(0);
    showState();
}

GapCard::~GapCard()
{
    flush();
}

void GapCard::add(QVBoxLayout *column, const Field &field)
{
    auto *editor = new FieldEditor(m_context, field, m_gap, FieldEditor::Look::Block, this);
    editor->input()->setElementsFirst(m_elements);
    if (field == fields::gap::information)
        editor->setPlaceholder(tr("What was not communicated, in their words"));
    column->addWidget(editor);
    m_editors += editor;
}

void GapCard::setNumber(int number)
{
    m_number = number;
    const QString title = number > 0 ? tr("Information gap %1").arg(number) : tr("Information gap");
    m_heading->setTitle(title);
    setAccessibleName(title);
}

void GapCard::setElementsFirst(const QVector<TermId> &elements)
{
    m_elements = elements;
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->input()->setElementsFirst(elements);
}

void GapCard::flush()
{
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->flush();
}

void GapCard::focusFirst()
{
    m_editors.first()->setFocus(Qt::OtherFocusReason);
}

FieldEditor *GapCard::editor(const Field &field)
{
    if (std::ranges::any_of(rarer, [&](const Field *other) { return *other == field; }))
        m_more->setOpen(true);
    for (FieldEditor *editor : std::as_const(m_editors)) {
        if (editor->field() == field)
            return editor;
    }
    return nullptr;
}

void GapCard::showState()
{
    const Record &record = m_gap->record();
    const int given = int(std::ranges::count_if(
        rarer, [&](const Field *field) { return record.has(*field) || record.isMissing(*field); }));
    m_more->setNote(given > 0 ? tr("%n given", nullptr, given) : QString());
}

void GapCard::remove()
{
    flush();
    if (m_gap->id() == 0)
        return;
    const GapId id{m_gap->id()};
    m_context.session.perform({.label = tr("Delete information gap"), .place = toText(id)},
                              [id](Edit &edit) { deleteGap(edit, id); });
}

void GapCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &colors = colorsFor(this);
    painter.setPen(colors.line);
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    // A bar at the edge where reading starts, so that several cards are told apart at a glance.
    const QRect bar = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 8, 3, height() - 16));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.accent);
    painter.drawRoundedRect(bar, 1.5, 1.5);
}

} // namespace seamfinder
