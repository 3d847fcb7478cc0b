#include "ui/shell/Theme.h"

#include "ui/common/Icons.h"
#include "ui/common/OutlineStyle.h"
#include "ui/shell/Settings.h"

#include <algorithm>
#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

/// Leaves one role that no style of ours draws with to the desktop.
QPalette openForTheSystem(const QPalette &palette)
{
    QPalette role;
    role.setResolveMask(0);
    role.setColor(QPalette::Disabled, QPalette::Midlight, Qt::black);
    QPalette open = palette;
    open.setResolveMask(palette.resolveMask() & ~role.resolveMask());
    return open;
}

} // namespace

Theme::Theme(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_systemFont(QApplication::font())
    , m_systemDark(isDark(QApplication::palette()))
{
    QApplication::setStyle(new OutlineStyle);
    qApp->installEventFilter(this);
    apply();
}

void Theme::setScheme(const QString &scheme)
{
    m_settings.set(SettingKey::ColorScheme, scheme);
    apply();
}

QString Theme::scheme() const
{
    const QString scheme = m_settings.text(SettingKey::ColorScheme);
    return scheme == "light"_L1 || scheme == "dark"_L1 ? scheme : u"system"_s;
}

void Theme::setTextPercent(int percent)
{
    m_settings.set(SettingKey::TextPercent, std::clamp(percent, minimumPercent, maximumPercent));
    apply();
}

int Theme::textPercent() const
{
    return std::clamp(m_settings.number(SettingKey::TextPercent), minimumPercent, maximumPercent);
}

void Theme::apply()
{
    const QScopedValueRollback applying(m_applying, true);
    m_dark = scheme() == "dark"_L1 || (scheme() == "system"_L1 && m_systemDark);
    setIconTheme(m_dark);
    QApplication::setPalette(openForTheSystem(paletteFor(m_dark ? darkColors() : lightColors())));
    QFont font = m_systemFont;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * textPercent() / 100);
    else
        font.setPixelSize(font.pixelSize() * textPercent() / 100);
    QApplication::setFont(font);
    Q_EMIT changed();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // Qt 6.4 has no signal for the system's scheme. A palette of the application's own hides the desktop's,
    // but one role of it is left open (see below), so a change of the desktop's still arrives here as a
    // change.
    if (watched == qApp && event->type() == QEvent::ApplicationPaletteChange && !m_applying) {
        {
            const QScopedValueRollback applying(m_applying, true);
            QApplication::setPalette(QPalette());
            m_systemDark = isDark(QApplication::palette());
        }
        apply();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace seamfinder
