#include "ui/common/SteadyFocus.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

namespace seamfinder {

SteadyFocus::SteadyFocus(QScrollArea &pane)
    : QObject(&pane)
    , m_pane(pane)
    , m_page(pane.widget())
{
    m_page->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        // In a list that drops down from the field, or in another window, one is still at the field.
        if (m_page && m_page->isAncestorOf(now))
            startAnew();
    });
    const QScrollBar *bar = pane.verticalScrollBar();
    // Before the bar takes its value back into a smaller range: that is nobody's scrolling.
    connect(bar, &QScrollBar::rangeChanged, this, &SteadyFocus::settle);
    connect(bar, &QScrollBar::valueChanged, this, [this] {
        if (!m_own)
            remember();
    });
}

void SteadyFocus::startAnew()
{
    m_field = nullptr;
    // What was just made has its place only after the layout's turn.
    QTimer::singleShot(0, this, &SteadyFocus::takeUp);
}

void SteadyFocus::takeUp()
{
    QWidget *focus = QApplication::focusWidget();
    if (!m_page || !m_page->isAncestorOf(focus))
        return;
    m_field = focus;
    remember();
}

int SteadyFocus::top() const
{
    return m_field->mapTo(m_pane.viewport(), QPoint()).y();
}

void SteadyFocus::remember()
{
    if (m_field)
        m_top = top();
}

void SteadyFocus::settle()
{
    if (m_own)
        return;
    const QScopedValueRollback own(m_own, true);
    // What is out of sight is not what somebody looks at.
    const bool kept =
        m_field && m_field->isVisible() && m_top > -m_field->height() && m_top < m_pane.viewport()->height();
    QScrollBar *bar = m_pane.verticalScrollBar();
    bar->setValue(bar->value() + (kept ? top() - m_top : 0));
}

bool SteadyFocus::eventFilter(QObject *watched, QEvent *event)
{
    // The layout has had its turn before the filters have theirs. A place that cannot be kept now, because
    // the page is not as long yet as it gets, is found at the next of these.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        settle();
    return QObject::eventFilter(watched, event);
}

} // namespace seamfinder
