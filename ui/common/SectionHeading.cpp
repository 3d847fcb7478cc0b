#include "ui/common/SectionHeading.h"

#include "ui/common/ElidedLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace seamfinder {

SectionHeading::SectionHeading(const QString &title, Level level, QWidget *parent)
    : QWidget(parent)
    , m_level(level)
    , m_line(new QHBoxLayout(this))
    , m_title(new QLabel(title, this))
    , m_note(new ElidedLabel({}, this))
{
    m_line->setContentsMargins(0, level == Level::Pane ? 4 : 8, 0, 2);
    m_line->setSpacing(8);
    m_line->addWidget(m_title);
    m_line->addWidget(m_note);
    m_line->addStretch(1);
    m_title->setTextFormat(Qt::PlainText);
    m_note->setMuted(true);
    m_note->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFonts();
}

void SectionHeading::setTitle(const QString &title)
{
    m_title->setText(title);
}

void SectionHeading::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void SectionHeading::addTrailing(QWidget *widget)
{
    m_line->addWidget(widget);
}

void SectionHeading::setBuddy(QWidget *widget)
{
    m_title->setBuddy(widget);
    if (widget->accessibleName().isEmpty())
        widget->setAccessibleName(m_title->text().remove(u'&'));
}

void SectionHeading::setFonts()
{
    QFont strong = font();
    strong.setBold(true);
    if (m_level == Level::Pane)
        strong.setPointSizeF(strong.pointSizeF() * 1.15);
    m_title->setFont(strong);
}

void SectionHeading::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setFonts();
}

} // namespace seamfinder
