#include "ui/common/Mnemonics.h"

#include <QAction>
#include <QHash>
#include <QMenu>
#include <QSet>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// What an entry was called before it was given a letter, and after.
constexpr char plainText[] = "seamfinder-plain-text", givenText[] = "seamfinder-given-text";

/// Where the letter stands that "&" underlines; -1 if there is none ("&&" is an ampersand).
qsizetype underlined(const QString &text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != u'&')
            continue;
        if (text[i + 1] != u'&')
            return i + 1;
        ++i;
    }
    return -1;
}

/// Places of the letters and digits that could be underlined, the best first: those that begin a word.
QList<qsizetype> candidates(const QString &text)
{
    QList<qsizetype> first, later;
    bool begins = true;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isLetterOrNumber())
            (begins ? first : later).append(i);
        begins = !text[i].isLetterOrNumber() && text[i] != u'\'' && text[i] != u'’';
    }
    return first + later;
}

/// An entry's own text, without the letter that it was given here before.
QString ownText(const QAction &action)
{
    const QVariant given = action.property(givenText);
    return given.isValid() && given.toString() == action.text() ? action.property(plainText).toString()
                                                                : action.text();
}

/// The letter that is an entry's key wherever it works, without Ctrl or Alt; null if there is none.
QChar keyOf(const QAction &action)
{
    const QString key = action.shortcut().toString(QKeySequence::PortableText);
    return key.size() == 1 ? key.front().toLower() : QChar();
}

/// Who has which letter: each entry takes the best one that is free, or whose owner can do with another.
class Letters
{
public:
    void keep(QChar letter) { m_kept.insert(letter); }
    [[nodiscard]] bool isKept(QChar letter) const { return m_kept.contains(letter); }

    void give(int entry, const QList<QString> &texts)
    {
        QSet<QChar> asked;
        find(entry, texts, asked);
    }
    [[nodiscard]] qsizetype placeOf(int entry) const { return m_place.value(entry, -1); }

private:
    bool find(int entry, const QList<QString> &texts, QSet<QChar> &asked)
    {
        for (const qsizetype at : candidates(texts[entry])) {
            const QChar letter = texts[entry][at].toLower();
            if (m_kept.contains(letter) || asked.contains(letter))
                continue;
            asked.insert(letter);
            const int owner = m_owner.value(letter, -1);
            if (owner >= 0 && !find(owner, texts, asked))
                continue;
            m_owner.insert(letter, entry);
            m_place.insert(entry, at);
            return true;
        }
        return false;
    }

    QSet<QChar> m_kept;
    QHash<QChar, int> m_owner;
    QHash<int, qsizetype> m_place;
};
} // namespace

void giveMnemonics(QMenu &menu)
{
    QList<QAction *> without;
    QList<QString> texts;
    Letters letters;
    for (QAction *action : menu.actions()) {
        const QChar key = keyOf(*action);
        if (key.isNull())
            continue;
        letters.keep(key);
        if (const QString own = ownText(*action); own != action->text()) // it had none before
            action->setText(own);
    }
    for (QAction *action : menu.actions()) {
        if (action->isSeparator() || !keyOf(*action).isNull())
            continue;
        QString text = ownText(*action);
        const qsizetype at = underlined(text);
        if (at >= 0 && !letters.isKept(text[at].toLower())) {
            letters.keep(text[at].toLower());
            continue;
        }
        if (at >= 0)
            text.remove(at - 1, 1);
        without.append(action);
        texts.append(text);
    }
    for (int i = 0; i < without.size(); ++i)
        letters.give(i, texts);
    for (int i = 0; i < without.size(); ++i) {
        const qsizetype at = letters.placeOf(i);
        QString given = texts[i];
        if (at >= 0)
            given.insert(at, u'&');
        without[i]->setProperty(plainText, texts[i]);
        without[i]->setProperty(givenText, given);
        if (without[i]->text() != given)
            without[i]->setText(given);
    }
}

} // namespace seamfinder
