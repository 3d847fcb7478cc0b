#include "core/exchange/XPathTokens.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
bool isNameStart(QChar c)
{
    return c.isLetter() || c == u'_';
}

/// "." ends a name only where none follows: "a.b" is one.
bool isNameSign(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.' || c == u':';
}

template <class Is>
qsizetype endOf(QStringView source, qsizetype from, Is &&is)
{
    while (from < source.size() && is(source[from]))
        ++from;
    return from;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

qsizetype endOfNumber(QStringView source, qsizetype from)
{
    const qsizetype whole = endOf(source, from, isDigit);
    const bool fraction = whole + 1 < source.size() && source[whole] == u'.' && isDigit(source[whole + 1]);
    return fraction ? endOf(source, whole + 1, isDigit) : whole;
}
} // namespace

QVector<XPathToken> xpathTokens(QStringView source)
{
    using Kind = XPathToken::Kind;
    QVector<XPathToken> tokens;
    for (qsizetype at = 0; at < source.size();) {
        const QChar c = source[at];
        Kind kind = Kind::Symbol;
        qsizetype end = at + 1;
        const QChar following = end < source.size() ? source[end] : QChar();
        if (c.isSpace()) {
            kind = Kind::Space;
            end = endOf(source, at, [](QChar each) { return each.isSpace(); });
        } else if (c == u'\'' || c == u'"') {
            kind = Kind::Text;
            end = source.indexOf(c, at + 1) + 1;
            end = end > 0 ? end : source.size();
        } else if (c == u'$' && following == u'{' && source.indexOf(u'}', at) > 0) {
            kind = Kind::Reference;
            end = source.indexOf(u'}', at) + 1;
        } else if (isDigit(c) || (c == u'.' && isDigit(following))) {
            kind = Kind::Number;
            end = endOfNumber(source, at);
        } else if (isNameStart(c)) {
            kind = Kind::Name;
            end = endOf(source, at, isNameSign);
        } else if ((c == u'.' && following == u'.') ||
                   (following == u'=' && (c == u'!' || c == u'<' || c == u'>'))) {
            end = at + 2;
        }
        tokens.append({kind, source.sliced(at, end - at), at});
        at = end;
    }
    return tokens;
}

} // namespace seamfinder
