#include "tests/support/ui/LongerLanguage.h"

#include <QCoreApplication>

namespace seamfinder::test {

namespace {

/// Letters of long words and short ones, as a translation would bring.
constexpr QStringView filler = u"ung für Überprüfung en der älteren Möglichkeiten aß ";

} // namespace

LongerLanguage::LongerLanguage()
{
    if (!QCoreApplication::installTranslator(this))
        qFatal("the translation was refused");
}

QString LongerLanguage::translate(const char *, const char *source, const char *, int) const
{
    const QString text = QString::fromUtf8(source);
    if (text.trimmed().isEmpty() || text.contains(u'<'))
        return text;
    QString longer = text;
    const qsizetype wanted = text.size() * 2 / 5;
    for (qsizetype i = 0; i < wanted; ++i)
        longer += filler[i % filler.size()];
    return longer.trimmed();
}

} // namespace seamfinder::test
