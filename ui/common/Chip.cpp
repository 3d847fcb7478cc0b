#include "ui/common/Chip.h"

#include "ui/common/Colors.h"
#include "ui/common/PlainEnter.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLayout>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace seamfinder {

namespace {
constexpr int padding = 9;
constexpr int dotSize = 8;
constexpr int maximumCharacters = 44;
} // namespace

Chip::Chip(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setRemovable(true);
}

void Chip::setRemovable(bool removable)
{
    m_removable = removable;
    setAccessibleDescription(removable ? tr("Press Delete to remove") : QString());
    updateGeometry();
    update();
}

void Chip::setDot(const QColor &color)
{
    m_dot = color;
    updateGeometry();
    update();
}

int Chip::dotSpace() const
{
    return m_dot.isValid() ? dotSize + 6 : 0;
}

QSize Chip::sizeHint() const
{
    const int textWidth = std::min(fontMetrics().horizontalAdvance(text()),
                                   fontMetrics().averageCharWidth() * maximumCharacters);
    const int height = fontMetrics().height() + 8;
    return {2 * padding + dotSpace() + textWidth + 2 + (m_removable ? height - 4 : 0), height};
}

QSize Chip::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    return {std::min(hint.width(), fontMetrics().averageCharWidth() * 12 + 2 * padding), hint.height()};
}

QRect Chip::crossRect() const
{
    if (!m_removable)
        return {};
    const QRect logical(width() - height(), 0, height(), height());
    return QStyle::visualRect(layoutDirection(), rect(), logical);
}

void Chip::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsFor(this);
    const Colors::Pair pair = isEnabled() ? colors.tinted : colors.neutral;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(colors.accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(pair.background);
    const QRectF body = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2);

    const auto mirrored = [this](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    if (m_dot.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_dot);
        painter.drawEllipse(mirrored({padding, (height() - dotSize) / 2, dotSize, dotSize}));
    }
    const int start = padding + dotSpace();
    const QRect room(start, 0, width() - start - (m_removable ? height() - 4 : 0) - padding, height());
    painter.setPen(pair.text);
    painter.drawText(mirrored(room),
                     Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft),
                     fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
    if (m_removable) {
        const QRect cross = crossRect();
        if (m_crossHovered) {
            painter.setPen(Qt::NoPen);
            QColor wash = pair.text;
            wash.setAlphaF(0.18F);
            painter.setBrush(wash);
            painter.drawEllipse(QRectF(cross).adjusted(4, 4, -4, -4));
        }
        const double arm = cross.height() * 0.14;
        const QPointF center = QRectF(cross).center();
        painter.setPen(QPen(pair.text, 1.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(center + QPointF(-arm, -arm), center + QPointF(arm, arm));
        painter.drawLine(center + QPointF(-arm, arm), center + QPointF(arm, -arm));
    }
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_removable) {
            Q_EMIT removeRequested();
            return;
        }
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isPlainEnter(*event)) {
            click();
            return;
        }
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!(event->modifiers() & ~Qt::KeypadModifier)) {
            stepToNeighbour(event->key());
            return;
        }
        break;
    default:
        break;
    }
    QAbstractButton::keyPressEvent(event);
}

/// To the next chip of the same row. The base would go to any button of the window that lies that way.
void Chip::stepToNeighbour(int key)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const bool forwards = key == Qt::Key_Down || key == (mirrored ? Qt::Key_Left : Qt::Key_Right);
    const QLayout *row = parentWidget() ? parentWidget()->layout() : nullptr;
    int at = row ? row->indexOf(this) : -1;
    if (at < 0)
        return;
    for (at += forwards ? 1 : -1; at >= 0 && at < row->count(); at += forwards ? 1 : -1) {
        auto *chip = qobject_cast<Chip *>(row->itemAt(at)->widget());
        if (chip && chip->isVisible() && chip->isEnabled()) {
            chip->setFocus(forwards ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return;
        }
    }
}

void Chip::mousePressEvent(QMouseEvent *event)
{
    m_crossPressed = event->button() == Qt::LeftButton && crossRect().contains(event->pos());
    if (!m_crossPressed)
        QAbstractButton::mousePressEvent(event);
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_crossPressed) {
        QAbstractButton::mouseReleaseEvent(event);
        return;
    }
    m_crossPressed = false;
    if (crossRect().contains(event->pos()))
        Q_EMIT removeRequested();
}

void Chip::mouseMoveEvent(QMouseEvent *event)
{
    const bool over = crossRect().contains(event->pos());
    if (over != m_crossHovered) {
        m_crossHovered = over;
        update();
    }
    QAbstractButton::mouseMoveEvent(event);
}

void Chip::leaveEvent(QEvent *event)
{
    m_crossHovered = false;
    update();
    QAbstractButton::leaveEvent(event);
}

bool Chip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), text(), this);
        return true;
    }
    return QAbstractButton::event(event);
}

} // namespace seamfinder
