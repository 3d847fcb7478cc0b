#pragma once

#include "ui/report/HeatMapPicture.h"

namespace seamfinder {

/// A ranking as a picture that stands on its own: title, n, one bar with its number for each value.
class BarPicture
{
public:
    explicit BarPicture(BarChart chart, PictureStyle style = {});

    [[nodiscard]] QSize size() const; ///< in logical pixels
    void paint(QPainter &painter) const;
    [[nodiscard]] QImage image(qreal scale = 2) const;
    [[nodiscard]] QByteArray svg() const;

private:
    [[nodiscard]] qreal innerWidth() const;

    BarChart m_chart;
    PictureStyle m_style;
    chart::Heading m_heading;
    qreal m_labels = 0; ///< width
    qreal m_rowHeight = 0;
};

} // namespace seamfinder
