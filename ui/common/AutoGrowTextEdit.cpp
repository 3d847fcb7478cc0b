#include "ui/common/AutoGrowTextEdit.h"

#include "ui/common/HiddenWordAid.h"
#include "ui/common/LostShortcut.h"

#include <cmath>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace seamfinder {

AutoGrowTextEdit::AutoGrowTextEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QPlainTextEdit::textChanged, this, &AutoGrowTextEdit::textWasChanged);
    HiddenWordAid::watch(this);
    fitHeight();
}

void AutoGrowTextEdit::setLineLimits(int minimum, int maximum)
{
    m_minimumLines = std::max(1, minimum);
    m_maximumLines = std::max(m_minimumLines, maximum);
    fitHeight();
}

void AutoGrowTextEdit::setTextQuietly(const QString &text)
{
    if (m_composing) {
        m_waiting = text;
        return;
    }
    if (text == toPlainText())
        return;
    const QScopedValueRollback quiet(m_quiet, true);
    const int anchor = textCursor().anchor();
    const int position = textCursor().position();
    const int scrolled = verticalScrollBar()->value();
    setPlainText(text);
    m_last = toPlainText();
    const int end = document()->characterCount() - 1;
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(anchor, end));
    cursor.setPosition(std::min(position, end), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    verticalScrollBar()->setValue(scrolled);
    fitHeight();
}

void AutoGrowTextEdit::showChange(const QString &text)
{
    const QString before = toPlainText();
    setTextQuietly(text);
    if (m_composing || text == before)
        return;
    qsizetype alike = 0; // at the end
    while (alike < std::min(before.size(), text.size()) &&
           before[before.size() - 1 - alike] == text[text.size() - 1 - alike])
        ++alike;
    // What repeats itself may be alike from both sides: then it was the end that changed.
    qsizetype start = 0;
    while (start < std::min(before.size(), text.size()) && before[start] == text[start])
        ++start;
    QTextCursor cursor = textCursor();
    cursor.setPosition(int(std::max(start, text.size() - alike)));
    setTextCursor(cursor);
}

/// Whether one more step back is where the visit began, which is left to whoever keeps the text.
bool AutoGrowTextEdit::isFirstUndo()
{
    if (!m_firstUndoBeyond || isReadOnly())
        return false;
    const QScopedValueRollback quiet(m_quiet, true);
    const QTextCursor caret = textCursor();
    const int anchor = caret.anchor(), position = caret.position();
    document()->undo();
    const bool isFirst = !document()->isUndoAvailable();
    document()->redo();
    const int end = document()->characterCount() - 1;
    QTextCursor again = textCursor();
    again.setPosition(std::min(anchor, end));
    again.setPosition(std::min(position, end), QTextCursor::KeepAnchor);
    setTextCursor(again);
    return isFirst;
}

void AutoGrowTextEdit::textWasChanged()
{
    fitHeight();
    if (m_quiet)
        return;
    if (m_composing) {
        m_changedWhileComposing = true;
        return;
    }
    // Qt also says "changed" for a new layout or highlighting of the same text.
    const QString now = toPlainText();
    if (now == m_last)
        return;
    m_last = now;
    Q_EMIT edited(now);
}

int AutoGrowTextEdit::heightForLines(int lines) const
{
    const QMargins margins = contentsMargins();
    const int frame = 2 * frameWidth() + int(std::ceil(2 * document()->documentMargin()));
    return lines * fontMetrics().lineSpacing() + frame + margins.top() + margins.bottom();
}

void AutoGrowTextEdit::fitHeight()
{
    // QPlainTextDocumentLayout measures its height in (wrapped) lines.
    const int lines = int(std::ceil(document()->size().height()));
    const int shown = std::clamp(lines, m_minimumLines, m_maximumLines);
    setVerticalScrollBarPolicy(lines > m_maximumLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (const int wanted = heightForLines(shown); wanted != minimumHeight() || wanted != maximumHeight())
        setFixedHeight(wanted);
}

QSize AutoGrowTextEdit::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, minimumHeight()};
}

QSize AutoGrowTextEdit::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 10, heightForLines(m_minimumLines)};
}

bool AutoGrowTextEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        // Both come to keyPressEvent first, before the window's own Undo and Redo.
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update(); // the ring
    const bool handled = QPlainTextEdit::event(event);
    if (event->type() == QEvent::Paint && hasFocus() && frameShape() != QFrame::NoFrame) {
        // Fusion shows the focus of a one-line field only.
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    return handled;
}

void AutoGrowTextEdit::keyPressEvent(QKeyEvent *event)
{
    const bool undoKey = event->matches(QKeySequence::Undo);
    if (undoKey || event->matches(QKeySequence::Redo)) {
        if (m_composing)
            return;
        if (undoKey && document()->isUndoAvailable() && !isFirstUndo())
            undo();
        else if (undoKey)
            Q_EMIT undoBeyondField();
        else if (document()->isRedoAvailable())
            redo();
        else
            Q_EMIT redoBeyondField();
        return;
    }
    if (!isLostShortcut(*event))
        QPlainTextEdit::keyPressEvent(event);
}

void AutoGrowTextEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
    if (m_composing)
        return;
    if (m_changedWhileComposing || toPlainText() != m_last) {
        m_changedWhileComposing = false;
        textWasChanged();
    }
    // What the user just typed wins over a text that came from elsewhere meanwhile, once it is said.
    if (m_waiting) {
        const QString text = *std::exchange(m_waiting, std::nullopt);
        if (!document()->isUndoAvailable())
            setTextQuietly(text);
    }
}

namespace {
/// The field's own menu and the window's menus are part of the visit.
bool isOfVisit(const QFocusEvent &event)
{
    return event.reason() == Qt::PopupFocusReason || event.reason() == Qt::MenuBarFocusReason;
}
} // namespace

void AutoGrowTextEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    // A blank of a sentence is born with a step that changes no text: the first one would not be seen as
    // such.
    if (!isOfVisit(*event))
        document()->clearUndoRedoStacks();
}

void AutoGrowTextEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (isOfVisit(*event))
        return;
    if (m_composing) {
        m_composing = false;
        textWasChanged();
    }
    document()->clearUndoRedoStacks();
    Q_EMIT left();
}

void AutoGrowTextEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void AutoGrowTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

} // namespace seamfinder
