#pragma once

#include "ui/report/ChartData.h"

#include <QAbstractListModel>
#include <QListView>

namespace seamfinder {

class RankingModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { CountRole = Qt::UserRole, MissingRole };

    using QAbstractListModel::QAbstractListModel;

    void setChart(BarChart chart);
    [[nodiscard]] const BarChart &chart() const { return m_chart; }
    [[nodiscard]] int largest() const { return m_largest; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    BarChart m_chart;
    int m_largest = 0;
};

/// Which values of a dimension occur most, as bars. Enter or a click opens what is behind a bar.
class RankingView final : public QListView
{
    Q_OBJECT

public:
    explicit RankingView(QWidget *parent = nullptr);

    void setChart(BarChart chart);
    [[nodiscard]] const BarChart &chart() const { return m_model->chart(); }

Q_SIGNALS:
    void opened(seamfinder::DimensionValue value);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void open(const QModelIndex &index);

    RankingModel *m_model;
};

} // namespace seamfinder
