#include "ui/interview/ExampleLabel.h"

#include "core/catalogue/ExampleName.h"
#include "core/interview/InterviewSession.h"

#include <QCoreApplication>

namespace seamfinder {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ExampleLabel", text);
}

QString nameInQuotes(const InterviewSession &session, Entity entity, qint64 id, bool always)
{
    if (const QString name = session.answers().rowTitle(entity, id); !name.isEmpty())
        return always ? tr("“%1”").arg(name) : name;
    const QString quote = entity == Entity::Example ? firstQuote(session.study().reader(), {id}) : QString();
    return quote.isEmpty() ? tr("(no title yet)") : tr("“%1”").arg(quote);
}
} // namespace

QString shownName(const InterviewSession &session, Entity entity, qint64 id)
{
    return nameInQuotes(session, entity, id, false);
}

QString shownNameQuoted(const InterviewSession &session, Entity entity, qint64 id)
{
    return nameInQuotes(session, entity, id, true);
}

} // namespace seamfinder
