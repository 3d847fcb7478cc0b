#include "ui/common/OutlineStyle.h"

#include "ui/common/Colors.h"

#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr double rounding = 2; // as Fusion's

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
    QProxyStyle::drawControl(element, option, painter, widget);
    if (element == CE_ShapedFrame && isTextField(widget))
        outline(*option, *painter);
}

void OutlineStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox || control == CC_ComboBox)
        outline(*option, *painter);
}

} // namespace seamfinder
