#include "core/domain/IdGenerator.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace seamfinder {

namespace {
constexpr qint64 epoch = 1'704'067'200'000; // 2024-01-01T00:00:00Z
constexpr int counterBits = 22;
} // namespace

IdGenerator::IdGenerator(Clock clock)
    : m_clock(clock ? std::move(clock) : Clock(&QDateTime::currentMSecsSinceEpoch))
{
}

qint64 IdGenerator::next()
{
    const qint64 millisecond = qMax<qint64>(1, m_clock() - epoch);
    // Half the counter's range is left above the random start, so that bulk inserts rarely run into the next
    // millisecond.
    const qint64 start =
        (millisecond << counterBits) | qint64(QRandomGenerator::global()->bounded(1u << (counterBits - 1)));
    const bool sameMillisecondOrEarlier = (m_last >> counterBits) >= millisecond;
    m_last = sameMillisecondOrEarlier ? m_last + 1 : start;
    return m_last;
}

void IdGenerator::continueAfter(qint64 last)
{
    m_last = qMax(m_last, last);
}

qint64 IdGenerator::timeOf(qint64 id)
{
    return (id >> counterBits) + epoch;
}

} // namespace seamfinder
