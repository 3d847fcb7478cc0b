#pragma once

#include "core/catalogue/Commit.h"
#include "core/catalogue/ReadJobs.h"

#include <exception>
#include <QFutureWatcher>

namespace seamfinder {

/// Calls `finished(future)` in the GUI thread when the future has ended, in whatever way, unless the receiver
/// is gone by then. A watcher that the receiver owns, and not QFuture::then(receiver): Qt 6.4 asserts where a
/// context was destroyed before its future ended.
template <class T, class Receiver, class Finished>
void whenFinished(const QFuture<T> &future, Receiver *receiver, Finished finished)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, finished = std::move(finished)]() mutable {
                         watcher->deleteLater();
                         finished(watcher->future());
                     });
    watcher->setFuture(future);
}

/// Hands a background answer to `done`, or the exception of a reading that failed to `failed`; neither, if
/// the ticket went stale on the way.
template <class T, class Receiver, class Done, class Failed>
void deliver(const QFuture<T> &future, const Generation::Ticket &ticket, Receiver *receiver, Done done,
             Failed failed)
{
    whenFinished(future, receiver,
                 [ticket, done = std::move(done), failed = std::move(failed)](QFuture<T> answer) mutable {
                     if (ticket.isStale())
                         return;
                     try {
                         answer.waitForFinished(); // it is: this hands on what the reading threw
                         if (answer.resultCount() > 0)
                             done(answer.result());
                     } catch (...) {
                         failed(std::current_exception());
                     }
                 });
}

/// Follows an action that was asked of the session: `done` gets its commit. That it failed, the session says
/// itself; `failed` is for what has to be put back then.
template <class Receiver, class Done, class Failed>
void afterCommit(const QFuture<Commit> &action, Receiver *receiver, Done done, Failed failed)
{
    whenFinished(action, receiver,
                 [done = std::move(done), failed = std::move(failed)](QFuture<Commit> commit) mutable {
                     try {
                         commit.waitForFinished();
                     } catch (const std::exception &) {
                         failed();
                         return;
                     }
                     if (commit.resultCount() > 0)
                         done(commit.result());
                 });
}

template <class Receiver, class Done>
void afterCommit(const QFuture<Commit> &action, Receiver *receiver, Done done)
{
    afterCommit(action, receiver, std::move(done), [] {});
}

} // namespace seamfinder
