#include "ui/common/ScrollPane.h"

#include <QEvent>
#include <QStyle>

namespace seamfinder {

namespace {
constexpr int widestInCharacters = 58; // one long word must not push the other panes out of the window
} // namespace

ScrollPane::ScrollPane(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QSize ScrollPane::minimumSizeHint() const
{
    QSize least = QScrollArea::minimumSizeHint();
    if (widget()) {
        const int wanted = widget()->minimumSizeHint().width() +
                           style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
        least.setWidth(std::min(wanted, fontMetrics().averageCharWidth() * widestInCharacters));
    }
    return least;
}

bool ScrollPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        fitBar();
        updateGeometry();
    }
    return QScrollArea::eventFilter(watched, event);
}

void ScrollPane::resizeEvent(QResizeEvent *event)
{
    fitBar();
    QScrollArea::resizeEvent(event);
}

/// Qt asks what fits beside the bar that is there: text that wraps in the room left by it needs it, and a bar
/// that came once would stay.
void ScrollPane::fitBar()
{
    const QSize room = maximumViewportSize();
    const bool fits =
        widget() && widget()->hasHeightForWidth() && widget()->heightForWidth(room.width()) <= room.height();
    const auto policy = fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded;
    if (policy != verticalScrollBarPolicy())
        setVerticalScrollBarPolicy(policy);
}

} // namespace seamfinder
