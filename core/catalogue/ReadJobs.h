#pragma once

#include "core/catalogue/Connection.h"

#include <atomic>
#include <memory>
#include <QFuture>
#include <QMutex>
#include <QPromise>
#include <QThreadPool>
#include <vector>

namespace seamfinder {

class Study;

/// Numbers the requests of one asker: a newer one makes the older stale, so that it is cancelled and its
/// answer dropped.
class Generation
{
public:
    class Ticket
    {
    public:
        [[nodiscard]] bool isStale() const { return m_current->load() != m_number; }

    private:
        friend class Generation;
        std::shared_ptr<std::atomic<quint64>> m_current;
        quint64 m_number = 0;
    };

    /// Makes every earlier ticket stale.
    Ticket next()
    {
        Ticket ticket;
        ticket.m_current = m_current;
        ticket.m_number = ++*m_current;
        return ticket;
    }

private:
    std::shared_ptr<std::atomic<quint64>> m_current = std::make_shared<std::atomic<quint64>>(0);
};

/// Where a read waits for its turn.
enum class Lane : quint8 {
    Quick, ///< what somebody waits for: a page, a selection, a count
    Long,  ///< what may take seconds: one after the other, so that the quick ones keep a core for themselves
};

/// Runs reads on connections of their own, away from the GUI thread. A stale request ends as a cancelled
/// future. In the window, `deliver` brings the answer back.
class ReadJobs
{
public:
    explicit ReadJobs(const Study &study);
    ~ReadJobs(); ///< cancels and waits
    /// Cancels what runs and waits for its end; nothing runs after it. Before those who asked go away: a
    /// continuation must not find its context gone.
    void shutDown();
    Q_DISABLE_COPY_MOVE(ReadJobs)

    template <class Read, class T = std::invoke_result_t<Read, Connection &>>
    QFuture<T> run(const Generation::Ticket &ticket, Read read, Lane lane = Lane::Quick)
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        const auto job = [this, ticket, read = std::move(read), promise] {
            const auto stale = [this, &ticket] { return m_closing.load() || ticket.isStale(); };
            try {
                if (!stale()) {
                    T answer = withConnection(stale, read);
                    if (!stale()) {
                        promise->addResult(std::move(answer));
                        promise->finish();
                        return;
                    }
                }
                promise->future().cancel();
            } catch (...) {
                if (stale())
                    promise->future().cancel();
                else
                    promise->setException(std::current_exception());
            }
            promise->finish();
        };
        (lane == Lane::Quick ? m_quick : m_long).start(job);
        return promise->future();
    }

private:
    template <class Read>
    auto withConnection(const std::function<bool()> &stale, const Read &read)
    {
        const Lease lease(*this);
        lease.connection->setCancelCheck(stale);
        return read(*lease.connection);
    }

    struct Lease
    {
        explicit Lease(ReadJobs &owner);
        ~Lease();
        Q_DISABLE_COPY_MOVE(Lease)
        ReadJobs &jobs;
        std::unique_ptr<Connection> connection;
    };

    const Study &m_study;
    QThreadPool m_quick, m_long;
    QMutex m_mutex;
    std::vector<std::unique_ptr<Connection>> m_idle;
    std::atomic<bool> m_closing = false;
};

} // namespace seamfinder
