#include "core/exchange/FormWords.h"

#include "core/domain/MissingCode.h"
#include "core/exchange/FormLocale.h"
#include "core/protocol/SpokenLabels.h"

namespace seamfinder::form_words {

using namespace Qt::StringLiterals;

namespace {
QString said(SpokenPhrase phrase, const QString &language)
{
    return SpokenLabels::in(language).phrase(phrase);
}
} // namespace

QString Fixed::operator()(const QString &language) const
{
    return said(phrase, language);
}

QString noted(const QString &text, const QString &language)
{
    return said("Note: %1", language).arg(text);
}

QString reasons(const QString &language)
{
    QStringList labels;
    for (const MissingCodeInfo &code : missingCodes)
        labels.append(SpokenLabels::in(language).missing(code.code).toLower());
    return said("Where there is no answer, tick %1 and say why: %2.", language)
        .arg(formQuoted(said("No answer", language), language), labels.join(u"; "_s));
}

QString reworded(const QString &text, const QString &language)
{
    return said("If they ask what you mean: %1", language).arg(formQuoted(text, language));
}

QString minutes(int minutes, const QString &language)
{
    return said("%1 min", language).arg(formLocale(language).toString(minutes));
}

QString fromList(const QString &letter, const QString &language)
{
    return said("numbers from list %1 at the end:", language).arg(letter);
}

QString hidden(int count, const QString &language)
{
    return said("Left out, as their questions do not apply any more: answers %1.", language)
        .arg(formLocale(language).toString(count));
}

QString aside(const FormQuestion &question, const QString &language)
{
    QStringList result;
    if (question.forYou)
        result.append(forYou(language));
    if (question.required)
        result.append(said("required", language));
    if (question.ifTime)
        result.append(said("if there is time", language));
    if (question.after && !question.afterSaid)
        result.append(said("after the interview", language));
    if (!question.condition.isEmpty())
        result.append(question.condition);
    return result.join(u" · "_s);
}

} // namespace seamfinder::form_words
