#include "ui/gaps/HeatScale.h"

#include "ui/common/Colors.h"
#include "ui/report/ChartStyle.h"

#include <algorithm>
#include <QPainter>
#include <QStyle>

namespace seamfinder {

namespace {
constexpr int steps = 8;
}

HeatScale::HeatScale(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void HeatScale::setScale(const QString &what, int largest, bool expected)
{
    m_what = what;
    m_largest = largest;
    m_expected = expected;
    setAccessibleName(tr("Scale: %1, up to %2").arg(what).arg(largest));
    update();
}

QSize HeatScale::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 50, fontMetrics().height() + 8};
}

QSize HeatScale::minimumSizeHint() const
{
    return {60, fontMetrics().height() + 8};
}

void HeatScale::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(this);
    const bool dark = isDark(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics = fontMetrics();
    int x = 0;
    const auto room = [&](int needed) { return x + needed <= this->width(); };
    const auto text = [&](const QString &words) {
        const QString fitted = metrics.elidedText(words, Qt::ElideRight, std::max(0, width() - x));
        painter.setPen(colors.mutedText);
        const QRect rect(x, 0, metrics.horizontalAdvance(fitted) + 1, height());
        painter.drawText(QStyle::visualRect(layoutDirection(), this->rect(), rect), Qt::AlignCenter, fitted);
        x += rect.width() + 8;
    };
    text(m_what);
    if (m_largest > 0) {
        text(QString::number(1));
        const int shown = std::min(m_largest, steps);
        for (int step = 1; step <= shown && room(16); ++step) {
            const int count = shown == 1 ? m_largest : 1 + (step - 1) * (m_largest - 1) / (shown - 1);
            painter.setPen(Qt::NoPen);
            painter.setBrush(chart::cellColor(count, m_largest, dark));
            const QRect box(x, (height() - 12) / 2, 14, 12);
            painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), box), 2, 2);
            x += 16;
        }
        x += 6;
        if (m_largest > 1)
            text(QString::number(m_largest));
    }
    x += 8;
    if (m_expected && room(60)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(chart::expectedColor(dark), 1.5));
        const QRect box(x, (height() - 14) / 2, 20, 14);
        painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), box), 2.5, 2.5);
        x += 28;
        text(tr("the codebook expects this flow"));
    }
}

} // namespace seamfinder
