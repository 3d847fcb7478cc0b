#include "ui/common/SearchField.h"

#include "ui/common/DigitRow.h"
#include "ui/common/Icons.h"
#include "ui/common/PlainEnter.h"

#include <QAction>
#include <QKeyEvent>

namespace seamfinder {

namespace {
constexpr int pauseMilliseconds = 150;
}

SearchField::SearchField(const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    addAction(seamfinder::icon(u"search"), QLineEdit::LeadingPosition);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &SearchField::say);
    // text() never holds what an input method is still composing, so a composition says nothing by itself.
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            say();
        else
            m_pause.start();
    });
}

void SearchField::setQuietly(const QString &text)
{
    m_said = text;
    setText(text);
    m_pause.stop();
}

bool SearchField::flush()
{
    const bool waits = m_pause.isActive() && text() != m_said;
    say();
    return waits;
}

void SearchField::say()
{
    m_pause.stop();
    if (text() == m_said)
        return;
    m_said = text();
    Q_EMIT searchChanged(m_said);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty())
            Q_EMIT escaped();
        else
            clear();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isPlainEnter(*event)) {
            QLineEdit::keyPressEvent(event);
            return;
        }
        [[fallthrough]];
    case Qt::Key_Down:
        say();
        Q_EMIT resultsWanted();
        return;
    default:
        // A command that is none here writes no digit: Alt+1 where there is no probe.
        if (digitOf(*event) && event->modifiers() & Qt::AltModifier)
            event->ignore();
        else
            QLineEdit::keyPressEvent(event);
    }
}

bool SearchField::event(QEvent *event)
{
    // Esc belongs to the field while there is something to clear, whatever shortcut the window has on it.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && !text().isEmpty()) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

} // namespace seamfinder
