#pragma once

#include <QStringList>

namespace seamfinder {

class Settings;

/// The studies opened last, newest first, at most ten. Files that are gone are left out when read, not
/// forgotten: a memory stick may come back.
QStringList recentStudies(const Settings &settings);
void rememberStudy(Settings &settings, const QString &path);
void forgetStudies(Settings &settings);

} // namespace seamfinder
