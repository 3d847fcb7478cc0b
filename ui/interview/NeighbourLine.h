#pragma once

#include <QPushButton>

namespace seamfinder {

/// One muted line for what comes before or after, elided to the width; a click goes there. Takes no focus.
class NeighbourLine final : public QPushButton
{
    Q_OBJECT

public:
    enum class Side : quint8 { Before, After };

    explicit NeighbourLine(Side side, QWidget *parent = nullptr);

    void showNeighbour(const QString &text);
    /// There is none: a sentence instead.
    void showEnd(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();

    Side m_side;
    QString m_whole;
};

} // namespace seamfinder
