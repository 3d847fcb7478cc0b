#include "ui/report/ChartStyle.h"

#include "ui/common/Colors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <QPainter>

namespace seamfinder::chart {

using namespace Qt::StringLiterals;

namespace {

constexpr int standingLines = 2;
constexpr int uprightLines = 3;
constexpr qreal standingLimit = 170; ///< of a rotated label, in pixels
constexpr int titlePixels = 18;
constexpr qreal titleHeight = 26, sizeHeight = 20, underTitle = 2, underHeading = 22;
constexpr int limitLines = 3;

/// Evenly spaced stops, from nearly the background to the far end; between them, straight lines.
constexpr std::array<QRgb, 5> lightScale{0xffe3f0f1, 0xffa9d3d6, 0xff5ba7b0, 0xff1f7480, 0xff0b3f49};
constexpr std::array<QRgb, 5> darkScale{0xff243d42, 0xff2d616a, 0xff3f8f99, 0xff76bfc6, 0xffd3f1f2};

QFont titleFont(QFont font)
{
    font.setPixelSize(titlePixels);
    font.setBold(true);
    return font;
}

QString joined(const QString &line, const QString &word)
{
    return line.isEmpty() ? word : line + u' ' + word;
}

} // namespace

QColor cellColor(int count, int largest, bool dark)
{
    const Colors &colors = dark ? darkColors() : lightColors();
    if (count <= 0 || largest <= 0)
        return colors.window;
    const auto &scale = dark ? darkScale : lightScale;
    const double share = largest == 1 ? 0.5 : double(std::min(count, largest) - 1) / (largest - 1);
    const double place = share * (scale.size() - 1);
    const size_t stop = std::min(size_t(place), scale.size() - 2);
    const double part = place - double(stop);
    const QColor one = QColor::fromRgb(scale[stop]), other = QColor::fromRgb(scale[stop + 1]);
    const auto mix = [part](int a, int b) { return int(std::lround(a + part * (b - a))); };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue())};
}

QColor numberColor(const QColor &cell)
{
    return contrast(Qt::black, cell) >= contrast(Qt::white, cell) ? QColor(Qt::black) : QColor(Qt::white);
}

QColor barColor(bool dark)
{
    return QColor::fromRgb(dark ? darkScale[2] : lightScale[2]);
}

QColor expectedColor(bool dark)
{
    return dark ? QColor(0xe0, 0xb0, 0x60) : QColor(0xa8, 0x6a, 0x10);
}

void paintCell(QPainter &painter, const QRectF &rect, int count, int largest, bool expected, bool dark)
{
    const QRectF body = rect.adjusted(1, 1, -1, -1);
    const QColor fill = cellColor(count, largest, dark);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(body, 3, 3);
    if (expected) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(expectedColor(dark), 1.5));
        painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), 2.5, 2.5);
    }
    const Colors &colors = dark ? darkColors() : lightColors();
    painter.setPen(count > 0 ? numberColor(fill) : colors.disabledText);
    const QString text = count > 0 ? QString::number(count) : u"·"_s;
    painter.drawText(body, Qt::AlignCenter | Qt::TextDontClip, text);
}

namespace {
// Qt elides to no less than a character: in less room than that the ellipsis stands alone.
QString elided(const QString &text, const QFontMetricsF &metrics, qreal width)
{
    const QString fitted = metrics.elidedText(text, Qt::ElideRight, width);
    return metrics.horizontalAdvance(fitted) <= width ? fitted : u"…"_s;
}
} // namespace

QStringList fitLabel(const QString &label, const QFontMetricsF &metrics, qreal width, int lines)
{
    QStringList fitted;
    QString line;
    const QStringList words = label.simplified().split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString longer = joined(line, words[i]);
        if (metrics.horizontalAdvance(longer) <= width) {
            line = longer;
            continue;
        }
        if (fitted.size() + 1 >= lines || line.isEmpty()) {
            // The last line, or a word that no line can hold: show what fits of it and of what follows.
            const QString rest = joined(line, words.mid(i).join(u' '));
            if (fitted.size() + 1 >= lines) {
                fitted.append(elided(rest, metrics, width));
                return fitted;
            }
            fitted.append(elided(words[i], metrics, width));
            continue;
        }
        fitted.append(line);
        line.clear();
        --i;
    }
    if (!line.isEmpty())
        fitted.append(line);
    return fitted;
}

