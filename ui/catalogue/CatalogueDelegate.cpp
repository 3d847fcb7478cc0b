#include "ui/catalogue/CatalogueDelegate.h"

#include "ui/catalogue/CatalogueModel.h"
#include "ui/common/RowFocus.h"
#include "ui/common/StateTag.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace seamfinder {

namespace {

/// What a text says of its own direction wins over the layout's, so that an Arabic title reads right.
Qt::LayoutDirection directionOf(const QString &text, Qt::LayoutDirection fallback)
{
    for (const QChar c : text) {
        if (c.direction() == QChar::DirL)
            return Qt::LeftToRight;
        if (c.direction() == QChar::DirR || c.direction() == QChar::DirAL)
            return Qt::RightToLeft;
    }
    return fallback;
}

/// Draws at most `lines` lines, the last one elided; returns the height that they took.
int drawText(QPainter &painter, const QRect &rect, const QString &text, const QFont &font, int lines,
             Qt::LayoutDirection direction, Qt::Alignment alignment)
{
    if (text.isEmpty() || rect.width() <= 0)
        return 0;
    const QFontMetrics metrics(font);
    // Far more than two lines can hold; laying out a long story for each repaint would be slow.
    const QString head = text.left(rect.width() / 2);
    QTextOption wrapping;
    wrapping.setWrapMode(QTextOption::WordWrap); // a word is cut with an ellipsis, never broken in two
    wrapping.setTextDirection(directionOf(head, direction));
    wrapping.setAlignment(QStyle::visualAlignment(direction, alignment));
    QTextLayout layout(head, font);
    layout.setTextOption(wrapping);
    layout.beginLayout();
    int y = 0;
    painter.setFont(font);
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        const bool more = line.textStart() + line.textLength() < head.size() || head.size() < text.size();
        const bool tooLong = line.naturalTextWidth() > rect.width();
        if ((i == lines - 1 && more) || tooLong) {
            const QString left = i == lines - 1 && more
                                     ? text.mid(line.textStart(), rect.width()) + QChar(0x2026)
                                     : head.mid(line.textStart(), line.textLength()).trimmed();
            const QString rest = metrics.elidedText(left, Qt::ElideRight, rect.width());
            QTextLayout last(rest, font);
            last.setTextOption(wrapping);
            last.beginLayout();
            QTextLine only = last.createLine();
            if (only.isValid())
                only.setLineWidth(rect.width() + 1);
            last.endLayout();
            last.draw(&painter, QPointF(rect.left(), rect.top() + y));
        } else {
            line.draw(&painter, QPointF(rect.left(), rect.top() + y));
        }
        y += metrics.lineSpacing();
    }
    layout.endLayout();
    return y;
}

} // namespace

void CatalogueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    paleWithoutFocus(item);
    item.state &= ~QStyle::State_HasFocus; // rows are chosen, not cells
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, option.widget);

    const auto *cells =
        static_cast<const CatalogueCells *>(index.data(CatalogueModel::CellsRole).value<void *>());
    const Colors &colors = colorsFor(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const QColor chosen = item.palette.color(group, QPalette::HighlightedText);
    const QColor normal = selected ? chosen : colors.text;
    const QColor muted = selected ? chosen : colors.mutedText;
    const QRect room = option.rect.adjusted(5, 5, -5, -5);
    const auto column = CatalogueColumn(index.column());

    painter->save();
    painter->setClipRect(option.rect);
    painter->setPen(muted);
    if (!cells) {
        if (column == CatalogueColumn::Headline)
            drawText(*painter, room, QString(QChar(0x2026)), option.font, 1, option.direction, Qt::AlignLeft);
    } else if (column == CatalogueColumn::Headline) {
        painter->setPen(cells->notMismatch ? muted : normal);
        QFont bold = option.font;
        bold.setBold(true);
        const int used = drawText(*painter, room, cells->title, bold, 1, option.direction, Qt::AlignLeft);
        painter->setPen(used > 0 || cells->notMismatch ? muted : normal);
        drawText(*painter, room.adjusted(0, used, 0, 0), cells->sentence, option.font, used > 0 ? 1 : 2,
                 option.direction, Qt::AlignLeft);
    } else if (column == CatalogueColumn::Status && !cells->cell(column).isEmpty() && !selected) {
        const QRect line(room.left(), room.top(), room.width(), option.fontMetrics.height() + 4);
        StateTag::paint(*painter, line, cells->cell(column), cells->statusTone, option.palette,
                        option.direction);
    } else {
        const bool number = column == CatalogueColumn::Gaps || column == CatalogueColumn::Severity;
        painter->setPen(cells->notMismatch || column == CatalogueColumn::Open ? muted : normal);
        drawText(*painter, room, cells->cell(column), option.font, 2, option.direction,
                 number ? Qt::AlignRight : Qt::AlignLeft);
    }
    painter->restore();
}

} // namespace seamfinder
