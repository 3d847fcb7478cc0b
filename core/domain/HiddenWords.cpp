#include "core/domain/HiddenWords.h"

#include "core/domain/FoldedText.h"

#include <algorithm>
#include <QStringList>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// Whether the scripts of the two sides write their words without spaces between them.
bool isWithoutSpaces(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

char32_t before(QStringView text, qsizetype at)
{
    if (at >= 2 && text[at - 1].isLowSurrogate() && text[at - 2].isHighSurrogate())
        return QChar::surrogateToUcs4(text[at - 2], text[at - 1]);
    return at > 0 ? text[at - 1].unicode() : U'\0';
}

char32_t after(QStringView text, qsizetype at)
{
    qsizetype length = 0;
    return at < text.size() ? characterAt(text, at, length) : U'\0';
}

/// Whether two neighbours belong to one word.
bool areJoined(char32_t one, char32_t other)
{
    return one && other && QChar::isLetterOrNumber(one) && QChar::isLetterOrNumber(other) &&
           !isWithoutSpaces(one) && !isWithoutSpaces(other);
}

bool isWord(const FoldedText &folded, qsizetype at, qsizetype length)
{
    const qsizetype end = at + length;
    // A character that was folded into several letters is found whole or not at all.
    if (at > 0 && folded.from[at - 1] == folded.from[at])
        return false;
    if (end < folded.from.size() && folded.from[end] == folded.from[end - 1])
        return false;
    return !areJoined(before(folded.text, at), after(folded.text, at)) &&
           !areJoined(before(folded.text, end), after(folded.text, end));
}
} // namespace

HiddenWords::HiddenWords(QVector<HiddenWord> words)
    : m_words(std::move(words))
{
    for (const HiddenWord &word : std::as_const(m_words))
        m_folded.append(foldText(word.text.trimmed()).text);
}

QVector<HiddenWords::Match> HiddenWords::find(QStringView text) const
{
    QVector<Match> matches;
    if (m_words.isEmpty() || text.isEmpty())
        return matches;
    const FoldedText folded = foldText(text);
    for (qsizetype word = 0; word < m_folded.size(); ++word) {
        const QString &wanted = m_folded[word];
        if (wanted.isEmpty())
            continue;
        for (qsizetype at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + 1)) {
            if (!isWord(folded, at, wanted.size()))
                continue;
            const qsizetype start = folded.from[at];
            matches.append({start, folded.to[at + wanted.size() - 1] - start, word});
        }
    }
    std::sort(matches.begin(), matches.end(), [](const Match &a, const Match &b) {
        return a.start != b.start ? a.start < b.start : a.length > b.length;
    });
    qsizetype end = 0;
    matches.removeIf([&end](const Match &match) {
        if (match.start < end)
            return true;
        end = match.start + match.length;
        return false;
    });
    return matches;
}

HiddenWords HiddenWords::fromText(const QString &text)
{
    QVector<HiddenWord> words;
    QStringList known;
    for (const QString &line : text.split(u'\n')) {
        const qsizetype sign = line.lastIndexOf(u'=');
        const HiddenWord word{(sign < 0 ? line : line.first(sign)).simplified(),
                              sign < 0 ? QString() : line.sliced(sign + 1).simplified()};
        const QString folded = foldText(word.text).text;
        if (folded.isEmpty() || known.contains(folded))
            continue;
        known.append(folded);
        words.append(word);
    }
    return HiddenWords(words);
}

QString HiddenWords::toText() const
{
    QString text;
    for (const HiddenWord &word : m_words)
        text += (word.alias.isEmpty() && !word.text.contains(u'=') ? word.text
                                                                   : word.text + u" = "_s + word.alias) +
                u'\n';
    return text;
}

} // namespace seamfinder
