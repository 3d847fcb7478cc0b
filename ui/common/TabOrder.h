#pragma once

class QWidget;

namespace seamfinder {

/// Makes Tab go through the window of this widget in the order in which its layouts show things. Qt's own
/// order is that in which widgets were made, so this is to be called where widgets are made or moved later:
/// a chip that was picked, a gap that was added. At once if the widget is visible, else soon.
void orderTabs(QWidget *part);

} // namespace seamfinder
