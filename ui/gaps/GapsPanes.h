#pragma once

#include "ui/report/ChartData.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace seamfinder {

class ElidedLabel;
class HeatMapView;
class HeatScale;
class RankingView;
class SectionHeading;
class Segments;

/// What is crossed and how it is counted.
class GapsControls final : public QWidget
{
    Q_OBJECT

public:
    enum Follow { Catalogue, Own };

    explicit GapsControls(QWidget *parent = nullptr);

    [[nodiscard]] Dimension rowDimension() const;
    [[nodiscard]] Dimension columnDimension() const;
    /// Says nothing. Two equal dimensions are refused: nothing happens.
    void setDimensions(Dimension rowDimension, Dimension columnDimension);

    QComboBox *rows, *columns;
    Segments *counting, *follow;
    QCheckBox *expected;

Q_SIGNALS:
    void dimensionsChanged();

private:
    void keepApart(const QComboBox *changed, QComboBox *other, int before, int otherBefore);

    int m_rowsBefore = 0, m_columnsBefore = 0;
};

class HeatPane final : public QWidget
{
    Q_OBJECT

public:
    explicit HeatPane(QWidget *parent = nullptr);

    void setMap(HeatMap map);
    /// What the current cell says, in words, under the map.
    void describe(const QString &text);
    void addTrailing(QWidget *widget);

    HeatMapView *view;

private:
    SectionHeading *m_heading;
    QLabel *m_size;
    HeatScale *m_scale;
    ElidedLabel *m_current;
};

class RankingPane final : public QWidget
{
    Q_OBJECT

public:
    explicit RankingPane(QWidget *parent = nullptr);

    void setChart(BarChart chart);
    [[nodiscard]] Dimension dimension() const;
    /// Says nothing.
    void setDimension(Dimension dimension);
    void addTrailing(QWidget *widget);

    RankingView *view;
    QComboBox *ranked;

private:
    SectionHeading *m_heading;
    QLabel *m_size;
};

} // namespace seamfinder
