#pragma once

#include <QAbstractButton>

namespace seamfinder {

/// One place on the navigation rail.
class RailButton final : public QAbstractButton
{
    Q_OBJECT

public:
    RailButton(const QString &title, const QString &iconName, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace seamfinder
