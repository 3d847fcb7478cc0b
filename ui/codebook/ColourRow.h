#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace seamfinder {

/// A row of colours that people tell apart, also with colour-blind eyes, and "none". The arrow keys change
/// it.
class ColourRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ColourRow(QWidget *parent = nullptr);

    /// "#rrggbb" or empty; a colour that is not among those offered is shown at the end. Says nothing.
    void setColour(const QString &colour);
    [[nodiscard]] QString colour() const;

Q_SIGNALS:
    void chosen(const QString &colour);

private:
    void add(const QString &colour, const QString &name);

    QButtonGroup *m_group;
    QHBoxLayout *m_line;
    QStringList m_colours;
};

} // namespace seamfinder
