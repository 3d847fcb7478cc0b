#pragma once

#include <QStyledItemDelegate>

namespace seamfinder {

/// Paints the cells of the catalogue's table: two lines each, the headline with its title in bold.
class CatalogueDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] static int rowHeight(const QFontMetrics &metrics) { return 2 * metrics.lineSpacing() + 12; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace seamfinder
