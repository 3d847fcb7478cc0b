#include "ui/shell/Settings.h"

#include <algorithm>
#include <array>
#include <QMetaType>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

struct Entry
{
    SettingKey key;
    QLatin1StringView path;
    QMetaType::Type type;
    QLatin1StringView fallback; ///< as text; converted to the type
};

constexpr std::array entries{
    Entry{SettingKey::ColorScheme, "look/scheme"_L1, QMetaType::QString, "system"_L1},
    Entry{SettingKey::TextPercent, "look/text-percent"_L1, QMetaType::Int, "100"_L1},
    Entry{SettingKey::RecentStudies, "files/recent"_L1, QMetaType::QStringList, ""_L1},
    Entry{SettingKey::LastFolder, "files/folder"_L1, QMetaType::QString, ""_L1},
    Entry{SettingKey::WindowGeometry, "window/geometry"_L1, QMetaType::QByteArray, ""_L1},
    Entry{SettingKey::HelpGeometry, "help/geometry"_L1, QMetaType::QByteArray, ""_L1},
    Entry{SettingKey::CurrentWorkspace, "window/workspace"_L1, QMetaType::QString, ""_L1},
    Entry{SettingKey::CoderName, "coder/name"_L1, QMetaType::QString, ""_L1},
    Entry{SettingKey::CoderInitials, "coder/initials"_L1, QMetaType::QString, ""_L1},
    Entry{SettingKey::Installation, "installation/id"_L1, QMetaType::QString, ""_L1},
};

const Entry &entryOf(SettingKey key)
{
    const auto found = std::ranges::find(entries, key, &Entry::key);
    Q_ASSERT(found != entries.end());
    return *found;
}

QVariant fallbackOf(const Entry &entry)
{
    if (entry.type == QMetaType::QStringList)
        return QStringList();
    QVariant value = QString(entry.fallback);
    value.convert(QMetaType(entry.type));
    return value;
}

} // namespace

Settings::Settings(const QString &fileName, QObject *parent)
    : QObject(parent)
    , m_file(fileName.isEmpty()
                 ? QSettings(QSettings::IniFormat, QSettings::UserScope, u"seamfinder"_s, u"seamfinder"_s)
                       .fileName()
                 : fileName,
             QSettings::IniFormat)
{
}

QVariant Settings::value(SettingKey key) const
{
    const Entry &entry = entryOf(key);
    QVariant value = m_file.value(QString(entry.path));
    // An INI file holds texts only, and a list of one is read back as a text.
    if (!value.isValid() || !value.convert(QMetaType(entry.type)))
        return fallbackOf(entry);
    return value;
}

void Settings::set(SettingKey key, const QVariant &value)
{
    if (this->value(key) == value)
        return;
    m_file.setValue(QString(entryOf(key).path), value);
    Q_EMIT changed(key);
}

} // namespace seamfinder
