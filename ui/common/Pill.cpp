#include "ui/common/Pill.h"

#include "ui/common/Colors.h"

#include <QPainter>

namespace seamfinder {

Pill::Pill(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QSize Pill::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {std::max(metrics.horizontalAdvance(text()) + 20, metrics.height() + 14), metrics.height() + 10};
}

QSize Pill::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    return {std::min(hint.width(), fontMetrics().averageCharWidth() * 8 + 20), hint.height()};
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &colors = colorsFor(this);
    const bool on = isChecked();
    QColor fill = on ? colors.accent : underMouse() && isEnabled() ? colors.raised : colors.surface;
    QColor ink = on ? colors.accentText : colors.text;
    if (!isEnabled()) {
        fill = on ? colors.line : colors.window;
        ink = on ? colors.mutedText : colors.disabledText;
    }
    const double radius = 6;
    // The ring of the focus stands off from a filled pill: dark on dark it would not be seen.
    const double inset = on && hasFocus() ? 3.5 : 1.5;
    const QRectF shape = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    painter.setBrush(fill);
    painter.setPen(QPen(on ? fill : colors.line, 1));
    painter.drawRoundedRect(shape, radius, radius);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(on ? colors.text : colors.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
    }
    painter.setPen(ink);
    const QRect room = rect().adjusted(8, 0, -8, 0);
    painter.drawText(room, Qt::AlignCenter, fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
}

} // namespace seamfinder
