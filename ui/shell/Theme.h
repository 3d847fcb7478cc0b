#pragma once

#include "ui/common/Colors.h"

#include <QFont>
#include <QObject>

namespace seamfinder {

class Settings;

/// The look of the whole application: Fusion with our palettes, text size, icon theme. One per process, made
/// after QApplication and before the first window.
class Theme : public QObject
{
    Q_OBJECT

public:
    static constexpr int minimumPercent = 100, maximumPercent = 200, percentStep = 10;

    explicit Theme(Settings &settings, QObject *parent = nullptr);

    /// "system", "light" or "dark"; remembered.
    void setScheme(const QString &scheme);
    [[nodiscard]] QString scheme() const;
    [[nodiscard]] bool dark() const { return m_dark; }

    /// Clamped to 100…200; remembered.
    void setTextPercent(int percent);
    [[nodiscard]] int textPercent() const;

Q_SIGNALS:
    /// After the palette or the text size of the application changed.
    void changed();

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void apply();

    Settings &m_settings;
    QFont m_systemFont;
    bool m_systemDark = false;
    bool m_dark = false;
    bool m_applying = false;
};

} // namespace seamfinder
