#include "ui/common/PickDelegate.h"

#include "ui/common/Colors.h"
#include "ui/common/ColourDot.h"
#include "ui/common/PickModel.h"

#include <QApplication>
#include <QPainter>

namespace seamfinder {

namespace {
constexpr int dotSide = 12;
}

void PickDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem line = option;
    const Colors &colors = colorsFor(option.palette);
    const int align = int(Qt::AlignVCenter) | int(Qt::TextSingleLine) |
                      int(QStyle::visualAlignment(option.direction, Qt::AlignLeft));
    if (index.data(PickModel::KindRole).toInt() == PickModel::Heading) {
        const QString text = index.data().toString();
        QFont bold = option.font;
        bold.setBold(true);
        painter->save();
        painter->setFont(bold);
        painter->setPen(colors.mutedText);
        const QRect room = option.rect.adjusted(6, 2, -6, 0);
        painter->drawText(room, align, QFontMetrics(bold).elidedText(text, Qt::ElideRight, room.width()));
        painter->restore();
        return;
    }
    // The list never has the focus (the search has), but its current line is the one that Enter takes.
    line.state |= QStyle::State_Active;
    QStyledItemDelegate::paint(painter, line, index);

    const QString alias = index.data(PickModel::AliasRole).toString();
    if (alias.isEmpty())
        return;
    initStyleOption(&line, index);
    const QStyle *style = line.widget ? line.widget->style() : QApplication::style();
    const QRect text = style->subElementRect(QStyle::SE_ItemViewItemText, &line, line.widget);
    const int used = QFontMetrics(line.font).horizontalAdvance(line.text) + 20;
    const QRect logical(text.left() + used, text.top(), text.width() - used - 4, text.height());
    if (logical.width() < option.fontMetrics.averageCharWidth() * 4)
        return;
    const QRect room = QStyle::visualRect(option.direction, text, logical);
    painter->save();
    painter->setPen(line.state & QStyle::State_Selected ? colors.accentText : colors.mutedText);
    painter->drawText(room, align, option.fontMetrics.elidedText(alias, Qt::ElideRight, room.width()));
    painter->restore();
}

void PickDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (const auto colour = index.data(Qt::DecorationRole).value<QColor>(); colour.isValid()) {
        option->icon = colourDot(colour, dotSide, option->widget ? option->widget->devicePixelRatioF() : 1);
        option->decorationSize = {dotSide, dotSide};
    }
    const qsizetype at = option->text.lastIndexOf(tellsApart);
    if (at < 0 || !option->rect.isValid())
        return;
    const QStyle *style = option->widget ? option->widget->style() : QApplication::style();
    const int margins = 2 * (style->pixelMetric(QStyle::PM_FocusFrameHMargin, option, option->widget) + 1);
    const int room =
        style->subElementRect(QStyle::SE_ItemViewItemText, option, option->widget).width() - margins;
    const QFontMetrics metrics(option->font);
    if (room <= 0 || metrics.horizontalAdvance(option->text) <= room)
        return;
    const QString behind = metrics.elidedText(option->text.sliced(at), Qt::ElideRight, room / 2);
    option->text =
        metrics.elidedText(option->text.first(at), Qt::ElideRight, room - metrics.horizontalAdvance(behind)) +
        behind;
}

QSize PickDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize hint = QStyledItemDelegate::sizeHint(option, index);
    return {hint.width(), option.fontMetrics.height() + 8};
}

} // namespace seamfinder
