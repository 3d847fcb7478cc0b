#include "ui/common/PutBeside.h"

#include <QScreen>
#include <QWidget>

namespace seamfinder {

namespace {

constexpr int leastHeight = 200; // less of a text would not be worth a window

/// The rectangle of `size` in `screen` that stands off `window`, or at least off `typed` in it.
QRect clearOf(QRect window, QRect typed, QSize size, QRect screen)
{
    QRect place(QPoint(), size.boundedTo(screen.size()));
    place.moveTop(qBound(screen.top(), window.top(), screen.bottom() + 1 - place.height()));
    if (window.right() + place.width() <= screen.right()) {
        place.moveLeft(window.right() + 1);
        return place;
    }
    if (window.left() - place.width() >= screen.left()) {
        place.moveRight(window.left() - 1);
        return place;
    }
    const bool typedAtLeft = typed.center().x() < screen.center().x();
    place.moveLeft(typedAtLeft ? screen.right() + 1 - place.width() : screen.left());
    if (!place.intersects(typed))
        return place;
    const int above = typed.top() - screen.top(), below = screen.bottom() - typed.bottom();
    if (const int room = qMax(above, below); room >= leastHeight)
        place.setHeight(qMin(place.height(), room));
    if (above > below)
        place.moveTop(screen.top());
    else
        place.moveBottom(screen.bottom());
    return place;
}

} // namespace

void putBeside(QWidget &shown, const QWidget &typed)
{
    const QWidget *window = typed.window();
    // It has no frame before it is shown; the other window's is like it. Without it the window system would
    // move the window once it is there.
    const QRect inside = window->geometry(), outside = window->frameGeometry();
    const QMargins frame(inside.left() - outside.left(), inside.top() - outside.top(),
                         outside.right() - inside.right(), outside.bottom() - inside.bottom());
    const QRect typedAt(typed.mapToGlobal(QPoint()), typed.size());
    shown.setGeometry(
        clearOf(outside, typedAt, shown.size().grownBy(frame), window->screen()->availableGeometry())
            .marginsRemoved(frame));
}

} // namespace seamfinder
