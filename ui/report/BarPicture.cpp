#include "ui/report/BarPicture.h"

#include "ui/common/Colors.h"

#include <QCoreApplication>
#include <QPainter>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qreal margin = 24;
constexpr int textPixels = 13;
constexpr qreal widestLabel = 320, narrowestLabel = 90;
constexpr qreal barRoom = 420;

QString title(const BarChart &chart)
{
    return QCoreApplication::translate("Chart", "%1, by number of %2")
        .arg(label(chart.dimension), label(chart.counting).toLower());
}

} // namespace

BarPicture::BarPicture(BarChart chart, PictureStyle style)
    : m_chart(std::move(chart))
    , m_style(std::move(style))
{
    m_style.font.setPixelSize(textPixels);
    m_heading = {title(m_chart), sizeText(m_chart.total), m_chart.limits, m_style.font};
    const QFontMetricsF metrics(m_style.font);
    qreal widest = narrowestLabel;
    for (const ChartMark &bar : m_chart.bars)
        widest = std::max(widest, metrics.horizontalAdvance(bar.label) + 2);
    m_labels = std::min(widest, widestLabel);
    m_rowHeight = widest > widestLabel ? 2 * metrics.lineSpacing() + 4 : metrics.lineSpacing() + 10;
}

qreal BarPicture::innerWidth() const
{
    return std::max(m_labels + 8 + barRoom, m_heading.width());
}

QSize BarPicture::size() const
{
    const qreal width = innerWidth();
    return QSizeF(width + 2 * margin,
                  margin + m_heading.height(width) + double(m_chart.bars.size()) * m_rowHeight + margin)
        .toSize();
}

void BarPicture::paint(QPainter &painter) const
{
    const Colors &colors = m_style.dark ? darkColors() : lightColors();
    const QSizeF size = this->size();
    const qreal inner = innerWidth();
    painter.fillRect(QRectF(QPointF(), size), colors.surface);
    m_heading.paint(painter, {margin, margin}, inner, m_style.dark);

    const QFontMetricsF metrics(m_style.font);
    const int largest = std::max(1, m_chart.largest());
    const qreal numberRoom = metrics.horizontalAdvance(QString::number(largest)) + 10;
    const qreal left = margin + m_labels + 8;
    const qreal longest = margin + inner - left - numberRoom;
    qreal top = margin + m_heading.height(inner);
    for (const ChartMark &bar : m_chart.bars) {
        const bool missing = bar.value == DimensionValue{};
        painter.setPen(missing ? colors.mutedText : colors.text);
        chart::paintLabel(painter, {margin, top, m_labels, m_rowHeight}, bar.label,
                          Qt::AlignRight | Qt::AlignVCenter);
        const int number = count(bar.counts, m_chart.counting);
        const QRectF body(left, top + 3, longest * number / largest, m_rowHeight - 6);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(missing ? QPen(colors.mutedText, 1, Qt::DashLine) : QPen(Qt::NoPen));
        painter.setBrush(missing ? QBrush(Qt::NoBrush) : QBrush(chart::barColor(m_style.dark)));
        painter.drawRoundedRect(body, 2, 2);
        painter.setPen(colors.text);
        painter.drawText(QRectF(body.right() + 6, top, numberRoom, m_rowHeight),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, QString::number(number));
        top += m_rowHeight;
    }
}

QImage BarPicture::image(qreal scale) const
{
    return renderImage(size(), scale, [this](QPainter &painter) { paint(painter); });
}

QByteArray BarPicture::svg() const
{
    return renderSvg(size(), title(m_chart), [this](QPainter &painter) { paint(painter); });
}

} // namespace seamfinder
