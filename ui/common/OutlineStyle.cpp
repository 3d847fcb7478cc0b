#include "ui/common/OutlineStyle.h"

#include "ui/common/Colors.h"
#include "ui/common/RowFocus.h"

#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr double rounding = 2; // as Fusion's
constexpr double ringWidth = 2;

void outline(const QStyleOption &option, QPainter &painter, bool round = false)
{
    // What has the focus has its own.
    if (option.state & QStyle::State_HasFocus)
        return;
    const Colors &colors = colorsFor(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(enabled ? colors.outline : colors.line);
    const QRectF edge = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    round ? painter.drawEllipse(edge) : painter.drawRoundedRect(edge, rounding, rounding);
    painter.restore();
}

/// The focus of what Fusion draws without an edge of its own.
void ring(const QStyleOption &option, QPainter &painter)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colorsFor(option.palette).accent, ringWidth));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), rounding, rounding);
    painter.restore();
}

bool hasFocus(const QStyleOption &option)
{
    return option.state & QStyle::State_HasFocus && option.state & QStyle::State_Enabled;
}

bool isRow(const QStyleOption &option)
{
    return option.type == QStyleOption::SO_ViewItem;
}

/// The row as it is drawn where the focus is elsewhere.
QStyleOptionViewItem asSeen(const QStyleOption &option)
{
    QStyleOptionViewItem row = static_cast<const QStyleOptionViewItem &>(option);
    paleWithoutFocus(row);
    return row;
}

bool isTextField(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}
} // namespace

OutlineStyle::OutlineStyle()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
}

void OutlineStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    if ((element == PE_PanelItemViewItem || element == PE_PanelItemViewRow) && isRow(*option)) {
        const QStyleOptionViewItem row = asSeen(*option);
        QProxyStyle::drawPrimitive(element, &row, painter, widget);
        // A selected row is in the accent already.
        if (element == PE_PanelItemViewItem && hasFocus(row) && !(row.state & State_Selected))
            ring(row, *painter);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    switch (element) {
    case PE_FrameLineEdit:
    case PE_IndicatorCheckBox:
        outline(*option, *painter);
        break;
    case PE_IndicatorRadioButton:
        outline(*option, *painter, true);
        break;
    default:
        break;
    }
}

void OutlineStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (element == CE_ItemViewItem && isRow(*option)) {
        const QStyleOptionViewItem row = asSeen(*option);
        QProxyStyle::drawControl(element, &row, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
    if (element == CE_PushButton) {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (button && button->features & QStyleOptionButton::Flat && hasFocus(*button))
            ring(*button, *painter);
    }
    if (element == CE_ShapedFrame && isTextField(widget))
        outline(*option, *painter);
}

void OutlineStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ToolButton && option->state & State_AutoRaise && hasFocus(*option))
        ring(*option, *painter);
    if (control == CC_SpinBox || control == CC_ComboBox)
        outline(*option, *painter);
}

} // namespace seamfinder
