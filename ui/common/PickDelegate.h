#pragma once

#include <QStringView>
#include <QStyledItemDelegate>

namespace seamfinder {

/// What stands behind it in a label tells lines apart whose words are the same, and is seen even where the
/// words are too long for the line.
inline constexpr QStringView tellsApart = u"  ·  ";

/// Draws a picker's lines: headings in muted small letters, items with their alias muted behind the label.
class PickDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace seamfinder
