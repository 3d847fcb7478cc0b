#pragma once

class QWidget;

namespace seamfinder {

/// Gives `shown`, a window that is not shown yet, a place that is whole on the screen and off the window of
/// `typed`, or at least off `typed` itself: lower or narrower, if nothing else helps.
void putBeside(QWidget &shown, const QWidget &typed);

} // namespace seamfinder
