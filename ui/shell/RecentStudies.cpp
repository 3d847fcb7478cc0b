#include "ui/shell/RecentStudies.h"

#include "ui/shell/Settings.h"

#include <QFileInfo>

namespace seamfinder {

namespace {
constexpr qsizetype kept = 10;
}

QStringList recentStudies(const Settings &settings)
{
    QStringList paths = settings.list(SettingKey::RecentStudies);
    paths.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    return paths;
}

void rememberStudy(Settings &settings, const QString &path)
{
    const QFileInfo info(path);
    QStringList paths = settings.list(SettingKey::RecentStudies);
    paths.removeAll(info.absoluteFilePath());
    paths.prepend(info.absoluteFilePath());
    settings.set(SettingKey::RecentStudies, paths.mid(0, kept));
    settings.set(SettingKey::LastFolder, info.absolutePath());
}

void forgetStudies(Settings &settings)
{
    settings.set(SettingKey::RecentStudies, QStringList());
}

} // namespace seamfinder
