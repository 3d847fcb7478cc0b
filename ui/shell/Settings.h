#pragma once

#include <QObject>
#include <QSettings>
#include <QVariant>

namespace seamfinder {

/// Everything that is remembered about the program itself; what belongs to a study is in the study's file.
enum class SettingKey : quint8 {
    ColorScheme, ///< "system", "light" or "dark"
    TextPercent, ///< 100 to 200
    RecentStudies,
    LastFolder,
    WindowGeometry,
    HelpGeometry,
    CurrentWorkspace, ///< a workspace's key
    CoderName,
    CoderInitials,
    Installation, ///< made up once: whose journal entries can be undone here
};

/// Typed access to one settings file. Pass a file name in tests; without one it is the user's own.
class Settings : public QObject
{
    Q_OBJECT

public:
    explicit Settings(const QString &fileName = {}, QObject *parent = nullptr);

    /// The stored value, or the default where nothing (or something of another type) is stored.
    [[nodiscard]] QVariant value(SettingKey key) const;
    [[nodiscard]] QString text(SettingKey key) const { return value(key).toString(); }
    [[nodiscard]] int number(SettingKey key) const { return value(key).toInt(); }
    [[nodiscard]] bool flag(SettingKey key) const { return value(key).toBool(); }
    [[nodiscard]] QStringList list(SettingKey key) const { return value(key).toStringList(); }
    void set(SettingKey key, const QVariant &value);

    /// The file itself, for a workspace's own state (splitters, columns) in a group of its own.
    [[nodiscard]] QSettings &file() { return m_file; }

Q_SIGNALS:
    void changed(seamfinder::SettingKey key);

private:
    QSettings m_file;
};

} // namespace seamfinder
