#pragma once

#include "ui/report/ChartData.h"

#include <optional>
#include <QTableView>

namespace seamfinder {

class HeatMapHeader;
class HeatMapModel;

/// The heat map on screen. Arrow keys move, Enter or a click opens what is behind a cell, a total, or the
/// label of a row or column (the totals are the same as the labels, for the keyboard).
class HeatMapView final : public QTableView
{
    Q_OBJECT

public:
    explicit HeatMapView(QWidget *parent = nullptr);

    void setMap(HeatMap map);
    [[nodiscard]] const HeatMap &map() const;

Q_SIGNALS:
    /// Nothing for a side stands for all of it.
    void opened(std::optional<seamfinder::DimensionValue> row,
                std::optional<seamfinder::DimensionValue> column);
    /// What the cell under the keyboard says: labels and all three counts.
    void currentTextChanged(const QString &text);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void open(int row, int column);
    void fitCells();

    HeatMapModel *m_model;
    HeatMapHeader *m_top;
    HeatMapHeader *m_left;
};

} // namespace seamfinder
