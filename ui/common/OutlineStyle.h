#pragma once

#include <QProxyStyle>

namespace seamfinder {

/// Fusion with outlines that can be seen: it draws those of fields and check boxes in a darker shade of the
/// window, which in a dark theme is no shade at all (WCAG 2.1, 1.4.11 asks for 3 to 1). A ring shows
/// the focus on flat buttons and on rows that are not selected; a selection without the focus is paler.
class OutlineStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    OutlineStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget = nullptr) const override;
};

} // namespace seamfinder
