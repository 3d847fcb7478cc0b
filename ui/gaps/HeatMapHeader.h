#pragma once

#include <QHeaderView>

namespace seamfinder {

/// The labels of a heat map: at the left wrapped in two lines, on top upright where all of them fit and
/// standing otherwise; elided as the last resort, with the whole text as the tool tip.
class HeatMapHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit HeatMapHeader(Qt::Orientation orientation, QWidget *parent = nullptr);

    /// Chooses how the labels stand for sections of this width (top), or within this width (left).
    void fit(int width);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    bool m_rotated = false;
    int m_extent = 40; ///< height on top, width at the left
    int m_hovered = -1;
};

} // namespace seamfinder
