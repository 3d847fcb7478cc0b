#include "ui/common/FlowLayout.h"

#include <QStyle>
#include <QWidget>

namespace seamfinder {

FlowLayout::FlowLayout(QWidget *parent, int gap)
    : QLayout(parent)
    , m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
    // As Qt's own layouts do: what is put in anew is placed anew, even where the size stays the same.
    invalidate();
}

void FlowLayout::clear()
{
    while (QLayoutItem *item = takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            // Deleted later: the widget that asked for the rebuild may be one of them.
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    invalidate();
}

int FlowLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= m_items.size())
        return nullptr;
    QLayoutItem *item = m_items.takeAt(index);
    m_punctuation.remove(item->widget());
    invalidate();
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            width += item->sizeHint().width() + (width > 0 ? m_gap : 0);
    }
    const QMargins margins = contentsMargins();
    return {width + margins.left() + margins.right(), minimumSize().height()};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

void FlowLayout::addPunctuation(QWidget *widget)
{
    m_punctuation.insert(widget);
    addWidget(widget);
}

bool FlowLayout::isPunctuation(qsizetype index) const
{
    return index < m_items.size() && m_punctuation.contains(m_items[index]->widget());
}

QSize FlowLayout::sizeOf(QLayoutItem *item, int room) const
{
    QSize size = item->sizeHint().expandedTo(item->minimumSize());
    size.setWidth(std::min(size.width(), std::max(room, item->minimumSize().width())));
    if (item->hasHeightForWidth())
        size.setHeight(item->heightForWidth(size.width()));
    return size;
}

int FlowLayout::arrange(const QRect &rect, bool move) const
{
    const QMargins margins = contentsMargins();
    const QRect room = rect.marginsRemoved(margins);
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = 0;
    int y = 0;
    int lineHeight = 0;
    int heightBefore = 0; ///< of the last item that is no punctuation
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        QLayoutItem *item = m_items[i];
        if (item->isEmpty())
            continue;
        int behind = 0;
        for (qsizetype next = i + 1; isPunctuation(next); ++next)
            behind += sizeOf(m_items[next], room.width()).width();
        // What would fill the line leaves room for the punctuation that must not begin the next one.
        const QSize size = sizeOf(item, room.width() - behind);
        const int needed = size.width() + behind;
        int top = y;
        if (isPunctuation(i)) {
            x = std::max(0, x - m_gap);
            top += std::max(0, heightBefore - size.height()); // where the text before it ends
        } else if (x > 0 && x + needed > room.width()) {
            x = 0;
            y += lineHeight + m_gap;
            lineHeight = 0;
            top = y;
        }
        if (!isPunctuation(i))
            heightBefore = size.height();
        if (move)
            item->setGeometry(
                QStyle::visualRect(direction, room, QRect(room.topLeft() + QPoint(x, top), size)));
        x += size.width() + m_gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    return y + lineHeight + margins.top() + margins.bottom();
}

} // namespace seamfinder
