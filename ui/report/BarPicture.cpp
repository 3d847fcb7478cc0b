#include "ui/report/BarPicture.h"

#include "ui/common/Colors.h"
#include "ui/report/ChartStyle.h"

#include <QCoreApplication>
#include <QPainter>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qreal margin = 24;
constexpr int textPixels = 13, titlePixels = 18;
constexpr qreal widestLabel = 320, narrowestLabel = 90;
constexpr qreal barRoom = 420;
constexpr qreal headHeight = 70;

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
    const QFontMetricsF metrics(m_style.font);
    qreal widest = narrowestLabel;
    for (const ChartMark &bar : m_chart.bars)
        widest = std::max(widest, metrics.horizontalAdvance(bar.label) + 2);
    m_labels = std::min(widest, widestLabel);
    m_rowHeight = widest > widestLabel ? 2 * metrics.lineSpacing() + 4 : metrics.lineSpacing() + 10;
}

QSize BarPicture::size() const
{
    const QFontMetricsF metrics(m_style.font);
    const qreal width =
        std::max(m_labels + 8 + barRoom, metrics.horizontalAdvance(sizeText(m_chart.total)) + 2);
    return QSizeF(width + 2 * margin,
                  margin + headHeight + double(m_chart.bars.size()) * m_rowHeight + margin)
        .toSize();
}

void BarPicture::paint(QPainter &painter) const
{
    const Colors &colors = m_style.dark ? darkColors() : lightColors();
    const QSizeF size = this->size();
    const qreal inner = size.width() - 2 * margin;
    painter.fillRect(QRectF(QPointF(), size), colors.surface);
    QFont titleFont = m_style.font;
    titleFont.setPixelSize(titlePixels);
    titleFont.setBold(true);
    painter.setFont(titleFont);
    painter.setPen(colors.text);
    chart::paintLabel(painter, {margin, margin, inner, 26}, title(m_chart), Qt::AlignLeft | Qt::AlignVCenter);
    painter.setFont(m_style.font);
    painter.setPen(colors.mutedText);
    chart::paintLabel(painter, {margin, margin + 28, inner, 20}, sizeText(m_chart.total),
                      Qt::AlignLeft | Qt::AlignVCenter);

    const QFontMetricsF metrics(m_style.font);
    const int largest = std::max(1, m_chart.largest());
    const qreal numberRoom = metrics.horizontalAdvance(QString::number(largest)) + 10;
    const qreal left = margin + m_labels + 8;
    const qreal longest = margin + inner - left - numberRoom;
    qreal top = margin + headHeight;
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
