#pragma once

#include "core/catalogue/ReadJobs.h"

#include <exception>
#include <QCoreApplication>
#include <QPointer>

namespace seamfinder {

/// Brings a background answer to `receiver` in the GUI thread: `done` gets it unless the ticket went stale on
/// the way or the receiver is gone, `failed` gets any exception. The application is the continuation's
/// context, because Qt 6.4 asserts where a context was destroyed before the future finished.
template <class T, class Receiver, class Done, class Failed>
void deliver(QFuture<T> future, const Generation::Ticket &ticket, Receiver *receiver, Done done,
             Failed failed)
{
    const QPointer<Receiver> alive(receiver);
    future
        .then(qApp,
              [alive, ticket, done = std::move(done)](T answer) mutable {
                  if (alive && !ticket.isStale())
                      done(std::move(answer));
              })
        .onFailed(qApp, [alive, ticket, failed = std::move(failed)]() mutable {
            if (alive && !ticket.isStale())
                failed(std::current_exception());
        });
}

} // namespace seamfinder
