#include "ui/common/StateTag.h"

#include <QPainter>
#include <QStyle>

namespace seamfinder {

namespace {

constexpr int padding = 7;

QFont tagFont(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

} // namespace

StateTag::StateTag(const QString &text, Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setState(text, tone);
}

void StateTag::setState(const QString &text, Tone tone)
{
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize StateTag::sizeHint() const
{
    if (m_text.isEmpty())
        return {0, 0};
    const QFontMetrics metrics(tagFont(font()));
    return {metrics.horizontalAdvance(m_text) + 2 * padding + 2, metrics.height() + 4};
}

int StateTag::paint(QPainter &painter, const QRect &rect, const QString &text, Tone tone,
                    const QPalette &palette, Qt::LayoutDirection direction)
{
    painter.save();
    const QFont font = tagFont(painter.font());
    const QFontMetrics metrics(font);
    const int width = std::min(rect.width(), metrics.horizontalAdvance(text) + 2 * padding + 2);
    const int height = std::min(rect.height(), metrics.height() + 4);
    const QRect logical(rect.left(), rect.top() + (rect.height() - height) / 2, width, height);
    const QRect body = QStyle::visualRect(direction, rect, logical);
    const Colors::Pair &pair = colorsFor(palette).tone(tone);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(pair.background);
    painter.drawRoundedRect(body, 4, 4);
    painter.setFont(font);
    painter.setPen(pair.text);
    painter.drawText(body, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, width - 2 * padding));
    painter.restore();
    return width;
}

void StateTag::paintEvent(QPaintEvent *)
{
    if (m_text.isEmpty())
        return;
    QPainter painter(this);
    paint(painter, rect(), m_text, m_tone, palette(), layoutDirection());
}

} // namespace seamfinder
