#include "ui/interview/TypeAhead.h"

#include "ui/common/TypedText.h"
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QWidget>

namespace seamfinder {

namespace {
/// A key that the window system has no name for may still write something.
bool isModifier(const QKeyEvent &event)
{
    const int key = event.key();
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || (key == Qt::Key_unknown && event.text().isEmpty());
}

bool isInReach(const QWidget &owner, Qt::ShortcutContext context)
{
    const QWidget *focus = QApplication::focusWidget();
    if (!owner.isVisible() || !owner.isEnabled())
        return false;
    if (context == Qt::WidgetShortcut)
        return focus == &owner;
    return context != Qt::WidgetWithChildrenShortcut ||
           (focus && (focus == &owner || owner.isAncestorOf(focus)));
}

/// Whether Qt would run it for a key that is pressed now. The commands of workspaces that are not shown (the
/// catalogue's single letters) are in the same window.
bool isInReach(const QAction &action)
{
    if (!action.isEnabled() || !action.isVisible())
        return false;
    const QList<QObject *> owners = action.associatedObjects();
    return std::any_of(owners.begin(), owners.end(), [&action](QObject *owner) {
        if (const auto *menu = qobject_cast<QMenu *>(owner)) // itself it is shown only while it is open
            return action.shortcutContext() == Qt::WindowShortcut && menu->menuAction()->isVisible() &&
                   menu->parentWidget() && menu->parentWidget()->isVisible();
        const auto *widget = qobject_cast<QWidget *>(owner);
        return widget && isInReach(*widget, action.shortcutContext());
    });
}
} // namespace

TypeAhead::TypeAhead(QWidget &part)
    : QObject(&part)
    , m_part(part)
{
    m_giveUp.setSingleShot(true);
    connect(&m_giveUp, &QTimer::timeout, this, &TypeAhead::release);
}

TypeAhead::~TypeAhead() = default;

void TypeAhead::hold(int milliseconds)
{
    m_giveUp.start(milliseconds);
    if (!std::exchange(m_holding, true))
        qApp->installEventFilter(this);
}

void TypeAhead::release()
{
    m_giveUp.stop();
    if (std::exchange(m_holding, false))
        qApp->removeEventFilter(this);
    if (std::exchange(m_replaying, true))
        return;
    while (!m_holding && !m_keys.empty()) {
        const Key key = m_keys.front();
        m_keys.pop_front();
        press(key);
    }
    m_replaying = false;
}

void TypeAhead::pass(const QKeyEvent &key, bool beginsWord)
{
    // Held down it would come once more where it has done its work; unseen, the part is not what is meant.
    if (isModifier(key) || key.isAutoRepeat() || !m_part.isVisible())
        return;
    m_part.window()->activateWindow();
    const Key kept{key.key(), key.modifiers() & ~Qt::KeypadModifier, key.text()};
    auto *text = qobject_cast<QPlainTextEdit *>(m_part.window()->focusWidget());
    if (m_holding) {
        m_keys.push_back(kept);
    } else if (beginsWord && text && !text->isReadOnly()) {
        QKeyEvent again(QEvent::KeyPress, kept.key, kept.held, kept.text);
        typeAtEnd(*text, again);
    } else {
        press(kept);
    }
}

/// As Qt does it: an open menu has the keys before the field that keeps the focus under it, and the field is
/// asked first whether the key is one of its own. Commands do not wait for a menu to close.
void TypeAhead::press(const Key &key)
{
    QWidget *popup = QApplication::activePopupWidget();
    QWidget *field = popup && popup->focusWidget() ? popup->focusWidget() : popup;
    if (!field)
        field = QApplication::focusWidget();
    if (!field || (!popup && field->window() != m_part.window()))
        field = m_part.window()->focusWidget(); // a menu has just closed, or the window is not active yet
    QKeyEvent asked(QEvent::ShortcutOverride, key.key, key.held, key.text);
    asked.ignore();
    if (field)
        QCoreApplication::sendEvent(field, &asked);
    if ((!field || !asked.isAccepted()) && runCommand(key))
        return;
    if (field) {
        QKeyEvent event(QEvent::KeyPress, key.key, key.held, key.text);
        QCoreApplication::sendEvent(field, &event);
    }
}

/// A key that was held comes no more by way of Qt's shortcuts.
bool TypeAhead::runCommand(const Key &key) const
{
    const QKeySequence sequence(key.key | key.held);
    const QWidget *window = m_part.window();
    for (QAction *action : window->findChildren<QAction *>()) {
        if (action->shortcuts().contains(sequence) && isInReach(*action)) {
            action->trigger();
            return true;
        }
    }
    for (QShortcut *shortcut : window->findChildren<QShortcut *>()) {
        const auto *owner = qobject_cast<QWidget *>(shortcut->parent());
        if (shortcut->isEnabled() && shortcut->keys().contains(sequence) && owner &&
            isInReach(*owner, shortcut->context())) {
            Q_EMIT shortcut->activated();
            return true;
        }
    }
    return false;
}

/// Qt gives a key to the field that has the focus, and what that does not take to what is around it. The key
/// that asked for the move is still on that way when the rest is held already: it has done its work.
bool TypeAhead::isNew(const QWidget &receiver)
{
    const QWidget *focus = receiver.window()->focusWidget();
    return focus ? &receiver == focus || &receiver == QApplication::focusWidget() : receiver.isWindow();
}

bool TypeAhead::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (!isKey || !widget || widget->window() != m_part.window())
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // it comes as a key instead, and takes its place in the row
        return true;
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!isNew(*widget) || isModifier(*key) || (isEnter && key->isAutoRepeat()))
        return true;
    const Key kept{key->key(), key->modifiers() & ~Qt::KeypadModifier, key->text()};
    // One that is held again while the others follow comes before them.
    m_replaying ? m_keys.push_front(kept) : m_keys.push_back(kept);
    return true;
}

} // namespace seamfinder
