#include "ui/common/WrappedRows.h"

#include <algorithm>
#include <QEvent>
#include <QTreeView>

namespace seamfinder {

namespace {
constexpr int margins = 12; // at both sides of a text, as the style leaves them
}

WrappedRows::WrappedRows(QTreeView &view)
    : QStyledItemDelegate(&view)
    , m_view(view)
    , m_viewport(view.viewport())
{
    view.setUniformRowHeights(false);
    view.viewport()->installEventFilter(this);
}

QSize WrappedRows::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int depth = m_view.rootIsDecorated() ? 1 : 0;
    for (QModelIndex up = index.parent(); up.isValid(); up = up.parent())
        ++depth;
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const int room = std::max(1, m_view.viewport()->width() - depth * m_view.indentation() - margins);
    const QRect text =
        item.fontMetrics.boundingRect(QRect(0, 0, room, QWIDGETSIZE_MAX), Qt::TextWordWrap, item.text);
    const QSize one = QStyledItemDelegate::sizeHint(option, index);
    return {room, std::max(one.height(), text.height() + one.height() - item.fontMetrics.height())};
}

bool WrappedRows::eventFilter(QObject *watched, QEvent *event)
{
    // Not asked of the view, which may be going: then it is none any more.
    if (watched == m_viewport && event->type() == QEvent::Resize)
        m_view.doItemsLayout();
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace seamfinder
