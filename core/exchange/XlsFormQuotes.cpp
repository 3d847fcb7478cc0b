#include "core/exchange/XlsFormQuotes.h"

#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
/// The text with each match replaced by what `replacement` says of it.
template <class Replace>
QString replaced(const QString &text, const QRegularExpression &pattern, Replace &&replacement)
{
    QString result;
    qsizetype from = 0;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).sliced(from, match.capturedStart() - from);
        result += replacement(match);
        from = match.capturedEnd();
    }
    return result += QStringView(text).sliced(from);
}
} // namespace

QString toFormQuotes(const QString &text)
{
    static const QRegularExpression pattern(u"(\\$?)\\{(\\.*)(row\\.(?:title|sentence))\\}"_s);
    return replaced(text, pattern, [](const QRegularExpressionMatch &match) {
        const bool quote = !match.capturedView(1).isEmpty() && match.capturedView(2).isEmpty();
        return quote ? u'{' + match.captured(3) + u'}'
                     : match.captured(1) + u"{."_s + match.captured(2) + match.captured(3) + u'}';
    });
}

QString fromFormQuotes(const QString &text)
{
    static const QRegularExpression pattern(u"\\{(\\.*)(row\\.(?:title|sentence))\\}"_s);
    return replaced(text, pattern, [](const QRegularExpressionMatch &match) {
        const QString dots = match.captured(1);
        return dots.isEmpty() ? u"${"_s + match.captured(2) + u'}'
                              : u'{' + dots.sliced(1) + match.captured(2) + u'}';
    });
}

TranslatableText withFormQuotes(TranslatableText text)
{
    for (QString &each : text.byLanguage)
        each = toFormQuotes(each);
    return text;
}

QString withRenamedQuotes(const QString &text, const QHash<QString, QString> &renamed)
{
    static const QRegularExpression pattern(u"\\$\\{\\s*([^}]*?)\\s*\\}"_s);
    if (renamed.isEmpty())
        return text;
    return replaced(text, pattern, [&](const QRegularExpressionMatch &match) {
        const auto other = renamed.constFind(match.captured(1));
        return other == renamed.cend() ? match.captured() : u"${"_s + *other + u'}';
    });
}

} // namespace seamfinder
