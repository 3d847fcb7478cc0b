#pragma once

#include <functional>
#include <QString>

namespace seamfinder {

/// Background work shown in the status bar. Main thread only; a worker posts its progress there.
class Jobs
{
public:
    virtual ~Jobs() = default;

    /// Shows a job and returns its number. `cancel` runs when the user asks to stop it; without one it cannot
    /// be stopped. The job stays until `end` is called, also after a cancel.
    virtual int begin(const QString &title, std::function<void()> cancel = {}) = 0;
    /// `total` 0 means that the amount is not known.
    virtual void progress(int job, qint64 done, qint64 total) = 0;
    virtual void end(int job) = 0;
};

} // namespace seamfinder
