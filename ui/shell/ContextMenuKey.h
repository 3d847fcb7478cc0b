#pragma once

class QWidget;

namespace seamfinder {

/// Shift+F10 opens the menu of whatever has the focus in `window`, as the Menu key does. Qt leaves it to the
/// platform, and X11 and Wayland have no such key of their own.
void openContextMenusByKey(QWidget &window);

} // namespace seamfinder
