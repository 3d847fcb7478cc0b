#include "ui/common/HiddenWordLineAid.h"

#include "ui/common/HiddenWordList.h"
#include "ui/common/Icons.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
bool isReplaceKey(const QKeyEvent *key)
{
    return (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
           (key->modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier;
}

QString insteadOf(const HiddenWord &word)
{
    return word.alias.isEmpty() ? u"[…]"_s : word.alias;
}
} // namespace

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
        const Place place{int(match.start), int(match.length), words.words()[match.word],
                          text.sliced(match.start, match.length)};
        if (caret >= place.start && caret <= place.start + place.length)
            return place;
        if (!first)
            first = place;
    }
    return first;
}

QString HiddenWordLineAid::sentence(const Place &place) const
{
    return m_edit->isReadOnly() ? tr("“%1” is on your list of words to hide.").arg(place.said)
                                : tr("“%1” is on your list of words to hide. Alt+Enter writes “%2” instead.")
                                      .arg(place.said, insteadOf(place.word));
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
        m_mark->setText(sentence(*found));
        m_mark->setToolTip(sentence(*found));
        m_edit->setAccessibleDescription((m_described + u' ' + sentence(*found)).trimmed());
    }
}

void HiddenWordLineAid::replace(const Place &place)
{
    m_edit->setSelection(place.start, place.length);
    m_edit->insert(insteadOf(place.word)); // as if typed: whoever keeps the text hears of it
}

void HiddenWordLineAid::openMenu(const QPoint &globalPosition)
{
    const auto found = place();
    if (!found)
        return;
    QMenu *menu = m_edit->createStandardContextMenu();
    menu->setObjectName(u"hiddenWordMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *first = menu->actions().value(0);
    const auto add = [&](const QString &text, auto run) {
        auto *action = new QAction(QString(text).replace(u'&', u"&&"_s), menu);
        connect(action, &QAction::triggered, this, run);
        menu->insertAction(first, action);
    };
    if (!m_edit->isReadOnly())
        add(tr("Write “%1” instead of “%2”").arg(insteadOf(found->word), found->said),
            [this, place = *found] { replace(place); });
    add(tr("Remove “%1” everywhere in the study…").arg(found->said),
        [word = HiddenWord{found->said, found->word.alias}] {
            Q_EMIT HiddenWordList::ofProgram().removalWanted(word);
        });
    menu->insertSeparator(first);
    menu->popup(globalPosition);
}

bool HiddenWordLineAid::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_mark || watched != m_edit)
        return false;
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        const auto found = isReplaceKey(static_cast<QKeyEvent *>(event)) ? place() : std::nullopt;
        if (!found)
            return false;
        if (event->type() == QEvent::ShortcutOverride)
            event->accept();
        else if (m_edit->isReadOnly())
            Q_EMIT HiddenWordList::ofProgram().removalWanted({found->said, found->word.alias});
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
