#pragma once

#include <functional>
#include <QString>

class QWidget;

namespace seamfinder {

class Settings;

/// Asks for a study's file beside the window, never in front of it: the dialog is a window of its own that
/// blocks nothing, and `chosen` runs when a name was picked. A new study's name gets ".seam" where it has no
/// ending.
void askForNewStudy(QWidget *window, const Settings &settings, std::function<void(const QString &)> chosen);
void askForStudy(QWidget *window, const Settings &settings, std::function<void(const QString &)> chosen);

} // namespace seamfinder
