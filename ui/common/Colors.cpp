#include "ui/common/Colors.h"

#include <algorithm>
#include <cmath>
#include <QWidget>

namespace seamfinder {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}

} // namespace

const Colors::Pair &Colors::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Accent:
        return tinted;
    case Tone::Good:
        return good;
    case Tone::Warning:
        return warning;
    case Tone::Bad:
        return bad;
    case Tone::Neutral:
        break;
    }
    return neutral;
}

const Colors &lightColors()
{
    static const Colors colors{
        .window = rgb(0xf3f4f5),
        .surface = rgb(0xffffff),
        .raised = rgb(0xe9ebed),
        .line = rgb(0xd2d6d9),
        .outline = rgb(0x838c93),
        .text = rgb(0x1f2529),
        .mutedText = rgb(0x57616a),
        .disabledText = rgb(0x9199a0),
        .accent = rgb(0x1d6a72),
        .accentText = rgb(0xffffff),
        .link = rgb(0x17616a),
        .neutral = {rgb(0xe4e7e9), rgb(0x3c454c)},
        .tinted = {rgb(0xd5e9ea), rgb(0x11484e)},
        .good = {rgb(0xd9ecd9), rgb(0x1f5128)},
        .warning = {rgb(0xfbe8c3), rgb(0x6a4500)},
        .bad = {rgb(0xf9dcd9), rgb(0x86201a)},
    };
    return colors;
}

const Colors &darkColors()
{
    static const Colors colors{
        .window = rgb(0x22272b),
        .surface = rgb(0x1a1e21),
        .raised = rgb(0x2b3136),
        .line = rgb(0x3d454b),
        .outline = rgb(0x6c767e),
        .text = rgb(0xe8ebed),
        .mutedText = rgb(0xa9b3ba),
        .disabledText = rgb(0x6f7980),
        .accent = rgb(0x5fb8bf),
        .accentText = rgb(0x0c1f21),
        .link = rgb(0x7cc8ce),
        .neutral = {rgb(0x39424a), rgb(0xdbe0e4)},
        .tinted = {rgb(0x1f474b), rgb(0xbfe6e9)},
        .good = {rgb(0x24452a), rgb(0xc3e8c7)},
        .warning = {rgb(0x4d3a10), rgb(0xf8dca1)},
        .bad = {rgb(0x5a2522), rgb(0xfbcbc6)},
    };
    return colors;
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Active, QPalette::Window)) < 0.2;
}

const Colors &colorsFor(const QPalette &palette)
{
    return isDark(palette) ? darkColors() : lightColors();
}

const Colors &colorsFor(const QWidget *widget)
{
    return colorsFor(widget->palette());
}

QPalette paletteFor(const Colors &colors)
{
    QPalette palette;
    const auto all = [&](QPalette::ColorRole role, const QColor &color) { palette.setColor(role, color); };
    all(QPalette::Window, colors.window);
    all(QPalette::WindowText, colors.text);
    all(QPalette::Base, colors.surface);
    all(QPalette::AlternateBase, colors.window);
    all(QPalette::Text, colors.text);
    all(QPalette::PlaceholderText, colors.mutedText);
    all(QPalette::Button, colors.raised);
    all(QPalette::ButtonText, colors.text);
    all(QPalette::BrightText, colors.bad.text);
    all(QPalette::ToolTipBase, colors.raised);
    all(QPalette::ToolTipText, colors.text);
    all(QPalette::Highlight, colors.accent);
    all(QPalette::HighlightedText, colors.accentText);
    all(QPalette::Link, colors.link);
    all(QPalette::LinkVisited, colors.link);
    const bool dark = luminance(colors.window) < 0.2;
    all(QPalette::Light, dark ? colors.raised.lighter(130) : rgb(0xffffff));
    all(QPalette::Midlight, dark ? colors.raised.lighter(115) : colors.raised.lighter(104));
    all(QPalette::Mid, dark ? colors.line : colors.line.darker(108));
    all(QPalette::Dark, dark ? rgb(0x14171a) : colors.line.darker(135));
    all(QPalette::Shadow, dark ? rgb(0x0b0d0e) : rgb(0x6d757b));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colors.disabledText);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, colors.mutedText);
    return palette;
}

double contrast(const QColor &one, const QColor &other)
{
    // Taken by value: minmax of two temporaries would give references to what is gone.
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

QColor readableOn(const QColor &background)
{
    const QColor dark = rgb(0x14171a);
    const QColor light = rgb(0xffffff);
    return contrast(dark, background) >= contrast(light, background) ? dark : light;
}

} // namespace seamfinder
