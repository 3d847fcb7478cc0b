#include "ui/common/ColourDot.h"

#include <QPainter>
#include <QPixmapCache>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QPixmap dot(const QColor &colour, int side, qreal ratio, bool ringed)
{
    const QString key =
        u"seamfinder-dot-%1-%2-%3-%4"_s.arg(colour.name()).arg(side).arg(ratio).arg(int(ringed));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(QSizeF(side, side).toSize() * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(ringed ? QPen(Qt::white, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(1, 1, side - 2, side - 2));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}
} // namespace

QIcon colourDot(const QColor &colour, int side, qreal ratio)
{
    QIcon icon;
    icon.addPixmap(dot(colour, side, ratio, false), QIcon::Normal);
    icon.addPixmap(dot(colour, side, ratio, true), QIcon::Selected);
    return icon;
}

} // namespace seamfinder
