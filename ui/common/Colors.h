#pragma once

#include <QColor>
#include <QPalette>

class QWidget;

namespace seamfinder {

/// What a coloured mark says. Colour is never the only sign: a text or an icon stands beside it.
enum class Tone : quint8 { Neutral, Accent, Good, Warning, Bad };

/// The colours that QPalette has no role for, one set for light and one for dark.
struct Colors
{
    QColor window;  ///< behind panes
    QColor surface; ///< lists, fields, cards
    QColor raised;  ///< headers, the rail, strips
    QColor line;    ///< hairlines between panes
    QColor outline; ///< around fields and boxes: at least 3 to 1 on window and surface
    QColor text;
    QColor mutedText; ///< secondary text, still AA on window, surface and raised
    QColor disabledText;
    QColor accent;     ///< the one accent: selection, current place, focus
    QColor accentText; ///< text on accent
    QColor link;

    struct Pair
    {
        QColor background;
        QColor text;
    };
    Pair neutral, tinted, good, warning, bad;

    [[nodiscard]] const Pair &tone(Tone tone) const;
};

const Colors &lightColors();
const Colors &darkColors();
/// Chosen by the lightness of the palette's window colour; works inside paint().
const Colors &colorsFor(const QPalette &palette);
const Colors &colorsFor(const QWidget *widget);

bool isDark(const QPalette &palette);
QPalette paletteFor(const Colors &colors);
/// WCAG 2 contrast ratio, 1 to 21, of two opaque colours.
double contrast(const QColor &one, const QColor &other);
/// Black or white, whichever reads better on `background` (chips and dots in a term's own colour).
QColor readableOn(const QColor &background);

} // namespace seamfinder
