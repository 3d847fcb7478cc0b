#pragma once

#include "core/catalogue/ReadJobs.h"

#include <exception>
#include <QCoreApplication>
#include <QPointer>

namespace seamfinder {

/// Brings a background answer to `receiver` in the GUI thread: `done` gets it unless the ticket went stale on
/// the way or the receiver is gone, `failed` gets any exception. The application is the context, because
/// Qt 6.4 asserts where a context was destroyed before the future finished; and it is one continuation, not
/// a chain, so that an answer that is still on its way when the application ends is simply dropped.
template <class T, class Receiver, class Done, class Failed>
void deliver(QFuture<T> future, const Generation::Ticket &ticket, Receiver *receiver, Done done,
             Failed failed)
{
    const QPointer<Receiver> alive(receiver);
    future.then(
        qApp, [alive, ticket, done = std::move(done), failed = std::move(failed)](QFuture<T> answer) mutable {
            if (!alive || ticket.isStale())
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

} // namespace seamfinder
