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

void Workspace::cyclePane(int step)
{
    QList<QWidget *> usable;
    for (QWidget *pane : panes()) {
        if (pane->isVisible() && pane->isEnabled() && firstFocusable(pane))
            usable.append(pane);
    }
    if (usable.isEmpty()) {
        focusDefault();
        return;
    }
    const QWidget *now = QApplication::focusWidget();
    qsizetype current = -1;
    for (qsizetype i = 0; i < usable.size(); ++i) {
        if (now && (usable[i] == now || usable[i]->isAncestorOf(now)))
            current = i;
    }
    const qsizetype count = usable.size();
    const qsizetype next = current < 0 ? (step > 0 ? 0 : count - 1) : (current + step + count) % count;
    QWidget *pane = usable[next];
    QWidget *last = m_lastFocus.value(pane);
    const bool lastUsable =
        last && last->isVisible() && last->isEnabled() && (last == pane || pane->isAncestorOf(last));
    (lastUsable ? last : firstFocusable(pane))->setFocus(Qt::ShortcutFocusReason);
}

} // namespace seamfinder
