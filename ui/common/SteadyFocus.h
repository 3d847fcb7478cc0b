#pragma once

#include <QObject>
#include <QPointer>

class QScrollArea;
class QWidget;

namespace seamfinder {

/// Keeps the field with the focus where it is on the screen while what stands above it in a scrolled form
/// comes, goes and grows. Whoever scrolls moves it all the same.
class SteadyFocus final : public QObject
{
    Q_OBJECT

public:
    /// The pane has its widget already.
    explicit SteadyFocus(QScrollArea &pane);

    /// Other contents come, or the focus went elsewhere: nothing is kept until they have their place.
    void startAnew();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeUp();
    void remember();
    void settle();
    [[nodiscard]] int top() const; ///< of the field, in the viewport

    QScrollArea &m_pane;
    QPointer<QWidget> m_page; ///< goes before this
    QPointer<QWidget> m_field;
    int m_top = 0;      ///< where it was seen last, and is to stay
    bool m_own = false; ///< it is this that scrolls
};

} // namespace seamfinder
