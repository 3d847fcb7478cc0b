#include "ui/interview/ExampleLine.h"

#include "ui/common/ArrowColumn.h"
#include "ui/common/Colors.h"
#include "ui/common/PlainEnter.h"
#include "ui/common/WrappedText.h"

#include <QKeyEvent>
#include <QPainter>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int padding = 6;
constexpr int usualCharacters = 30, leastCharacters = 12;
} // namespace

ExampleLine::ExampleLine(const QString &title, const QString &open, QWidget *parent)
    : QAbstractButton(parent)
    , m_open(open)
{
    setText(QString(title).replace(u'&', u"&&"_s)); // no key of its own
    setAccessibleName(title);
    setAccessibleDescription(open);
    setObjectName(u"exampleLine"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int ExampleLine::heightForWidth(int width) const
{
    const int room = width - 2 * padding;
    const int title = WrappedText(accessibleName(), font(), room, layoutDirection()).height();
    return 2 * padding + title +
           (m_open.isEmpty() ? 0 : WrappedText(m_open, font(), room, layoutDirection()).height());
}

QSize ExampleLine::sizeHint() const
{
    const int width = 2 * padding + fontMetrics().averageCharWidth() * usualCharacters;
    return {width, heightForWidth(width)};
}

QSize ExampleLine::minimumSizeHint() const
{
    return {2 * padding + fontMetrics().averageCharWidth() * leastCharacters,
            2 * padding + fontMetrics().height()};
}

void ExampleLine::keyPressEvent(QKeyEvent *event)
{
    if (isPlainEnter(*event))
        click();
    else if (!moveInColumn(*this, *event))
        QAbstractButton::keyPressEvent(event);
}

void ExampleLine::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool warm = underMouse() || isDown();
    painter.setPen(hasFocus() ? QPen(colors.accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(warm ? colors.raised : QColor(Qt::transparent));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);

    const int room = width() - 2 * padding;
    const WrappedText title(accessibleName(), font(), room, layoutDirection());
    painter.setPen(colors.text);
    title.draw(painter, {padding, padding});
    painter.setPen(colors.mutedText);
    WrappedText(m_open, font(), room, layoutDirection()).draw(painter, {padding, padding + title.height()});
}

} // namespace seamfinder
