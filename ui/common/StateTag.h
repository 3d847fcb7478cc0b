#pragma once

#include "ui/common/Colors.h"

#include <QWidget>

namespace seamfinder {

/// A small coloured label: the state of an interview, "near miss", "open". The text says what the colour
/// says.
class StateTag : public QWidget
{
    Q_OBJECT

public:
    explicit StateTag(const QString &text = {}, Tone tone = Tone::Neutral, QWidget *parent = nullptr);

    void setState(const QString &text, Tone tone);
    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    /// The same mark inside a delegate: draws it at the left (reading direction) of `rect`, elided to fit,
    /// and returns the width it took.
    static int paint(QPainter &painter, const QRect &rect, const QString &text, Tone tone,
                     const QPalette &palette, Qt::LayoutDirection direction);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Tone m_tone;
};

} // namespace seamfinder
