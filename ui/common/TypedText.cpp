#include "ui/common/TypedText.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTextBlock>

namespace seamfinder {

bool isTypedText(const QKeyEvent &event)
{
    return !event.text().isEmpty() && event.text().front().isPrint() && !event.text().front().isSpace() &&
           !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

bool typeOnIn(QWidget &field, QKeyEvent &event)
{
    auto *text = qobject_cast<QPlainTextEdit *>(&field);
    if (!text)
        text = field.findChild<QPlainTextEdit *>();
    if (!text || !text->isVisible() || !text->isEnabled() || text->isReadOnly() || text->hasFocus() ||
        !isTypedText(event))
        return false;
    text->setFocus(Qt::OtherFocusReason);
    typeAtEnd(*text, event);
    return true;
}

void typeAtEnd(QPlainTextEdit &text, QKeyEvent &event)
{
    text.moveCursor(QTextCursor::End);
    const QString before = text.document()->lastBlock().text();
    if (!before.isEmpty() && !before.back().isSpace())
        text.insertPlainText(QStringLiteral(" ")); // a word of its own
    QCoreApplication::sendEvent(&text, &event);
}

} // namespace seamfinder
