#include "core/domain/HiddenWords.h"

#include <algorithm>
#include <QStringList>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// A text without case, accents and kinds of white space, and where each of its units came from.
struct Folded
{
    QString text;
    QVector<qsizetype> from; ///< start of what the unit was made of
    QVector<qsizetype> to;   ///< its end, with the combining characters after it
};

bool isLeftOut(char32_t c)
{
    return QChar::isMark(c) || QChar::category(c) == QChar::Other_Format;
}

/// Letters that Unicode does not take apart, though people write them without their strokes.
QStringView plainLetters(char32_t c)
{
    switch (c) {
    case U'ø':
        return u"o";
    case U'đ':
    case U'ð':
        return u"d";
    case U'ł':
        return u"l";
    case U'ħ':
        return u"h";
    case U'ı':
        return u"i";
    case U'æ':
        return u"ae";
    case U'œ':
        return u"oe";
    case U'þ':
        return u"th";
    case U'ß':
        return u"ss";
    case U'ς':
        return u"σ";
    case U'’':
    case U'ʼ':
        return u"'";
    case U'‐':
    case U'‑':
        return u"-";
    default:
        return {};
    }
}

QString foldedCharacter(char32_t c)
{
    if (c < 128)
        return QString(QChar(char16_t(c)).toLower());
    const QString apart = QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_KD);
    QString result;
    for (const char32_t part : apart.toUcs4()) {
        if (isLeftOut(part))
            continue;
        const char32_t lower = QChar::toLower(part);
        const QStringView plain = plainLetters(lower);
        result += plain.isEmpty() ? QString::fromUcs4(&lower, 1) : plain.toString();
    }
    return result;
}

char32_t characterAt(QStringView text, qsizetype at, qsizetype &length)
{
    const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    length = pair ? 2 : 1;
    return pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
}

Folded fold(QStringView text)
{
    Folded folded;
    folded.text.reserve(text.size());
    qsizetype length = 0;
    for (qsizetype at = 0; at < text.size(); at += length) {
        const char32_t c = characterAt(text, at, length);
        if (isLeftOut(c)) {
            // It belongs to all that the character before it was folded into.
            for (qsizetype i = folded.to.size(); i-- > 0 && folded.to[i] == at;)
                folded.to[i] = at + length;
            continue;
        }
        if (QChar::isSpace(c)) {
            if (folded.text.endsWith(u' ')) {
                folded.to.last() = at + length;
                continue;
            }
            folded.text += u' ';
            folded.from.append(at);
            folded.to.append(at + length);
            continue;
        }
        const QString letters = foldedCharacter(c);
        folded.text += letters;
        for (qsizetype i = 0; i < letters.size(); ++i) {
            folded.from.append(at);
            folded.to.append(at + length);
        }
    }
    return folded;
}

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

bool isWord(const Folded &folded, qsizetype at, qsizetype length)
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
        m_folded.append(fold(word.text.trimmed()).text);
}

QVector<HiddenWords::Match> HiddenWords::find(QStringView text) const
{
    QVector<Match> matches;
    if (m_words.isEmpty() || text.isEmpty())
        return matches;
    const Folded folded = fold(text);
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
        const QString folded = fold(word.text).text;
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
