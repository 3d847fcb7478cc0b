#include "core/exchange/FormWords.h"

#include "core/domain/MissingCode.h"

#include <QCoreApplication>
#include <QLocale>

namespace seamfinder::form_words {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ProtocolForm", text);
}
} // namespace

QString forYou()
{
    return tr("For you, not to be said");
}

QString version()
{
    return tr("Version");
}

QString length()
{
    return tr("Planned");
}

QString note()
{
    return tr("Note");
}

QString notAnswered()
{
    return tr("Not answered");
}

QString examples()
{
    return tr("Mismatch examples, to be read back");
}

QString lists()
{
    return tr("Lists to choose from");
}

QString reasons()
{
    QStringList labels;
    for (const MissingCodeInfo &code : missingCodes)
        labels.append(QCoreApplication::translate("MissingCode", code.label).toLower());
    return tr("Where there is no answer, tick “No answer” and say why: %1.").arg(labels.join(u"; "_s));
}

QString noAnswer()
{
    return tr("No answer, because");
}

QString reworded(const QString &text)
{
    return tr("If they ask what you mean: “%1”").arg(text);
}

QString minutes(int minutes)
{
    return tr("%1 min").arg(QLocale().toString(minutes));
}

QString fromList(const QString &letter)
{
    return tr("from list %1 at the end:").arg(letter);
}

QString hidden(int count)
{
    return tr("Left out, as their questions do not apply any more: answers %1.")
        .arg(QLocale().toString(count));
}

QString aside(const FormQuestion &question)
{
    QStringList result;
    if (question.required)
        result.append(tr("required"));
    if (question.ifTime)
        result.append(tr("if there is time"));
    if (question.after)
        result.append(tr("after the interview"));
    if (!question.condition.isEmpty())
        result.append(question.condition);
    return result.join(u" · "_s);
}

} // namespace seamfinder::form_words
