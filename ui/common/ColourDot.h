#pragma once

#include <QColor>
#include <QIcon>

namespace seamfinder {

/// A term's colour before its name. `side` in logical pixels, `ratio` of device pixels to them. On a selected
/// line it keeps its colour, with a ring that parts it from the selection.
[[nodiscard]] QIcon colourDot(const QColor &colour, int side, qreal ratio);

} // namespace seamfinder
