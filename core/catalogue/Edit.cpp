#include "core/catalogue/Edit.h"

#include "core/catalogue/SessionRecorder.h"
#include "core/domain/IdGenerator.h"

namespace seamfinder {

namespace {
constexpr int targetsPerChunk = 1000; // about five rows each
}

Edit::Edit(Connection &db, IdGenerator &ids, CoderId coder, JournalEntryId entry, qint64 now,
           SessionRecorder *recorder)
    : m_db(db)
    , m_ids(ids)
    , m_coder(coder)
    , m_entry(entry)
    , m_now(now)
    , m_recorder(recorder)
{
}

qint64 Edit::nextId()
{
    return m_ids.next();
}

void Edit::targetDone()
{
    if (!m_recorder || ++m_targets < targetsPerChunk)
        return;
    m_targets = 0;
    m_chunks.append(m_recorder->cut());
}

} // namespace seamfinder
