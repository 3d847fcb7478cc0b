#include "ui/common/TabOrder.h"

#include <QLayout>
#include <QScrollArea>
#include <QSet>
#include <QSplitter>
#include <QTimer>
#include <QWidget>

namespace seamfinder {

namespace {
class TabStops
{
public:
    QList<QWidget *> stops;

    void collect(QWidget *widget)
    {
        if (m_seen.contains(widget))
            return;
        m_seen.insert(widget);
        // Also what only a click gives the focus to now: of a row of options, the one that is picked is a
        // stop.
        if (widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy())
            stops.append(widget);
        if (auto *area = qobject_cast<QScrollArea *>(widget)) {
            if (area->widget())
                collect(area->widget());
            return;
        }
        if (const auto *splitter = qobject_cast<QSplitter *>(widget)) {
            for (int i = 0; i < splitter->count(); ++i)
                collect(splitter->widget(i));
        }
        if (widget->layout())
            collect(widget->layout());
        for (QObject *child : widget->children()) {
            auto *rest = qobject_cast<QWidget *>(child);
            if (rest && !rest->isWindow())
                collect(rest);
        }
    }

private:
    void collect(QLayout *layout)
    {
        for (int i = 0; i < layout->count(); ++i) {
            QLayoutItem *item = layout->itemAt(i);
            if (item->widget())
                collect(item->widget());
            else if (item->layout())
                collect(item->layout());
        }
    }

    QSet<QWidget *> m_seen;
};

/// Nothing lies between them but parts of the first, as the viewport of a text.
bool isNext(const QWidget *first, const QWidget *second)
{
    const QWidget *at = first->nextInFocusChain();
    while (at != second && first->isAncestorOf(at))
        at = at->nextInFocusChain();
    return at == second;
}

void orderTabsNow(QWidget *window)
{
    TabStops tabs;
    tabs.collect(window);
    const QList<QWidget *> &stops = tabs.stops;
    for (qsizetype i = 1; i < stops.size(); ++i) {
        if (isNext(stops[i - 1], stops[i]))
            continue;
        // Qt leaves two stops as they are when only widgets without a focus of their own lie between them.
        // But Tab would enter a form there (its focus proxy is its first field) and go round for ever: so the
        // second is taken out first, to follow another stop for a moment.
        if (stops.size() > 2)
            QWidget::setTabOrder(i == 1 ? stops.last() : stops.first(), stops[i]);
        QWidget::setTabOrder(stops[i - 1], stops[i]);
    }
}
} // namespace

void orderTabs(QWidget *part)
{
    if (part->isVisible()) {
        orderTabsNow(part->window());
        return;
    }
    static constexpr auto isDue = "seamfinder-tabs-due";
    if (part->property(isDue).toBool())
        return;
    part->setProperty(isDue, true);
    QTimer::singleShot(0, part, [part] {
        part->setProperty(isDue, false);
        orderTabsNow(part->window());
    });
}

} // namespace seamfinder
