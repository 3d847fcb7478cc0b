#include "ui/common/WrappedText.h"

#include <cmath>
#include <QPainter>

namespace seamfinder {

WrappedText::WrappedText(const QString &text, const QFont &font, int width, Qt::LayoutDirection direction)
    : m_layout(text, font)
{
    QTextOption option(direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(direction);
    m_layout.setTextOption(option);
    m_layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(std::max(1, width));
        line.setPosition({0, height});
        height += line.height();
    }
    m_layout.endLayout();
}

int WrappedText::height() const
{
    return int(std::ceil(m_layout.boundingRect().height()));
}

void WrappedText::draw(QPainter &painter, const QPoint &at) const
{
    m_layout.draw(&painter, at);
}

} // namespace seamfinder
