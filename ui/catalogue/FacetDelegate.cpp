#include "ui/catalogue/FacetDelegate.h"

#include "ui/catalogue/FacetModel.h"
#include "ui/common/Colors.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 8;

int boxSize(const QStyleOptionViewItem &option)
{
    return QApplication::style()->pixelMetric(QStyle::PM_IndicatorWidth, &option, option.widget);
}

/// The style's own box cannot be seen on the dark surface.
void drawBox(QPainter &painter, const QRect &box, bool checked, bool onSelection, const Colors &colors)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setPen(QPen(onSelection ? colors.accentText : checked ? colors.accent : colors.mutedText, 1));
    painter.setBrush(checked && !onSelection ? QBrush(colors.accent) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(frame, 2, 2);
    if (checked) {
        painter.setPen(QPen(colors.accentText, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&frame](double x, double y) {
            return QPointF(frame.left() + x * frame.width(), frame.top() + y * frame.height());
        };
        painter.drawPolyline(QPolygonF({at(0.22, 0.52), at(0.42, 0.72), at(0.78, 0.28)}));
    }
    painter.restore();
}

} // namespace

void FacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
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
        drawBox(*painter,
                QStyle::alignedRect(option.direction, Qt::AlignCenter, QSize(box, box), placed(x, box)),
                line.chosen, selected, colors);
        x += box + 6;
        // What only information needs have is no dead end: "+2" of them, and no example.
        count = line.counts.examples == 0 && line.counts.gaps > 0
                    ? u"+"_s + QLocale().toString(line.counts.gaps)
                    : QLocale().toString(line.counts.examples);
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
