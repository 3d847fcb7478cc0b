#include "core/exchange/ExpressionText.h"
#include "core/exchange/XlsFormExpression.h"
#include "core/exchange/XPathTokens.h"

#include <algorithm>
#include <QLocale>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {

using Kind = XPathToken::Kind;

/// How XLSForm says the count() of one answer: there, it counts the place of the answer, filled or not.
struct CountOfOne
{
    QString text;
    qsizetype end = 0; ///< behind the last token that it replaces; 0: it is none
};

qsizetype skipped(const QVector<XPathToken> &tokens, qsizetype at, int step = 1)
{
    while (at >= 0 && at < tokens.size() && tokens[at].kind == Kind::Space)
        at += step;
    return at;
}

QStringView textAt(const QVector<XPathToken> &tokens, qsizetype at)
{
    return at >= 0 && at < tokens.size() ? tokens[at].text : QStringView();
}

/// Nothing beside it binds tighter than a comparison.
bool isApart(QStringView beside)
{
    return beside.isEmpty() || beside == u"(" || beside == u")" || beside == u"," || beside == u"and" ||
           beside == u"or";
}

CountOfOne countOfOne(const QVector<XPathToken> &tokens, qsizetype at, const IsOneAnswer &isOne)
{
    const qsizetype open = skipped(tokens, at + 1);
    const qsizetype inside = skipped(tokens, open + 1), close = skipped(tokens, inside + 1);
    if (!isOne || textAt(tokens, at) != u"count" || textAt(tokens, open) != u"(" ||
        textAt(tokens, close) != u")" || tokens[inside].kind != Kind::Reference)
        return {};
    const QString reference = tokens[inside].text.toString();
    if (!isOne(reference.sliced(2, reference.size() - 3)))
        return {};
    const qsizetype sign = skipped(tokens, close + 1), number = skipped(tokens, sign + 1);
    const QString compared = textAt(tokens, sign).toString() + textAt(tokens, number).toString();
    static const QStringList some{u">0"_s, u"!=0"_s, u">=1"_s}, none{u"=0"_s, u"<1"_s};
    const bool apart = isApart(textAt(tokens, skipped(tokens, at - 1, -1))) &&
                       isApart(textAt(tokens, skipped(tokens, number + 1)));
    if (apart && (some.contains(compared) || none.contains(compared)))
        return {reference + (some.contains(compared) ? u" != ''"_s : u" = ''"_s), number + 1};
    return {u"if(%1 != '', 1, 0)"_s.arg(reference), close + 1};
}

} // namespace

bool FormNames::isOneAnswer(const QString &name, const QStringList &around) const
{
    const QStringList repeatsOfName = repeats.value(name);
    return types.contains(name) && types.value(name) != QuestionType::Repeat &&
           std::all_of(repeatsOfName.begin(), repeatsOfName.end(),
                       [&around](const QString &repeat) { return around.contains(repeat); });
}

QString toFormSpelling(const QString &source, bool filter, const IsOneAnswer &isOne)
{
    QString result;
    const QVector<XPathToken> tokens = xpathTokens(source);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const XPathToken &token = tokens[i];
        if (const CountOfOne count = countOfOne(tokens, i, isOne); count.end > 0) {
            result += count.text;
            i = count.end - 1;
        } else if (token.kind == Kind::Reference && token.text.contains(u'.')) {
            if (!filter || token.text != u"${choice.key}")
                return {};
            result += u"name"_s;
        } else if (token.text == u"position" && i + 2 < tokens.size() && tokens[i + 1].text == u'(' &&
                   tokens[i + 2].text == u')') {
            result += u"position(..)"_s;
            i += 2;
        } else {
            result += token.text;
        }
    }
    return result;
}

QString fromFormSpelling(const QString &source, bool filter)
{
    QString result;
    const QVector<XPathToken> tokens = xpathTokens(source);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (filter && tokens[i].text == u"name") {
            result += u"${choice.key}"_s;
        } else if (tokens[i].text == u"position" && i + 3 < tokens.size() && tokens[i + 1].text == u'(' &&
                   tokens[i + 2].text == u".." && tokens[i + 3].text == u')') {
            result += u"position()"_s;
            i += 3;
        } else {
            result += tokens[i].text;
        }
    }
    return result;
}

bool isDynamicDefault(const QString &cell, QuestionType type)
{
    if (cell.contains("${"_L1))
        return true;
    const bool number = type == QuestionType::Integer || type == QuestionType::Decimal ||
                        type == QuestionType::Scale || type == QuestionType::Acknowledge;
    if (number) {
        bool plain = false;
        QLocale::c().toDouble(cell.trimmed(), &plain);
        return !plain;
    }
    const QVector<XPathToken> tokens = xpathTokens(QStringView(cell).trimmed());
    return tokens.size() > 2 && tokens.first().kind == Kind::Name && tokens[1].text == u'(' &&
           tokens.last().text == u')';
}

QString defaultFromCell(const QString &cell, QuestionType type)
{
    if (isDynamicDefault(cell, type))
        return fromFormSpelling(cell);
    return valueKind(type) == Value::Kind::Number ? cell : quotedText(cell);
}

} // namespace seamfinder
