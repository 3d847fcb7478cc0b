#include "ui/common/Door.h"

#include "ui/common/Colors.h"
#include "ui/common/Icons.h"
#include "ui/common/PlainEnter.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace seamfinder {

namespace {
constexpr int padding = 16;
constexpr int pictureSize = 32;
constexpr int gap = 12;
constexpr int wrapFlags = Qt::TextWordWrap | Qt::AlignTop;
} // namespace

Door::Door(const QString &iconName, const QString &title, const QString &sentence, QWidget *parent)
    : QAbstractButton(parent)
    , m_picture(seamfinder::icon(iconName))
    , m_sentence(sentence)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont Door::titleFont() const
{
    QFont font = this->font();
    font.setBold(true);
    return font;
}

QRect Door::textRect(int width) const
{
    return {padding + pictureSize + gap, padding, std::max(40, width - 2 * padding - pictureSize - gap),
            10'000};
}

int Door::heightForWidth(int width) const
{
    const QRect room = textRect(width);
    const int title = QFontMetrics(titleFont()).boundingRect(room, wrapFlags, text()).height();
    const int sentence = fontMetrics().boundingRect(room, wrapFlags, m_sentence).height();
    return 2 * padding + std::max(pictureSize, title + 4 + sentence);
}

QSize Door::sizeHint() const
{
    const int width = 2 * padding + pictureSize + gap + fontMetrics().averageCharWidth() * 30;
    return {width, heightForWidth(width)};
}

QSize Door::minimumSizeHint() const
{
    const int width = 2 * padding + pictureSize + gap + fontMetrics().averageCharWidth() * 18;
    return {width, 2 * padding + pictureSize};
}

void Door::keyPressEvent(QKeyEvent *event)
{
    if (isPlainEnter(*event)) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void Door::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    // The text is never cut: what it needs at this width is the least height.
    setMinimumHeight(heightForWidth(width()));
}

void Door::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool warm = underMouse() || isDown();
    painter.setPen(QPen(hasFocus() || warm ? colors.accent : colors.line, hasFocus() ? 2 : 1));
    painter.setBrush(warm ? colors.tinted.background : colors.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);

    const auto mirrored = [this](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    m_picture.paint(&painter, mirrored({padding, padding, pictureSize, pictureSize}));
    QRect room = textRect(width());
    const int align = wrapFlags | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    painter.setFont(titleFont());
    painter.setPen(warm ? colors.tinted.text : colors.text);
    QRect used;
    painter.drawText(mirrored(room), align, text(), &used);
    room.setTop(used.bottom() + 4);
    painter.setFont(font());
    painter.setPen(warm ? colors.tinted.text : colors.mutedText);
    painter.drawText(mirrored(room), align, m_sentence);
}

} // namespace seamfinder
