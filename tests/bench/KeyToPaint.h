#pragma once

#include <chrono>
#include <functional>
#include <QList>
#include <QObject>

class QWidget;

namespace seamfinder::bench {

/// Types into the window from a thread of its own, one key event at each beat of the clock whatever the
/// window is doing, and measures each key from the beat at which it was due until the field that took it was
/// painted. A window that was busy when the key came has the wait counted against it.
class KeyToPaint : public QObject
{
public:
    explicit KeyToPaint(QWidget &window);

    /// Milliseconds, one a key: `keys` of them, every `interval`, to what has the focus. Every twelfth is a
    /// space and, with `lines`, every sixtieth a new line.
    [[nodiscard]] QList<double> type(int keys, std::chrono::milliseconds interval, bool lines = true);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Clock = std::chrono::steady_clock;

    QWidget &m_window;
    QList<Clock::time_point> m_due; ///< of all keys of this run
    QList<int> m_handled;           ///< keys whose letter is in the field, but not yet painted
    QList<double> m_taken;
    std::function<void()> m_all; ///< looks whether all are painted
    int m_seen = 0;
};

} // namespace seamfinder::bench
