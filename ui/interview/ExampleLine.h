#pragma once

#include <QAbstractButton>

namespace seamfinder {

/// An example of this interview: its title, and what is still open in it. Enter, Space or a click open it.
class ExampleLine final : public QAbstractButton
{
    Q_OBJECT

public:
    ExampleLine(const QString &title, const QString &open, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_open;
};

} // namespace seamfinder
