#pragma once

#include <QCheckBox>

namespace seamfinder {

/// A probe to be ticked, in as many lines as it needs. A click anywhere on its words ticks it.
class ProbeBox final : public QCheckBox
{
    Q_OBJECT

public:
    explicit ProbeBox(const QString &words, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    [[nodiscard]] bool hitButton(const QPoint &at) const override { return rect().contains(at); }
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int textLeft() const;

    QString m_words;
};

} // namespace seamfinder
