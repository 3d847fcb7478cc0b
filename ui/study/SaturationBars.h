#pragma once

#include "core/analysis/Saturation.h"

#include <QWidget>

namespace seamfinder {

/// New information items per interview, oldest at the start, as small bars. Left and Right move, Enter or a
/// click opens the interview's examples.
class SaturationBars final : public QWidget
{
    Q_OBJECT

public:
    explicit SaturationBars(QWidget *parent = nullptr);

    /// `names`: what each interview is called, in the same order.
    void setSteps(const QVector<SaturationStep> &steps, const QStringList &names);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(qint64 interview);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int shown() const; ///< how many fit: the newest
    [[nodiscard]] QRect slot(int place) const;
    [[nodiscard]] int placeAt(const QPoint &point) const;
    [[nodiscard]] QString describe(int place) const;
    void setCurrent(int place);

    QVector<SaturationStep> m_steps;
    QStringList m_names;
    int m_current = -1;
    int m_hovered = -1;
};

} // namespace seamfinder
