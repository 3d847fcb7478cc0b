#pragma once

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QRectF>
#include <QStringList>

class QPainter;

namespace seamfinder {

/// How charts are drawn, on screen and in pictures alike. One hue whose lightness does all the telling, so it
/// reads the same for every kind of colour vision and in grey; the number stands in the cell anyway.
namespace chart {

/// The fill for `count` of at most `largest`; further from the background the higher. 0 has the background's
/// own tint.
[[nodiscard]] QColor cellColor(int count, int largest, bool dark);
/// Black or white, whichever reads better; at least 4.5 : 1 on every cellColor.
[[nodiscard]] QColor numberColor(const QColor &cell);
[[nodiscard]] QColor barColor(bool dark);
/// Around cells in which the codebook expects information to flow.
[[nodiscard]] QColor expectedColor(bool dark);

/// Draws one cell within `rect`, its number included; 0 is a quiet dot.
void paintCell(QPainter &painter, const QRectF &rect, int count, int largest, bool expected, bool dark);

/// Breaks a label into at most `lines` lines of this width; the last ends with "…" where not all of it fits.
/// SVG has no clip, so nothing is ever drawn that does not fit.
[[nodiscard]] QStringList fitLabel(const QString &label, const QFontMetricsF &metrics, qreal width,
                                   int lines);

/// Draws a label within `rect`, wrapped and elided to fit; rotated reads from bottom to top.
void paintLabel(QPainter &painter, const QRectF &rect, const QString &label, Qt::Alignment alignment,
                bool rotated = false);

/// The head of a picture: its title, how much it is about, and what it is limited to, in at most three lines.
struct Heading
{
    QString title, size, limits;
    QFont font;

    static constexpr qreal narrowest = 420; ///< that a picture may be, so that the limits can be read
    [[nodiscard]] qreal width() const;      ///< that the first two lines take
    [[nodiscard]] qreal height(qreal width) const;
    void paint(QPainter &painter, QPointF at, qreal width, bool dark) const;
};

/// Whether labels fit upright over columns of this width, and how high the header then is (or has to be when
/// they stand).
struct ColumnHeader
{
    bool rotated = false;
    qreal height = 0;
};
[[nodiscard]] ColumnHeader columnHeader(const QStringList &labels, const QFontMetricsF &metrics, qreal width);

} // namespace chart

} // namespace seamfinder
