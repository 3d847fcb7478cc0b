#pragma once

#include <QWidget>

class QButtonGroup;

namespace seamfinder {

/// A few exclusive choices side by side. Tab reaches the chosen one, the arrow keys change it.
class Segments final : public QWidget
{
    Q_OBJECT

public:
    Segments(const QString &name, const QStringList &choices, QWidget *parent = nullptr);

    [[nodiscard]] int current() const;
    /// Says nothing.
    void setCurrent(int index);
    void setChoiceToolTip(int index, const QString &text);

Q_SIGNALS:
    void chosen(int index);

private:
    QButtonGroup *m_group;
};

} // namespace seamfinder
