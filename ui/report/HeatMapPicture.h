#pragma once

#include "ui/report/ChartData.h"
#include "ui/report/ChartStyle.h"

#include <functional>
#include <QFont>
#include <QImage>

class QPainter;

namespace seamfinder {

struct PictureStyle
{
    bool dark = false;
    QFont font{}; ///< its size is set in pixels by the picture, so that SVG and PNG agree
};

/// A heat map as a picture that stands on its own: title, n, scale, labels, numbers and totals. Needs a
/// QGuiApplication (the offscreen platform is enough), no window.
class HeatMapPicture
{
public:
    explicit HeatMapPicture(HeatMap map, PictureStyle style = {});

    [[nodiscard]] QSize size() const; ///< in logical pixels
    void paint(QPainter &painter) const;
    [[nodiscard]] QImage image(qreal scale = 2) const;
    [[nodiscard]] QByteArray svg() const;

private:
    [[nodiscard]] qreal innerWidth() const;
    void paintLegend(QPainter &painter, qreal top) const;

    HeatMap m_map;
    PictureStyle m_style;
    chart::Heading m_heading;
    int m_largest = 0;
    qreal m_rowLabels = 0; ///< width
    qreal m_cellWidth = 0, m_cellHeight = 0;
    qreal m_top = 0; ///< where the column labels start
    bool m_rotated = false;
    qreal m_columnLabels = 0; ///< height
};

/// Shared by the pictures: renders what `paint` draws at `size`, magnified for an image or as SVG text.
[[nodiscard]] QImage renderImage(QSize size, qreal scale, const std::function<void(QPainter &)> &paint);
[[nodiscard]] QByteArray renderSvg(QSize size, const QString &title,
                                   const std::function<void(QPainter &)> &paint);

} // namespace seamfinder
