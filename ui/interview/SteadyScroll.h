#pragma once

#include "ui/common/ScrollPane.h"

#include <QPointer>

namespace seamfinder {

/// A pane whose contents may grow, shrink and come and go without what is being looked at moving: one widget,
/// the kept one or else the first in sight, stays where it is on the screen. The kept one is besides held
/// wholly in sight until somebody scrolls away from it.
class SteadyScroll final : public ScrollPane
{
    Q_OBJECT

public:
    explicit SteadyScroll(QWidget *parent = nullptr);

    /// `rows`: what is scrolled, whose children are looked at; inside the widget of this pane.
    void setRows(QWidget *rows);
    /// Brings it wholly into sight, now and whenever it grows; its top, where it is taller than the pane.
    void keep(QWidget *row);
    /// Forgets all places: other contents come.
    void startAnew();
    [[nodiscard]] bool isInSight(const QWidget *row) const;

Q_SIGNALS:
    /// Other rows may be in sight now.
    void moved();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void settle();
    void remember();
    void scrollTo(int value);
    void showKept();
    [[nodiscard]] QRect placeOf(const QWidget *row) const; ///< in the viewport

    QWidget *m_rows = nullptr;
    QPointer<QWidget> m_kept;
    QPointer<QWidget> m_anchor;
    int m_anchorTop = 0;
    bool m_following = false; ///< nobody has scrolled away from the kept one
    bool m_own = false;       ///< it is this pane itself that scrolls
};

} // namespace seamfinder
