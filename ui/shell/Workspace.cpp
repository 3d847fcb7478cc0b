#include "ui/shell/Workspace.h"

#include <QApplication>

namespace seamfinder {

namespace {

QWidget *firstFocusable(QWidget *pane)
{
    QWidget *candidate = pane;
    do {
        if ((candidate == pane || pane->isAncestorOf(candidate)) && candidate->focusPolicy() & Qt::TabFocus &&
            candidate->isVisible() && candidate->isEnabled())
            return candidate;
        candidate = candidate->nextInFocusChain();
    } while (candidate && candidate != pane);
    return nullptr;
}

/// Of the panes, the one that has the focus; -1 if it is elsewhere.
qsizetype placeOfFocus(const QList<QWidget *> &panes)
{
    const QWidget *now = QApplication::focusWidget();
    for (qsizetype i = panes.size() - 1; i >= 0; --i) {
        if (now && (panes[i] == now || panes[i]->isAncestorOf(now)))
            return i;
    }
    return -1;
}

} // namespace

Workspace::Workspace(QWidget *parent)
    : QWidget(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { rememberFocus(now); });
}

Workspace::~Workspace()
{
    // The children go after this: their losing the focus must not reach a workspace that is gone.
    qApp->disconnect(this);
}

void Workspace::saveState(QSettings &) const {}

void Workspace::restoreState(QSettings &) {}

void Workspace::rememberFocus(QWidget *now)
{
    if (!now || !isAncestorOf(now))
        return;
    for (QWidget *pane : panes()) {
        if (pane == now || pane->isAncestorOf(now))
            m_lastFocus[pane] = now;
    }
}

QList<QWidget *> Workspace::usablePanes() const
{
    QList<QWidget *> usable;
    for (QWidget *pane : panes()) {
        if (pane->isVisible() && pane->isEnabled() && firstFocusable(pane))
            usable.append(pane);
    }
    return usable;
}

bool Workspace::wouldComeRound(int step) const
{
    const QList<QWidget *> usable = usablePanes();
    const qsizetype current = placeOfFocus(usable);
    return step > 0 ? current == usable.size() - 1 : current <= 0;
}

void Workspace::cyclePane(int step)
{
    const QList<QWidget *> usable = usablePanes();
    if (usable.isEmpty()) {
        focusDefault();
        return;
    }
    const qsizetype current = placeOfFocus(usable);
    const qsizetype count = usable.size();
    const qsizetype next = current < 0 ? (step > 0 ? 0 : count - 1) : (current + step + count) % count;
    QWidget *pane = usable[next];
    QWidget *last = m_lastFocus.value(pane);
    const bool lastUsable =
        last && last->isVisible() && last->isEnabled() && (last == pane || pane->isAncestorOf(last));
    QWidget *start = startOf(pane);
    if (!start || !start->isVisible() || !start->isEnabled())
        start = lastUsable ? last : firstFocusable(pane);
    start->setFocus(Qt::ShortcutFocusReason);
}

} // namespace seamfinder
