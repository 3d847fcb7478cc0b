#include "ui/interview/ExampleLabel.h"

#include "core/catalogue/ExampleName.h"
#include "core/interview/InterviewSession.h"

#include <algorithm>
#include <QCoreApplication>

namespace seamfinder {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ExampleLabel", text);
}

/// Those of which nothing is told yet are told apart by their place in the interview.
QString untitled(const InterviewSession &session, Entity entity, qint64 id)
{
    const QVector<ExampleRecord> &examples = session.data().examples;
    const auto at = std::ranges::find(examples, id, &ExampleRecord::id);
    return entity != Entity::Example || at == examples.end()
               ? tr("(no title yet)")
               : tr("(example %1, no title yet)").arg(at - examples.begin() + 1);
}

QString nameInQuotes(const InterviewSession &session, Entity entity, qint64 id, bool always)
{
    if (const QString name = session.answers().rowTitle(entity, id); !name.isEmpty())
        return always ? tr("“%1”").arg(name) : name;
    const QString quote = entity == Entity::Example ? firstQuote(session.study().reader(), {id}) : QString();
    return quote.isEmpty() ? untitled(session, entity, id) : tr("“%1”").arg(quote);
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