void paintLabel(QPainter &painter, const QRectF &rect, const QString &label, Qt::Alignment alignment,
                bool rotated)
{
    const QFontMetricsF metrics(painter.font());
    const qreal along = rotated ? rect.height() : rect.width();
    const qreal across = rotated ? rect.width() : rect.height();
    const int lines = std::max(1, int(across / metrics.lineSpacing()));
    const QStringList fitted =
        fitLabel(label, metrics, along, std::min(lines, rotated ? standingLines : uprightLines));
    painter.save();
    QRectF room = rect;
    if (rotated) {
        painter.translate(rect.left(), rect.bottom());
        painter.rotate(-90);
        room = QRectF(0, 0, along, across);
    }
    const qreal height = fitted.size() * metrics.lineSpacing();
    qreal top = room.top() + (room.height() - height) / 2;
    if (alignment & Qt::AlignTop)
        top = room.top();
    else if (alignment & Qt::AlignBottom)
        top = room.bottom() - height;
    for (const QString &line : fitted) {
        const QRectF row(room.left(), top, room.width(), metrics.lineSpacing());
        painter.drawText(row, int(alignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter | Qt::TextDontClip,
                         line);
        top += metrics.lineSpacing();
    }
    painter.restore();
}

qreal Heading::width() const
{
    return std::max(QFontMetricsF(titleFont(font)).horizontalAdvance(title),
                    QFontMetricsF(font).horizontalAdvance(size)) +
           2;
}

qreal Heading::height(qreal width) const
{
    const QFontMetricsF metrics(font);
    const qsizetype lines = fitLabel(limits, metrics, width, limitLines).size();
    return titleHeight + underTitle + sizeHeight + double(lines) * metrics.lineSpacing() + underHeading;
}

void Heading::paint(QPainter &painter, QPointF at, qreal width, bool dark) const
{
    const Colors &colors = dark ? darkColors() : lightColors();
    painter.setFont(titleFont(font));
    painter.setPen(colors.text);
    paintLabel(painter, {at, QSizeF(width, titleHeight)}, title, Qt::AlignLeft | Qt::AlignVCenter);
    painter.setFont(font);
    painter.setPen(colors.mutedText);
    at.ry() += titleHeight + underTitle;
    paintLabel(painter, {at, QSizeF(width, sizeHeight)}, size, Qt::AlignLeft | Qt::AlignVCenter);
    at.ry() += sizeHeight;
    const qreal room = limitLines * QFontMetricsF(font).lineSpacing() + 1;
    paintLabel(painter, {at, QSizeF(width, room)}, limits, Qt::AlignLeft | Qt::AlignTop);
}

ColumnHeader columnHeader(const QStringList &labels, const QFontMetricsF &metrics, qreal width)
{
    qreal longest = 0;
    bool upright = true;
    qsizetype lines = 1;
    for (const QString &label : labels) {
        longest = std::max(longest, metrics.horizontalAdvance(label));
        const QStringList fitted = fitLabel(label, metrics, width - 6, uprightLines);
        // The ellipsis tells that something did not fit.
        upright = upright && std::none_of(fitted.begin(), fitted.end(),
                                          [](const QString &line) { return line.contains(u'…'); });
        lines = std::max(lines, fitted.size());
    }
    if (upright)
        return {.rotated = false, .height = double(lines) * metrics.lineSpacing() + 10};
    // Standing labels take two lines where the columns are wide enough for them.
    const bool two = width >= standingLines * metrics.lineSpacing() + 2;
    const qreal limit = std::max(standingLimit, metrics.averageCharWidth() * 18);
    const qreal needed = two && longest > limit ? std::max(longest * 0.6, limit * 0.75) : longest;
    return {.rotated = true, .height = std::min(needed, limit) + 12};
}

} // namespace seamfinder::chart
