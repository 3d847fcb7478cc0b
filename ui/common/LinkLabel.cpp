#include "ui/common/LinkLabel.h"

#include <QFocusEvent>
#include <QTextDocumentFragment>

namespace seamfinder {

using namespace Qt::StringLiterals;

LinkLabel::LinkLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::RichText);
    setWordWrap(true);
}

void LinkLabel::setHtml(const QString &html)
{
    const bool links = html.contains("<a "_L1);
    setTextInteractionFlags(links ? Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard
                                  : Qt::NoTextInteraction);
    setFocusPolicy(links ? Qt::StrongFocus : Qt::NoFocus);
    setText(html);
    setAccessibleName(QTextDocumentFragment::fromHtml(html).toPlainText().simplified());
}

void LinkLabel::focusInEvent(QFocusEvent *event)
{
    QLabel::focusInEvent(event);
    // Onto the first link at once: a stop at the text as a whole would be one at which Enter does nothing.
    if (focusPolicy() != Qt::NoFocus && event->reason() != Qt::MouseFocusReason &&
        event->reason() != Qt::ActiveWindowFocusReason)
        QLabel::focusNextPrevChild(event->reason() != Qt::BacktabFocusReason);
}

} // namespace seamfinder
