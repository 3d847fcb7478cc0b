#pragma once

class QKeyEvent;
class QWidget;

namespace seamfinder {

/// Up and Down, Home and End move the focus among the widgets of one kind in one parent, in the order of
/// their making, and never leave them: Qt takes arrows for Tab, and the next key would act on something that
/// nobody looks at. False for every other key.
bool moveInColumn(QWidget &from, const QKeyEvent &key);

} // namespace seamfinder
