#pragma once

#include <QAbstractButton>
#include <QIcon>

namespace seamfinder {

/// A large button: icon, title and a sentence that says what happens behind it. Emits `clicked`.
class Door : public QAbstractButton
{
    Q_OBJECT

public:
    Door(const QString &iconName, const QString &title, const QString &sentence, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QFont titleFont() const;
    [[nodiscard]] QRect textRect(int width) const;

    QIcon m_picture;
    QString m_sentence;
};

} // namespace seamfinder
