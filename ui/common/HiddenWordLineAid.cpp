#include "ui/common/HiddenWordLineAid.h"

#include "ui/common/HiddenWordList.h"
#include "ui/common/Icons.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>

namespace seamfinder {

using namespace Qt::StringLiterals;

HiddenWordLineAid *HiddenWordLineAid::watch(QLineEdit *edit)
{
    return new HiddenWordLineAid(edit);
}

HiddenWordLineAid::HiddenWordLineAid(QLineEdit *edit)
    : QObject(edit)
    , m_edit(edit)
{
    edit->installEventFilter(this);
    connect(edit, &QLineEdit::textChanged, this, &HiddenWordLineAid::follow);
    connect(&HiddenWordList::ofProgram(), &HiddenWordList::changed, this, &HiddenWordLineAid::follow);
    follow();
}

std::optional<HiddenWordLineAid::Place> HiddenWordLineAid::place() const
{
    const HiddenWords &words = HiddenWordList::ofProgram().words();
    if (words.isEmpty())
        return std::nullopt;
    const QString text = m_edit->text();
    const int caret = m_edit->cursorPosition();
    std::optional<Place> first;
    for (const HiddenWords::Match &match : words.find(text)) {
        const Place place{
            int(match.start),
            int(match.length),
            {words.words()[match.word], text.sliced(match.start, match.length), m_edit->isReadOnly()}};
        if (caret >= place.start && caret <= place.start + place.length)
            return place;
        if (!first)
            first = place;
    }
    return first;
}

void HiddenWordLineAid::follow()
{
    const auto found = place();
    if (found && !m_mark) {
        m_described = m_edit->accessibleDescription();
        m_mark = m_edit->addAction(icon(u"dialog-warning"), QLineEdit::TrailingPosition);
        m_mark->setObjectName(u"hiddenWordMark"_s);
        connect(m_mark, &QAction::triggered, this,
                [this] { openMenu(m_edit->mapToGlobal(m_edit->rect().bottomRight())); });
    } else if (!found && m_mark) {
        m_mark->deleteLater(); // it may be what was clicked
        m_edit->removeAction(m_mark);
        m_mark = nullptr;
        m_edit->setAccessibleDescription(m_described);
    }
    if (found) {
        const QString sentence = found->offer.sentence();
        m_mark->setText(sentence);
        m_mark->setToolTip(sentence);
        m_edit->setAccessibleDescription((m_described + u' ' + sentence).trimmed());
    }
}

void HiddenWordLineAid::replace(const Place &place)
{
    m_edit->setSelection(place.start, place.length);
    m_edit->insert(place.offer.instead()); // as if typed: whoever keeps the text hears of it
}

void HiddenWordLineAid::openMenu(const QPoint &globalPosition)
{
    if (const auto found = place())
        found->offer.show(m_edit->createStandardContextMenu(), globalPosition, this,
                          [this, place = *found] { replace(place); });
}

bool HiddenWordLineAid::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_mark || watched != m_edit)
        return false;
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        const auto found = HiddenWordOffer::isKey(*static_cast<QKeyEvent *>(event)) ? place() : std::nullopt;
        if (!found)
            return false;
        if (event->type() == QEvent::ShortcutOverride)
            event->accept();
        else if (m_edit->isReadOnly())
            found->offer.remove();
        else
            replace(*found);
        return true;
    }
    case QEvent::ContextMenu:
        if (m_edit->contextMenuPolicy() != Qt::DefaultContextMenu)
            return false;
        openMenu(static_cast<QContextMenuEvent *>(event)->globalPos());
        return true;
    default:
        return false;
    }
}

} // namespace seamfinder
