#include "ui/interview/ProbeBox.h"

#include "ui/common/ArrowColumn.h"
#include "ui/common/Colors.h"
#include "ui/common/WrappedText.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr int padding = 3;
constexpr int usualCharacters = 30, leastCharacters = 12;
} // namespace

ProbeBox::ProbeBox(const QString &words, QWidget *parent)
    : QCheckBox(QString(words).replace(u'&', u"&&"_s), parent)
    , m_words(words)
{
    setAccessibleName(words);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int ProbeBox::textLeft() const
{
    return padding + style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, this) +
           style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing, nullptr, this);
}

int ProbeBox::heightForWidth(int width) const
{
    const WrappedText text(m_words, font(), width - textLeft() - padding, layoutDirection());
    return 2 * padding +
           std::max(text.height(), style()->pixelMetric(QStyle::PM_IndicatorHeight, nullptr, this));
}

QSize ProbeBox::sizeHint() const
{
    const int width = textLeft() + padding + fontMetrics().averageCharWidth() * usualCharacters;
    return {width, heightForWidth(width)};
}

QSize ProbeBox::minimumSizeHint() const
{
    return {textLeft() + padding + fontMetrics().averageCharWidth() * leastCharacters,
            2 * padding + fontMetrics().height()};
}

void ProbeBox::keyPressEvent(QKeyEvent *event)
{
    if (!moveInColumn(*this, *event))
        QCheckBox::keyPressEvent(event);
}

void ProbeBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const int indicator = style()->pixelMetric(QStyle::PM_IndicatorWidth, &option, this);
    const int indicatorHeight = style()->pixelMetric(QStyle::PM_IndicatorHeight, &option, this);
    const int firstLine = std::max(fontMetrics().height(), indicatorHeight);
    const auto mirrored = [this](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    const Colors &colors = colorsFor(this);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colors.accent, 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
    option.rect =
        mirrored({padding, padding + (firstLine - indicatorHeight) / 2, indicator, indicatorHeight});
    option.state &= ~QStyle::State_HasFocus; // the ring is around the words, too
    style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &option, &painter, this);

    const QRect room =
        mirrored({textLeft(), padding, width() - textLeft() - padding, height() - 2 * padding});
    painter.setPen(isEnabled() ? colors.text : colors.disabledText);
    WrappedText(m_words, font(), room.width(), layoutDirection()).draw(painter, room.topLeft());
}

} // namespace seamfinder
