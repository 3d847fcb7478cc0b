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

    /// The key that goes there, at the end of the line where there is room.
    void showKey();
    void showNeighbour(const QString &text);
    /// There is none: a sentence instead.
    void showEnd(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();
    /// Of the keys, with what keeps them apart from the text; 0 where they are not shown.
    [[nodiscard]] int keysWidth() const;

    Side m_side;
    QString m_whole;
    QString m_keys;
};

} // namespace seamfinder
