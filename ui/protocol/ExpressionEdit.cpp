#include "ui/protocol/ExpressionEdit.h"

#include "core/protocol/ExpressionNode.h"
#include "ui/common/PlainEnter.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStringListModel>
#include <QWindow>

namespace seamfinder {

using namespace Qt::StringLiterals;

ExpressionEdit::ExpressionEdit(QWidget *parent)
    : AutoGrowTextEdit(parent)
    , m_completer(new QCompleter(this))
    , m_words(new QStringListModel(this))
{
    setLineLimits(1, 6);
    setPlaceholderText(tr("always"));
    m_completer->setModel(m_words);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->popup()->setObjectName(u"expressionCompletion"_s);
    m_completer->popup()->setAccessibleName(tr("Names, functions and choices that fit"));
    m_completer->popup()->installEventFilter(this);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &ExpressionEdit::take);
    setNames({});
}

void ExpressionEdit::setNames(const QStringList &names)
{
    QStringList words;
    for (const QString &name : names)
        words.append(u"${%1}"_s.arg(name));
    for (const ExpressionFunction &function : expressionFunctions())
        words.append(function.most == 0 ? function.name + u"()"_s : function.name + u"("_s);
    words << u"and "_s << u"or "_s << u"div "_s << u"mod "_s;
    m_names = words;
    if (openQuote(before()) < 0 && words != m_words->stringList())
        m_words->setStringList(words);
}

QString ExpressionEdit::before() const
{
    return toPlainText().left(textCursor().position());
}

qsizetype ExpressionEdit::openQuote(const QString &text)
{
    qsizetype open = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool quote = text[i] == u'\'' || text[i] == u'"';
        if (open < 0 && quote)
            open = i;
        else if (open >= 0 && text[i] == text[open])
            open = -1;
    }
    return open;
}

QStringList ExpressionEdit::keysHere() const
{
    // selected(${role}, '…   ${role} = '…   . != '…
    static const QRegularExpression beside(
        u"(?:\\$\\{\\s*([^}]*?)\\s*\\}|(?<![\\w.])(\\.))\\s*(?:,|!?=)\\s*\\z"_s);
    const QString text = before();
    const qsizetype open = openQuote(text);
    if (open < 0 || !m_keys)
        return {};
    const QString left = text.left(open);
    if (left.trimmed().isEmpty())
        return m_keys({});
    const auto match = beside.match(left);
    return match.hasMatch() ? m_keys(match.captured(1) + match.captured(2)) : QStringList();
}

QString ExpressionEdit::wordBefore() const
{
    static const QRegularExpression word(u"(\\$\\{?[\\w.-]*|[A-Za-z][\\w-]*)\\z"_s);
    const QString text = before();
    const qsizetype open = openQuote(text);
    return open < 0 ? word.match(text).captured() : text.sliced(open + 1);
}

void ExpressionEdit::offer(bool asked)
{
    const QString word = wordBefore();
    const bool quoted = openQuote(before()) >= 0;
    const QStringList words = quoted ? keysHere() : m_names;
    if (words != m_words->stringList())
        m_words->setStringList(words);
    // Which keys there are is what one wants to know as soon as the quote is open.
    if (word.isEmpty() && !asked && !quoted) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->setCompletionPrefix(word);
    const int found = m_completer->completionCount();
    const bool whole = found == 1 && m_completer->currentCompletion() == word;
    if (found == 0 || whole || isReadOnly()) {
        m_completer->popup()->hide();
        return;
    }
    QAbstractItemView *list = m_completer->popup();
    list->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    QRect place = cursorRect();
    place.setWidth(list->sizeHintForColumn(0) + list->verticalScrollBar()->sizeHint().width() + 8);
    m_completer->complete(place);
}

void ExpressionEdit::take(const QString &completion)
{
    QTextCursor cursor = textCursor();
    const QString text = before();
    const qsizetype open = openQuote(text);
    cursor.setPosition(cursor.position() - int(wordBefore().size()), QTextCursor::KeepAnchor);
    cursor.insertText(completion);
    // The "}" or quote that was typed by hand already is not wanted twice.
    const QString following = toPlainText().mid(cursor.position(), 1);
    if (open >= 0 && following == text.mid(open, 1))
        cursor.movePosition(QTextCursor::NextCharacter);
    else if (open >= 0)
        cursor.insertText(text.mid(open, 1));
    else if (completion.endsWith(u'}') && following == u"}"_s)
        cursor.deleteChar();
    setTextCursor(cursor);
}

bool ExpressionEdit::focusNextPrevChild(bool next)
{
    // While the list is open, Tab is its key.
    return !m_completer->popup()->isVisible() && AutoGrowTextEdit::focusNextPrevChild(next);
}

bool ExpressionEdit::eventFilter(QObject *watched, QEvent *event)
{
    // Where a window system activates also such a list, the focus would stay with it when it is gone.
    const QWidget *list = m_completer->popup();
    if (watched == list && event->type() == QEvent::Hide &&
        (hasFocus() || (list->windowHandle() && QGuiApplication::focusWindow() == list->windowHandle())))
        activateWindow();
    return AutoGrowTextEdit::eventFilter(watched, event);
}

void ExpressionEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_completer->popup()->isVisible()) {
        // The list takes these.
        if (enter || event->key() == Qt::Key_Escape || event->key() == Qt::Key_Tab ||
            event->key() == Qt::Key_Backtab) {
            event->ignore();
            return;
        }
    } else if (isPlainEnter(*event)) {
        focusNextChild(); // an expression is one line, however long
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        offer(true);
        return;
    }
    const QString shown = toPlainText();
    AutoGrowTextEdit::keyPressEvent(event);
    if (toPlainText() != shown)
        offer(false);
    else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        m_completer->popup()->hide();
}

} // namespace seamfinder
