#include "ui/gaps/HeatMapHeader.h"

#include "ui/common/Colors.h"
#include "ui/gaps/HeatMapModel.h"
#include "ui/report/ChartStyle.h"

#include <algorithm>
#include <cmath>
#include <QMouseEvent>
#include <QPainter>

namespace seamfinder {

HeatMapHeader::HeatMapHeader(Qt::Orientation orientation, QWidget *parent)
    : QHeaderView(orientation, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Fixed);
    setMinimumSectionSize(16);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::PointingHandCursor);
    setFrameShape(QFrame::NoFrame);
}

void HeatMapHeader::fit(int width)
{
    QStringList labels;
    for (int section = 0; section < count(); ++section)
        labels.append(model()->headerData(section, orientation(), Qt::DisplayRole).toString());
    const QFontMetricsF metrics(font());
    if (orientation() == Qt::Horizontal) {
        const chart::ColumnHeader header = chart::columnHeader(labels, metrics, width);
        m_rotated = header.rotated;
        m_extent = int(std::ceil(header.height));
    } else {
        qreal widest = 0;
        for (const QString &label : labels)
            widest = std::max(widest, metrics.horizontalAdvance(label));
        m_extent = std::min(int(std::ceil(widest)) + 14, width);
    }
    updateGeometry();
    Q_EMIT geometriesChanged();
    viewport()->update();
}

QSize HeatMapHeader::sizeHint() const
{
    return orientation() == Qt::Horizontal ? QSize(0, m_extent) : QSize(m_extent, 0);
}

void HeatMapHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    // What lies behind the last section is part of the page, not of a header.
    QRect rest = viewport()->rect();
    const int end = length() - offset();
    if (orientation() == Qt::Vertical)
        rest.setTop(end);
    else if (isRightToLeft())
        rest.setRight(rest.right() - end);
    else
        rest.setLeft(end);
    QPainter(viewport()).fillRect(rest, colorsFor(this).surface);
}

void HeatMapHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    if (!rect.isValid())
        return;
    const Colors &colors = colorsFor(this);
    painter->save();
    painter->fillRect(rect, colors.surface);
    const bool total = model()->headerData(section, orientation(), HeatMapModel::TotalRole).toBool();
    QFont font = this->font();
    font.setUnderline(section == m_hovered);
    painter->setFont(font);
    painter->setPen(section == m_hovered ? colors.link : total ? colors.mutedText : colors.text);
    const QString label = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
    if (orientation() == Qt::Vertical)
        chart::paintLabel(*painter, rect.adjusted(2, 1, -8, -1), label, Qt::AlignRight | Qt::AlignVCenter);
    else if (m_rotated)
        chart::paintLabel(*painter, rect.adjusted(3, 4, -3, -6), label, Qt::AlignLeft | Qt::AlignVCenter,
                          true);
    else
        chart::paintLabel(*painter, rect.adjusted(3, 4, -3, -6), label, Qt::AlignHCenter | Qt::AlignBottom);
    painter->restore();
}

void HeatMapHeader::mouseMoveEvent(QMouseEvent *event)
{
    QHeaderView::mouseMoveEvent(event);
    const int hovered = logicalIndexAt(event->position().toPoint());
    if (std::exchange(m_hovered, hovered) != hovered)
        viewport()->update();
}

void HeatMapHeader::leaveEvent(QEvent *event)
{
    QHeaderView::leaveEvent(event);
    m_hovered = -1;
    viewport()->update();
}

} // namespace seamfinder
