#include "ui/common/CodebookCache.h"

#include "core/catalogue/StudySession.h"

namespace seamfinder {

CodebookCache::CodebookCache(StudySession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_codebook(Codebook::read(session.reader()))
{
    for (const auto signal : {&StudySession::committed, &StudySession::undone, &StudySession::redone})
        connect(&session, signal, this, &CodebookCache::readIfTouched);
}

void CodebookCache::readIfTouched(const Commit &commit)
{
    if (!commit.touches(QLatin1StringView("term")) && !commit.touches(QLatin1StringView("expected_flow")))
        return;
    m_codebook = Codebook::read(m_session.reader());
    Q_EMIT changed();
}

} // namespace seamfinder
