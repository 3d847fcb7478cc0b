#include "ui/interview/InterviewPanes.h"

#include "ui/interview/OutlineView.h"

#include <algorithm>

namespace seamfinder {

namespace {
constexpr int outlineWidth = 300, questionWidth = 700, sideWidth = 370;
constexpr int questionNeeds = 640; // beside something that asks for more than its share
} // namespace

InterviewPanes::InterviewPanes(OutlineView *outline, QWidget *question, QWidget *side, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_outline(outline)
    , m_side(side)
    , m_outlineWidth(outlineWidth)
    , m_sideWidth(sideWidth)
{
    addWidget(outline);
    addWidget(question);
    addWidget(side);
    setStretchFactor(0, 0);
    setStretchFactor(1, 1);
    setStretchFactor(2, 0);
    setSizes({outlineWidth, questionWidth, sideWidth});
    setChildrenCollapsible(false);
    setHandleWidth(1);
    connect(this, &QSplitter::splitterMoved, this, [this](int, int handle) { remember(handle); });
}

// Of the pane whose edge was moved: what the others gave way to it is not what somebody wants of them.
void InterviewPanes::remember(int handle)
{
    if (handle == 2)
        m_sideWidth = sizes().at(2);
    else if (m_outline->isNarrow())
        m_narrowWidth = sizes().at(0);
    else
        m_outlineWidth = sizes().at(0);
}

void InterviewPanes::fit()
{
    const QList<int> now = sizes();
    const int all = now[0] + now[1] + now[2];
    const int leastSide = m_side->minimumSizeHint().width();
    const int least = m_outline->minimumWidth();
    int outline = std::max(least, m_outline->isNarrow() ? m_narrowWidth : m_outlineWidth);
    int side = std::max(leastSide, m_sideWidth);
    if ((all - outline - side) * 2 < all) {
        const int sides = std::max(all / 2, least + leastSide);
        outline = std::clamp(sides - std::max(leastSide, std::min(side, sides * 3 / 5)), least, outline);
        side = sides - outline;
    }
    setSizes({outline, all - outline - side, side});
}

void InterviewPanes::widenSide(int width)
{
    const QList<int> now = sizes();
    const int more = width - now[2];
    if (more <= 0 || now[1] <= questionNeeds + more || (now[1] - more) * 2 < this->width())
        return;
    m_sideWidth = width;
    fit();
}

QByteArray InterviewPanes::wanted() const
{
    return QByteArray::number(m_outlineWidth) + ' ' + QByteArray::number(m_sideWidth);
}

void InterviewPanes::setWanted(const QByteArray &wanted)
{
    const QList<QByteArray> widths = wanted.split(' ');
    const int outline = widths.value(0).toInt(), side = widths.value(1).toInt();
    if (widths.size() != 2 || outline <= 0 || side <= 0)
        return;
    m_outlineWidth = outline;
    m_sideWidth = side;
    fit();
}

} // namespace seamfinder
