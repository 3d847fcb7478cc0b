#include "core/domain/FoldedText.h"

namespace seamfinder {

namespace {
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
} // namespace

char32_t characterAt(QStringView text, qsizetype at, qsizetype &length)
{
    const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    length = pair ? 2 : 1;
    return pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
}

FoldedText foldText(QStringView text)
{
    FoldedText result;
    result.text.reserve(text.size());
    qsizetype length = 0;
    for (qsizetype at = 0; at < text.size(); at += length) {
        const char32_t c = characterAt(text, at, length);
        if (isLeftOut(c)) {
            // It belongs to all that the character before it was folded into.
            for (qsizetype i = result.to.size(); i-- > 0 && result.to[i] == at;)
                result.to[i] = at + length;
            continue;
        }
        if (QChar::isSpace(c)) {
            if (result.text.endsWith(u' ')) {
                result.to.last() = at + length;
                continue;
            }
            result.text += u' ';
            result.from.append(at);
            result.to.append(at + length);
            continue;
        }
        const QString letters = foldedCharacter(c);
        result.text += letters;
        for (qsizetype i = 0; i < letters.size(); ++i) {
            result.from.append(at);
            result.to.append(at + length);
        }
    }
    return result;
}

} // namespace seamfinder
