#include "ui/common/Icons.h"

#include "ui/common/Colors.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

/// Our own drawings are written in two named colours, "currentColor" and "accentColor", and coloured from the
/// palette when they are painted, so one file serves light, dark and selected.
class TintedSvg final : public QIconEngine
{
public:
    explicit TintedSvg(QByteArray svg)
        : m_svg(std::move(svg))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QGuiApplication::palette();
        const Colors &colors = colorsFor(palette);
        const bool selected = mode == QIcon::Selected;
        const QColor text = mode == QIcon::Disabled ? colors.disabledText
                            : selected              ? colors.accentText
                                                    : colors.text;
        const QColor accent = mode == QIcon::Disabled ? colors.disabledText
                              : selected              ? colors.accentText
                                                      : colors.accent;
        QByteArray svg = m_svg;
        svg.replace("currentColor", text.name().toLatin1());
        svg.replace("accentColor", accent.name().toLatin1());
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const bool dark = isDark(QGuiApplication::palette());
        const QString key = u"seamfinder-icon-%1-%2-%3-%4-%5"_s.arg(qHash(m_svg))
                                .arg(size.width())
                                .arg(size.height())
                                .arg(int(mode))
                                .arg(dark);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new TintedSvg(m_svg); }
    bool isNull() override { return m_svg.isEmpty(); }

private:
    QByteArray m_svg;
};

QIcon ownIcon(const QString &name)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new TintedSvg(file.readAll()));
}

} // namespace

QIcon icon(QStringView name)
{
    const QString wanted = name.toString();
    if (wanted.startsWith("seamfinder"_L1))
        return ownIcon(wanted);
    return QIcon::hasThemeIcon(wanted) ? QIcon::fromTheme(wanted) : ownIcon(wanted);
}

void setIconTheme(bool dark)
{
    QStringList paths = QIcon::themeSearchPaths();
    if (const QString system = u"/usr/share/icons"_s; !paths.contains(system))
        paths.prepend(system);
    QIcon::setThemeSearchPaths(paths);
    QIcon::setFallbackThemeName(u"breeze"_s);
    QIcon::setThemeName(dark ? u"breeze-dark"_s : u"breeze"_s);
}

} // namespace seamfinder
