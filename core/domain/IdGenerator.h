#pragma once

#include <functional>
#include <QtGlobal>

namespace seamfinder {

/// Makes time-ordered 63-bit ids: 41 bits of milliseconds since 2024-01-01 UTC, then 22 bits that start at
/// random in each millisecond and count up. If the clock goes back or the counter overflows, it continues
/// from the last id, so every id is greater than the one before. Ids below 2^22 are never made: they are the
/// fixed ids of resources.
class IdGenerator
{
public:
    using Clock = std::function<qint64()>; ///< milliseconds since 1970-01-01 UTC

    explicit IdGenerator(Clock clock = {});

    [[nodiscard]] qint64 next();

    /// Ids up to this one are taken (for instance by rows of the study): continue above it.
    void continueAfter(qint64 last);

    /// When an id was made, in milliseconds since 1970-01-01 UTC.
    [[nodiscard]] static qint64 timeOf(qint64 id);

private:
    Clock m_clock;
    qint64 m_last = 0;
};

} // namespace seamfinder
