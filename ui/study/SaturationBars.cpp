#include "ui/study/SaturationBars.h"

#include "ui/common/Colors.h"
#include "ui/common/PlainEnter.h"
#include "ui/report/ChartStyle.h"

#include <algorithm>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace seamfinder {

namespace {
constexpr int widestBar = 26;
constexpr int narrowestBar = 12;
} // namespace

SaturationBars::SaturationBars(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("New information items per interview"));
}

void SaturationBars::setSteps(const QVector<SaturationStep> &steps, const QStringList &names)
{
    m_steps = steps;
    m_names = names;
    m_hovered = -1;
    setCurrent(int(m_steps.size()) - 1);
    setVisible(!m_steps.isEmpty());
    update();
}

QSize SaturationBars::sizeHint() const
{
    return {std::max(160, int(m_steps.size()) * (widestBar + 4)), 2 * fontMetrics().height() + 34};
}

QSize SaturationBars::minimumSizeHint() const
{
    return {8 * narrowestBar, sizeHint().height()};
}

int SaturationBars::shown() const
{
    return std::min(int(m_steps.size()), std::max(1, width() / narrowestBar));
}

QRect SaturationBars::slot(int place) const
{
    const int count = std::max(1, shown());
    const int each = std::clamp(width() / count, narrowestBar, widestBar + 4);
    const int nth = place - (int(m_steps.size()) - shown());
    return QStyle::visualRect(layoutDirection(), rect(), QRect(nth * each, 0, each, height()));
}

int SaturationBars::placeAt(const QPoint &point) const
{
    for (int place = int(m_steps.size()) - shown(); place < int(m_steps.size()); ++place) {
        if (slot(place).contains(point))
            return place;
    }
    return -1;
}

QString SaturationBars::describe(int place) const
{
    const SaturationStep &step = m_steps[place];
    return tr("%1: %2 information items, %3 of them new")
        .arg(m_names.value(place))
        .arg(step.named)
        .arg(step.fresh);
}

void SaturationBars::setCurrent(int place)
{
    m_current = place;
    setAccessibleDescription(place >= 0 ? describe(place) : QString());
    update();
}

void SaturationBars::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int most = 1;
    for (const SaturationStep &step : m_steps)
        most = std::max(most, step.fresh);
    const int text = fontMetrics().height();
    const int base = height() - 6;
    const int longest = base - text - 4;
    for (int place = int(m_steps.size()) - shown(); place < int(m_steps.size()); ++place) {
        const QRect room = slot(place);
        const int fresh = m_steps[place].fresh;
        const int length = fresh * longest / most;
        const QRectF bar(room.left() + 2, base - std::max(length, 2), room.width() - 4, std::max(length, 2));
        const bool last = place == int(m_steps.size()) - 1;
        painter.setPen(Qt::NoPen);
        painter.setBrush(fresh == 0                   ? colors.line
                         : last || place == m_hovered ? colors.accent
                                                      : chart::barColor(isDark(palette())));
        painter.drawRoundedRect(bar, 2, 2);
        painter.setPen(last ? colors.text : colors.mutedText);
        painter.drawText(QRectF(room.left() - 4, bar.top() - text - 1, room.width() + 8, text),
                         Qt::AlignCenter, QString::number(fresh));
        if (hasFocus() && place == m_current) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(colors.accent, 1.5));
            painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        }
    }
}

void SaturationBars::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int first = int(m_steps.size()) - shown(), end = int(m_steps.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int step = (event->key() == Qt::Key_Right) != mirrored ? 1 : -1;
        setCurrent(std::clamp(m_current + step, first, std::max(first, end)));
        return;
    }
    case Qt::Key_Home:
        setCurrent(first);
        return;
    case Qt::Key_End:
        setCurrent(end);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isPlainEnter(*event)) {
            QWidget::keyPressEvent(event);
            return;
        }
        if (m_current >= 0 && m_current < m_steps.size())
            Q_EMIT opened(m_steps[m_current].interview);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void SaturationBars::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = placeAt(event->position().toPoint());
    setCursor(m_hovered >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void SaturationBars::mouseReleaseEvent(QMouseEvent *event)
{
    const int place = placeAt(event->position().toPoint());
    if (place < 0 || event->button() != Qt::LeftButton)
        return;
    setCurrent(place);
    Q_EMIT opened(m_steps[place].interview);
}

void SaturationBars::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

bool SaturationBars::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int place = placeAt(help->pos());
        if (place >= 0)
            QToolTip::showText(help->globalPos(), describe(place), this, slot(place));
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace seamfinder
