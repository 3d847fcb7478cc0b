#include "ui/shell/RailButton.h"

#include "ui/common/Colors.h"
#include "ui/common/Icons.h"

#include <QPainter>

namespace seamfinder {

namespace {

constexpr int markWidth = 3;

int pictureSizeFor(const QFontMetrics &metrics)
{
    return std::max(24, metrics.height() * 3 / 2);
}

QFont labelFont(const QFont &base, bool current)
{
    QFont font = base;
    font.setPointSizeF(font.pointSizeF() * 0.9);
    font.setBold(current);
    return font;
}

} // namespace

RailButton::RailButton(const QString &title, const QString &iconName, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(title);
    setIcon(seamfinder::icon(iconName));
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize RailButton::sizeHint() const
{
    const QFontMetrics metrics(labelFont(font(), true));
    return {std::max(76, metrics.horizontalAdvance(text()) + 20),
            pictureSizeFor(fontMetrics()) + metrics.height() + 22};
}

void RailButton::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect body = rect().adjusted(5, 3, -5, -3);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? colors.tinted.background : colors.neutral.background);
        painter.drawRoundedRect(body, 7, 7);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.accent, 2));
        painter.drawRoundedRect(QRectF(body), 7, 7);
    }
    if (isChecked()) {
        // The place is told by the bar as well as by the colour.
        const QRect bar(0, body.top() + 8, markWidth, body.height() - 16);
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), bar), colors.accent);
    }
    const int pictureSize = pictureSizeFor(fontMetrics());
    const QRect picture((width() - pictureSize) / 2, body.top() + 7, pictureSize, pictureSize);
    icon().paint(&painter, picture, Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
    painter.setFont(labelFont(font(), isChecked()));
    painter.setPen(!isEnabled() ? colors.disabledText : isChecked() ? colors.tinted.text : colors.text);
    painter.drawText(QRect(0, picture.bottom() + 3, width(), body.bottom() - picture.bottom() - 3),
                     Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextSingleLine, text());
}

} // namespace seamfinder
