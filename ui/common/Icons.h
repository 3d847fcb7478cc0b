#pragma once

#include <QIcon>

namespace seamfinder {

/// A freedesktop icon name ("document-open"), from Breeze or else from resources/icons; names that start with
/// "seamfinder-" are our own drawings. Follows light and dark without being set again. A test reads the
/// source and asserts that every literal name exists.
QIcon icon(QStringView name);

/// Points Qt's icon theme at Breeze for light or dark surroundings. Called by Theme.
void setIconTheme(bool dark);

} // namespace seamfinder
