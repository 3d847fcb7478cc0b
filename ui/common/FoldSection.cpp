#include "ui/common/FoldSection.h"

#include "ui/common/ElidedLabel.h"
#include "ui/common/TabOrder.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace seamfinder {

FoldSection::FoldSection(const QString &title, std::function<void(QVBoxLayout *)> fill, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_fill(std::move(fill))
    , m_button(new QToolButton(this))
    , m_note(new ElidedLabel({}, this))
    , m_body(new QWidget(this))
    , m_column(new QVBoxLayout(m_body))
{
    m_button->setText(title);
    m_button->setCheckable(true);
    m_button->setAutoRaise(true);
    m_button->setArrowType(layoutDirection() == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_column->setContentsMargins(0, 2, 0, 6);
    m_column->setSpacing(8);
    m_note->setMuted(true);
    m_body->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_button);
    head->addWidget(m_note, 1);
    column->addLayout(head);
    column->addWidget(m_body);
    setFocusProxy(m_button);
    connect(m_button, &QAbstractButton::toggled, this, &FoldSection::setOpen);
}

void FoldSection::setOpen(bool open)
{
    if (open && m_fill) {
        std::exchange(m_fill, nullptr)(m_column);
        orderTabs(this);
    }
    m_button->setChecked(open);
    const auto closedArrow = layoutDirection() == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow;
    m_button->setArrowType(open ? Qt::DownArrow : closedArrow);
    m_body->setVisible(open);
}

bool FoldSection::isOpen() const
{
    return m_button->isChecked();
}

void FoldSection::setNote(const QString &note)
{
    m_note->setText(note);
    m_button->setAccessibleName(note.isEmpty() ? m_title : tr("%1 (%2)").arg(m_title, note));
}

} // namespace seamfinder
