#include "ui/catalogue/FacetDelegate.h"

#include "ui/catalogue/FacetModel.h"
#include "ui/common/Colors.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

namespace seamfinder {

namespace {

constexpr int margin = 8;

int boxSize(const QStyleOptionViewItem &option)
{
    return QApplication::style()->pixelMetric(QStyle::PM_IndicatorWidth, &option, option.widget);
}

} // namespace

void FacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const auto *model = static_cast<const FacetModel *>(index.model());
    const FacetModel::Line &line = model->line(index.row());
    const Colors &colors = colorsFor(option.palette);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const bool selected = option.state & QStyle::State_Selected && option.state & QStyle::State_HasFocus;

    painter->save();
    painter->setClipRect(option.rect);
    if (selected)
        painter->fillRect(option.rect, option.palette.highlight());
    else if (option.state & QStyle::State_MouseOver && line.kind != FacetModel::Group)
        painter->fillRect(option.rect, colors.raised);

    // Laid out from left to right, then mirrored as a whole.
    const auto placed = [&](int x, int width) {
        return QStyle::visualRect(
            option.direction, option.rect,
            QRect(option.rect.left() + x, option.rect.top(), width, option.rect.height()));
    };
    const int box = boxSize(option);
    QFont font = option.font;
    QColor text = selected ? option.palette.color(QPalette::HighlightedText) : colors.text;
    QString count;
    int x = margin;
    switch (line.kind) {
    case FacetModel::Group:
        font.setBold(true);
        font.setPointSizeF(font.pointSizeF() * 0.85);
        text = colors.mutedText;
        break;
    case FacetModel::Facet: {
        QStyleOption arrow;
        arrow.rect = placed(x, box);
        arrow.palette = option.palette;
        arrow.direction = option.direction;
        arrow.state = QStyle::State_Enabled | QStyle::State_Children;
        if (line.unfolded)
            arrow.state |= QStyle::State_Open;
        const auto sideways = option.direction == Qt::RightToLeft ? QStyle::PE_IndicatorArrowLeft
                                                                  : QStyle::PE_IndicatorArrowRight;
        arrow.rect = QStyle::alignedRect(option.direction, Qt::AlignCenter, QSize(box * 2 / 3, box * 2 / 3),
                                         arrow.rect);
        style->drawPrimitive(line.unfolded ? QStyle::PE_IndicatorArrowDown : sideways, &arrow, painter,
                             option.widget);
        x += box + 6;
        if (line.number > 0) {
            font.setBold(true);
            count = QLocale().toString(line.number);
        }
        break;
    }
    case FacetModel::Value: {
        x += box + 6;
        QStyleOptionViewItem check = item;
        check.rect = QStyle::alignedRect(option.direction, Qt::AlignCenter, QSize(box, box), placed(x, box));
        check.state = QStyle::State_Enabled | (line.chosen ? QStyle::State_On : QStyle::State_Off);
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, painter, option.widget);
        x += box + 6;
        count = QLocale().toString(line.counts.examples);
        if (!selected && line.counts == UnitCounts{} && !line.chosen)
            text = colors.mutedText;
        break;
    }
    case FacetModel::More:
        x += 2 * (box + 6);
        text = selected ? text : colors.link;
        break;
    }

    painter->setFont(font);
    painter->setPen(text);
    const QFontMetrics metrics(font);
    int right = margin;
    if (!count.isEmpty()) {
        const int width = metrics.horizontalAdvance(count);
        painter->save();
        if (!selected && line.kind == FacetModel::Value)
            painter->setPen(colors.mutedText);
        painter->drawText(placed(option.rect.width() - margin - width, width),
                          Qt::AlignVCenter | Qt::AlignRight, count);
        painter->restore();
        right += width + 8;
    }
    const QRect room = placed(x, std::max(0, option.rect.width() - x - right));
    const auto alignment = QStyle::visualAlignment(
        option.direction,
        Qt::AlignLeft | (line.kind == FacetModel::Group ? Qt::AlignBottom : Qt::AlignVCenter));
    painter->drawText(room.adjusted(0, 0, 0, line.kind == FacetModel::Group ? -3 : 0), int(alignment),
                      metrics.elidedText(line.text, Qt::ElideRight, room.width()));
    painter->restore();
}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = static_cast<const FacetModel *>(index.model());
    const int height = std::max(option.fontMetrics.height(), boxSize(option)) + 8;
    return {100, model->line(index.row()).kind == FacetModel::Group ? height + 8 : height};
}

} // namespace seamfinder
