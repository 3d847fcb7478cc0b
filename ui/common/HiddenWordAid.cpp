#include "ui/common/HiddenWordAid.h"

#include "ui/common/Colors.h"
#include "ui/common/HiddenWordList.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QToolTip>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
class Underline final : public QSyntaxHighlighter
{
public:
    explicit Underline(QPlainTextEdit *edit)
        : QSyntaxHighlighter(edit->document())
        , m_edit(edit)
    {
    }

protected:
    void highlightBlock(const QString &text) override
    {
        const auto matches = HiddenWordList::ofProgram().words().find(text);
        if (matches.isEmpty())
            return;
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(colorsFor(m_edit).bad.text);
        for (const HiddenWords::Match &match : matches)
            setFormat(int(match.start), int(match.length), format);
    }

private:
    QPlainTextEdit *m_edit;
};
} // namespace

void HiddenWordAid::watch(QPlainTextEdit *edit)
{
    new HiddenWordAid(edit);
}

HiddenWordAid::HiddenWordAid(QPlainTextEdit *edit)
    : QObject(edit)
    , m_edit(edit)
{
    edit->installEventFilter(this);
    edit->viewport()->installEventFilter(this);
    connect(&HiddenWordList::ofProgram(), &HiddenWordList::changed, this, &HiddenWordAid::follow);
    follow();
}

void HiddenWordAid::follow()
{
    const bool wanted = !HiddenWordList::ofProgram().words().isEmpty();
    if (wanted && !m_underline)
        m_underline = new Underline(m_edit);
    else if (m_underline)
        m_underline->rehighlight();
}

std::optional<HiddenWordAid::Place> HiddenWordAid::placeAt(int position) const
{
    if (!m_underline)
        return std::nullopt;
    const QTextBlock block = m_edit->document()->findBlock(position);
    const HiddenWords &words = HiddenWordList::ofProgram().words();
    const QString text = block.text();
    for (const HiddenWords::Match &match : words.find(text)) {
        const int start = block.position() + int(match.start);
        const int end = start + int(match.length);
        if (start <= position && position <= end)
            return Place{
                start,
                end,
                {words.words()[match.word], text.sliced(match.start, match.length), m_edit->isReadOnly()}};
    }
    return std::nullopt;
}

std::optional<HiddenWordAid::Place> HiddenWordAid::placeUnder(const QPoint &viewportPosition) const
{
    return placeAt(m_edit->cursorForPosition(viewportPosition).position());
}

void HiddenWordAid::replace(const Place &place)
{
    QTextCursor cursor(m_edit->document());
    cursor.setPosition(place.start);
    cursor.setPosition(place.end, QTextCursor::KeepAnchor);
    cursor.insertText(place.offer.instead());
}

bool HiddenWordAid::openMenu(const QPoint &viewportPosition, const QPoint &globalPosition, bool byKey)
{
    const auto place = byKey ? placeAt(m_edit->textCursor().position()) : placeUnder(viewportPosition);
    // A field with a menu of its own keeps it.
    if (!place || m_edit->contextMenuPolicy() != Qt::DefaultContextMenu)
        return false;
    place->offer.show(m_edit->createStandardContextMenu(), globalPosition, this,
                      [this, place = *place] { replace(place); });
    return true;
}

bool HiddenWordAid::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_underline)
        return false;
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        const bool isKey = watched == m_edit && HiddenWordOffer::isKey(*static_cast<QKeyEvent *>(event));
        const auto place = isKey ? placeAt(m_edit->textCursor().position()) : std::nullopt;
        if (!place)
            return false;
        if (event->type() == QEvent::ShortcutOverride)
            event->accept();
        else if (m_edit->isReadOnly())
            place->offer.remove();
        else
            replace(*place);
        return true;
    }
    case QEvent::ContextMenu: {
        const auto *menu = static_cast<QContextMenuEvent *>(event);
        const bool byKey = menu->reason() == QContextMenuEvent::Keyboard;
        return openMenu(m_edit->viewport()->mapFromGlobal(menu->globalPos()), menu->globalPos(), byKey);
    }
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto place = watched == m_edit->viewport() ? placeUnder(help->pos()) : std::nullopt;
        if (!place)
            return false;
        QToolTip::showText(help->globalPos(), place->offer.sentence(), m_edit);
        return true;
    }
    default:
        return false;
    }
}

} // namespace seamfinder
