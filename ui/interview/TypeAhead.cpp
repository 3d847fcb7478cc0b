#include "ui/interview/TypeAhead.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace seamfinder {

namespace {
bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_unknown;
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

void TypeAhead::press(const Key &key)
{
    if (runCommand(key))
        return;
    if (QWidget *field = QApplication::focusWidget()) {
        QKeyEvent event(QEvent::KeyPress, key.key, key.held, key.text);
        QCoreApplication::sendEvent(field, &event);
    }
}

/// A key that was held comes no more by way of the shortcuts.
bool TypeAhead::runCommand(const Key &key) const
{
    const QKeySequence sequence(key.key | key.held);
    for (QAction *action : m_part.window()->findChildren<QAction *>()) {
        if (action->isEnabled() && action->shortcuts().contains(sequence)) {
            action->trigger();
            return true;
        }
    }
    return false;
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
    if (!isModifier(key->key()))
        m_keys.push_back({key->key(), key->modifiers() & ~Qt::KeypadModifier, key->text()});
    return true;
}

} // namespace seamfinder
