#pragma once

#include <QAbstractButton>

namespace seamfinder {

/// One option of a row of options: filled when it holds.
class Pill : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Pill(const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace seamfinder
