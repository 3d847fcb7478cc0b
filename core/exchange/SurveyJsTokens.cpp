#include "core/exchange/SurveyJsTokens.h"

#include <QRegularExpression>

namespace seamfinder {

using namespace Qt::StringLiterals;

QVector<SurveyJsToken> surveyJsTokens(const QString &source)
{
    using Kind = SurveyJsToken::Kind;
    // A quote inside of a text has a backslash before it.
    static const QRegularExpression pattern(
        uR"x(\s+|(?<number>\d+(?:\.\d+)?)|'(?<single>(?:\\.|[^'\\])*)'|"(?<double>(?:\\.|[^"\\])*)")x"
        uR"x(|\{(?<variable>[^{}]*)\}|(?<word>[A-Za-z_][A-Za-z0-9_]*))x"
        uR"x(|(?<symbol><=|=<|>=|=>|==|!=|<>|&&|\|\||\*=|.))x"_s,
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression backslash(uR"(\\(.))"_s);
    QVector<SurveyJsToken> tokens;
    for (auto matches = pattern.globalMatch(source); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString text = match.captured(u"single"_s) + match.captured(u"double"_s);
        if (!match.captured(u"number"_s).isEmpty())
            tokens.append({Kind::Number, match.captured(u"number"_s)});
        else if (!match.captured(u"variable"_s).isEmpty())
            tokens.append({Kind::Variable, match.captured(u"variable"_s).trimmed()});
        else if (!match.captured(u"word"_s).isEmpty())
            tokens.append({Kind::Word, match.captured(u"word"_s)});
        else if (!match.captured(u"symbol"_s).isEmpty())
            tokens.append({Kind::Symbol, match.captured(u"symbol"_s)});
        else if (!match.capturedView().trimmed().isEmpty())
            tokens.append({Kind::Text, QString(text).replace(backslash, u"\\1"_s)});
    }
    tokens.append({Kind::End, {}});
    return tokens;
}

} // namespace seamfinder
