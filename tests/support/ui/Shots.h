#pragma once

#include <QString>

class QWidget;

namespace seamfinder::test {

/// Saves what a widget shows as NAME.png in the folder that SEAMFINDER_SHOTS names; does nothing where it is
/// not set.
void shoot(QWidget &widget, const QString &name);

} // namespace seamfinder::test
