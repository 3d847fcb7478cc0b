#pragma once

#include <QWidget>

namespace seamfinder {

/// The scale under a heat map: what the lightest and the darkest cell stand for, and the outline of the
/// expected flow where it is drawn.
class HeatScale final : public QWidget
{
    Q_OBJECT

public:
    explicit HeatScale(QWidget *parent = nullptr);

    void setScale(const QString &what, int largest, bool expected);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_what;
    int m_largest = 0;
    bool m_expected = false;
};

} // namespace seamfinder
