#include "core/catalogue/ReadJobs.h"

#include "core/catalogue/Study.h"

namespace seamfinder {

namespace {
constexpr int quickReaders = 2;
} // namespace

ReadJobs::ReadJobs(const Study &study)
    : m_study(study)
{
    m_quick.setMaxThreadCount(quickReaders);
    m_long.setMaxThreadCount(1);
}

ReadJobs::~ReadJobs()
{
    shutDown();
}

void ReadJobs::shutDown()
{
    m_closing = true;
    m_quick.waitForDone();
    m_long.waitForDone();
}

ReadJobs::Lease::Lease(ReadJobs &owner)
    : jobs(owner)
{
    {
        const QMutexLocker locker(&jobs.m_mutex);
        if (!jobs.m_idle.empty()) {
            connection = std::move(jobs.m_idle.back());
            jobs.m_idle.pop_back();
        }
    }
    if (!connection)
        connection = std::make_unique<Connection>(jobs.m_study.openReader());
}

ReadJobs::Lease::~Lease()
{
    connection->setCancelCheck({});
    const QMutexLocker locker(&jobs.m_mutex);
    jobs.m_idle.push_back(std::move(connection));
}

} // namespace seamfinder
