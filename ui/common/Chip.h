#pragma once

#include <QAbstractButton>

namespace seamfinder {

/// A removable chip, e.g. "Element: Trained model ✕". Reachable by Tab; Delete, Backspace or the cross remove
/// it, Enter or a click on its text activates it (`clicked`).
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(const QString &text, QWidget *parent = nullptr);

    /// Without a cross it only shows and activates. On by default.
    void setRemovable(bool removable);
    /// A dot before the text, for the colour of a term; an invalid colour takes it away.
    void setDot(const QColor &color);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void stepToNeighbour(int key);
    [[nodiscard]] QRect crossRect() const;
    [[nodiscard]] int dotSpace() const;

    QColor m_dot;
    bool m_removable = true;
    bool m_crossHovered = false;
    bool m_crossPressed = false;
};

} // namespace seamfinder
