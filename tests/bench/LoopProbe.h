#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QVector>

namespace seamfinder::bench {

/// Watches how long the event loop of this thread keeps others waiting: a timer that wants to fire every two
/// milliseconds, and the gaps between its firings. What a user feels as a freeze is a long gap.
class LoopProbe : public QObject
{
public:
    LoopProbe()
    {
        m_tick.setTimerType(Qt::PreciseTimer);
        m_tick.setInterval(2);
        connect(&m_tick, &QTimer::timeout, this,
                [this] { m_gaps.append(double(m_since.nsecsElapsed()) / 1e6), m_since.start(); });
        m_since.start();
        m_tick.start();
    }

    /// Milliseconds; what is under way counts. Starts over.
    [[nodiscard]] QVector<double> take()
    {
        m_gaps.append(double(m_since.nsecsElapsed()) / 1e6);
        m_since.start();
        return std::exchange(m_gaps, {});
    }

private:
    QTimer m_tick;
    QElapsedTimer m_since;
    QVector<double> m_gaps;
};

} // namespace seamfinder::bench
