#include "ui/shell/HeldKeys.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace seamfinder {

namespace {
constexpr int pauseMilliseconds = 1500;

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_CapsLock;
}

bool writes(const QKeyEvent &key)
{
    const bool edits = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter ||
                       key.key() == Qt::Key_Delete || key.key() == Qt::Key_Backspace;
    return edits || (!key.text().isEmpty() && key.text().front().isPrint());
}
} // namespace

HeldKeys::HeldKeys(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &HeldKeys::release);
}

void HeldKeys::hold()
{
    qApp->installEventFilter(this);
    m_pause.start(pauseMilliseconds);
}

void HeldKeys::release()
{
    m_pause.stop();
    qApp->removeEventFilter(this);
}

bool HeldKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (!watched->isWidgetType())
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonPress) {
        release();
        return false;
    }
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (isModifier(key->key()) ||
        (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
        return false;
    if (!writes(*key)) {
        if (event->type() == QEvent::KeyPress)
            release();
        return false;
    }
    m_pause.start(pauseMilliseconds);
    event->accept(); // else a shortcut of one letter would come first
    return true;
}

} // namespace seamfinder
