#include "core/exchange/FormLocale.h"

namespace seamfinder {

using namespace Qt::StringLiterals;

QLocale formLocale(const QString &language)
{
    const QLocale here, wanted(language);
    const bool unknown = wanted.language() == QLocale::C;
    return unknown || wanted.language() == here.language() ? here : wanted;
}

QString formQuoted(const QString &text, const QString &language)
{
    const QLocale locale(language);
    if (locale.language() == QLocale::C)
        return u'“' + text + u'”';
    // Qt leaves the space out that belongs inside the French ones.
    return locale.quoteString(locale.language() == QLocale::French ? u'\u202f' + text + u'\u202f' : text);
}

QString formNumber(double number, const QString &language)
{
    QLocale locale = formLocale(language);
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(number, 'f', QLocale::FloatingPointShortest);
}

} // namespace seamfinder
