#include "ui/common/RowFocus.h"

#include "ui/common/Colors.h"

#include <QAbstractItemView>
#include <QStyleOptionViewItem>

namespace seamfinder {

namespace {

bool isElsewhere(const QAbstractItemView &view)
{
    // A list below a search that drives it takes no focus, and its current row is what Enter takes.
    if (!(view.focusPolicy() & Qt::TabFocus) || view.window()->windowType() == Qt::Popup)
        return false;
    const QWidget *focused = view.window()->focusWidget();
    return focused != &view && !view.isAncestorOf(focused);
}

} // namespace

void paleWithoutFocus(QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (!view || !(option.state & QStyle::State_Selected) || !(option.state & QStyle::State_Enabled) ||
        !isElsewhere(*view))
        return;
    const Colors &colors = colorsFor(option.palette);
    option.palette.setColor(QPalette::Highlight, colors.tinted.background);
    option.palette.setColor(QPalette::HighlightedText, colors.tinted.text);
}

} // namespace seamfinder
