#include "ui/interview/SteadyScroll.h"

#include <QEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTimer>

namespace seamfinder {

namespace {
constexpr int roomAround = 8;
}

SteadyScroll::SteadyScroll(QWidget *parent)
    : ScrollPane(parent)
{
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (!m_own) {
            m_following = false;
            remember();
        }
        Q_EMIT moved();
    });
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] { settle(); });
}

void SteadyScroll::setRows(QWidget *rows)
{
    m_rows = rows;
    m_rows->installEventFilter(this);
}

QRect SteadyScroll::placeOf(const QWidget *row) const
{
    return {row->mapTo(viewport(), QPoint()), row->size()};
}

bool SteadyScroll::isInSight(const QWidget *row) const
{
    return viewport()->rect().intersects(placeOf(row));
}

void SteadyScroll::startAnew()
{
    m_kept = nullptr;
    m_anchor = nullptr;
    m_following = false;
    scrollTo(0);
}

void SteadyScroll::keep(QWidget *row)
{
    m_kept = row;
    m_following = true;
    showKept();
    remember();
    // What was just made has its place only after the layout's turn.
    QTimer::singleShot(0, this, &SteadyScroll::settle);
}

void SteadyScroll::scrollTo(int value)
{
    const QScopedValueRollback own(m_own, true);
    verticalScrollBar()->setValue(value);
}

void SteadyScroll::showKept()
{
    if (!m_kept || !m_following)
        return;
    const QRect place = placeOf(m_kept);
    const int height = viewport()->height();
    int by = 0;
    if (place.top() < roomAround || place.height() + 2 * roomAround > height)
        by = place.top() - roomAround;
    else if (place.bottom() + roomAround > height)
        by = place.bottom() + roomAround - height;
    if (by != 0)
        scrollTo(verticalScrollBar()->value() + by);
}

void SteadyScroll::remember()
{
    m_anchor = nullptr;
    if (m_kept && isInSight(m_kept)) {
        m_anchor = m_kept;
    } else if (m_rows) {
        for (QObject *child : m_rows->children()) {
            auto *row = qobject_cast<QWidget *>(child);
            const bool first =
                row && row->isVisible() && isInSight(row) && (!m_anchor || row->y() < m_anchor->y());
            if (first)
                m_anchor = row;
        }
    }
    m_anchorTop = m_anchor ? placeOf(m_anchor).top() : 0;
}

void SteadyScroll::settle()
{
    if (m_own)
        return;
    if (m_anchor) {
        if (const int moved = placeOf(m_anchor).top() - m_anchorTop; moved != 0)
            scrollTo(verticalScrollBar()->value() + moved);
    }
    showKept();
    remember();
}

bool SteadyScroll::eventFilter(QObject *watched, QEvent *event)
{
    // The layout has had its turn before the filters have theirs.
    if (watched == m_rows && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize))
        settle();
    return ScrollPane::eventFilter(watched, event);
}

} // namespace seamfinder
