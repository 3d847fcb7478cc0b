#include "ui/report/HeatMapPicture.h"

#include "ui/common/Colors.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QSvgGenerator>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qreal margin = 24;
constexpr int textPixels = 13;
constexpr qreal widestRowLabel = 260, narrowestRowLabel = 90;
constexpr qreal gap = 8;
constexpr qreal legendHeight = 34;

QString allText()
{
    return QCoreApplication::translate("Chart", "All");
}

} // namespace

HeatMapPicture::HeatMapPicture(HeatMap map, PictureStyle style)
    : m_map(std::move(map))
    , m_style(std::move(style))
    , m_largest(m_map.largest())
{
    m_style.font.setPixelSize(textPixels);
    m_heading = {titleOf(m_map), sizeText(m_map.total), m_map.limits, m_style.font};
    const QFontMetricsF metrics(m_style.font);
    qreal widest = narrowestRowLabel;
    for (const ChartMark &row : m_map.rows)
        widest = std::max(widest, metrics.horizontalAdvance(row.label) + 2);
    m_rowLabels = std::min(widest, widestRowLabel);
    m_cellWidth = m_map.columns.size() <= 6 ? 88 : m_map.columns.size() <= 12 ? 60 : 46;
    m_cellHeight = std::max(2 * metrics.lineSpacing() + 4, 34.0);
    QStringList labels{allText()};
    for (const ChartMark &column : m_map.columns)
        labels.append(column.label);
    const chart::ColumnHeader header = chart::columnHeader(labels, metrics, m_cellWidth);
    m_rotated = header.rotated;
    m_columnLabels = header.height;
    m_top = margin + m_heading.height(innerWidth());
}

qreal HeatMapPicture::innerWidth() const
{
    const qreal grid = m_rowLabels + gap + double(m_map.columns.size() + 1) * m_cellWidth + gap;
    return std::max({grid, m_heading.width(), chart::Heading::narrowest});
}

QSize HeatMapPicture::size() const
{
    const qreal height =
        m_top + m_columnLabels + double(m_map.rows.size() + 1) * m_cellHeight + gap + legendHeight + margin;
    return QSizeF(innerWidth() + 2 * margin, height).toSize();
}

void HeatMapPicture::paint(QPainter &painter) const
{
    const Colors &colors = m_style.dark ? darkColors() : lightColors();
    const QSizeF size = this->size();
    painter.fillRect(QRectF(QPointF(), size), colors.surface);
    m_heading.paint(painter, {margin, margin}, innerWidth(), m_style.dark);

    const qreal left = margin + m_rowLabels + gap;
    const qreal gridTop = m_top + m_columnLabels;
    const auto columnLeft = [&](qsizetype column) {
        return left + double(column) * m_cellWidth + (column == m_map.columns.size() ? gap : 0);
    };
    const auto rowTop = [&](qsizetype row) {
        return gridTop + double(row) * m_cellHeight + (row == m_map.rows.size() ? gap : 0);
    };
    for (qsizetype column = 0; column <= m_map.columns.size(); ++column) {
        const bool all = column == m_map.columns.size();
        painter.setPen(all ? colors.mutedText : colors.text);
        const QRectF room(columnLeft(column) + 3, m_top, m_cellWidth - 6, m_columnLabels - 6);
        chart::paintLabel(painter, room, all ? allText() : m_map.columns[column].label,
                          m_rotated ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignHCenter | Qt::AlignBottom,
                          m_rotated);
    }
    const auto number = [&](const QRectF &rect, const UnitCounts &counts) {
        painter.setPen(colors.mutedText);
        painter.drawText(rect, Qt::AlignCenter | Qt::TextDontClip,
                         QString::number(count(counts, m_map.counting)));
    };
    for (qsizetype row = 0; row <= m_map.rows.size(); ++row) {
        const bool all = row == m_map.rows.size();
        painter.setPen(all ? colors.mutedText : colors.text);
        chart::paintLabel(painter, {margin, rowTop(row), m_rowLabels, m_cellHeight},
                          all ? allText() : m_map.rows[row].label, Qt::AlignRight | Qt::AlignVCenter);
        for (qsizetype column = 0; column <= m_map.columns.size(); ++column) {
            const QRectF rect(columnLeft(column), rowTop(row), m_cellWidth, m_cellHeight);
            if (!all && column < m_map.columns.size())
                chart::paintCell(painter, rect, count(m_map.cell(row, column), m_map.counting), m_largest,
                                 m_map.isExpected(row, column), m_style.dark);
            else if (all && column == m_map.columns.size())
                number(rect, m_map.total);
            else
                number(rect, all ? m_map.columns[column].counts : m_map.rows[row].counts);
        }
    }
    paintLegend(painter, rowTop(m_map.rows.size()) + m_cellHeight + 8);
}

void HeatMapPicture::paintLegend(QPainter &painter, qreal top) const
{
    const Colors &colors = m_style.dark ? darkColors() : lightColors();
    const QFontMetricsF metrics(m_style.font);
    const qreal right = size().width() - margin;
    qreal x = margin;
    const qreal line = 22;
    const auto text = [&](const QString &words, const QColor &color) {
        const QString fitted = metrics.elidedText(words, Qt::ElideRight, std::max(0.0, right - x));
        painter.setPen(color);
        painter.drawText(QPointF(x, top + (line + metrics.ascent() - metrics.descent()) / 2), fitted);
        x += metrics.horizontalAdvance(fitted) + 8;
    };
    text(label(m_map.counting), colors.mutedText);
    const int steps = std::min(m_largest, 8);
    for (int step = 1; step <= steps; ++step) {
        const int count = steps == 1 ? m_largest : 1 + (step - 1) * (m_largest - 1) / (steps - 1);
        const QRectF box(x, top, 26, line);
        if (box.right() > right)
            break;
        chart::paintCell(painter, box, count, m_largest, false, m_style.dark);
        x += 26;
    }
    x += 12;
    if (!m_map.expected.isEmpty() && x + 60 < right) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(chart::expectedColor(m_style.dark), 1.5));
        painter.drawRoundedRect(QRectF(x, top + 3, 22, line - 6), 2.5, 2.5);
        x += 30;
        text(QCoreApplication::translate("Chart", "expected flow"), colors.mutedText);
    }
}

QImage HeatMapPicture::image(qreal scale) const
{
    return renderImage(size(), scale, [this](QPainter &painter) { paint(painter); });
}

QByteArray HeatMapPicture::svg() const
{
    return renderSvg(size(), titleOf(m_map), [this](QPainter &painter) { paint(painter); });
}

QImage renderImage(QSize size, qreal scale, const std::function<void(QPainter &)> &paint)
{
    QImage image((QSizeF(size) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paint(painter);
    return image;
}

QByteArray renderSvg(QSize size, const QString &title, const std::function<void(QPainter &)> &paint)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(title);
    QPainter painter(&generator);
    paint(painter);
    painter.end();
    return bytes;
}

} // namespace seamfinder
