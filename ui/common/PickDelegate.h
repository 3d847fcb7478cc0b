#pragma once

#include <QStyledItemDelegate>

namespace seamfinder {

/// Draws a picker's lines: headings in muted small letters, items with their alias muted behind the label.
class PickDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace seamfinder
