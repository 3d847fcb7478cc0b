#pragma once

#include <chrono>
#include <ctime>
#include <functional>
#include <QList>
#include <QObject>
#include <QString>

class QWidget;

namespace seamfinder::bench {

/// One key, in milliseconds.
struct PaintedKey
{
    double taken = 0;  ///< from the beat at which it was due until it was painted
    double worked = 0; ///< of these, in the window's thread
    double queued = 0; ///< of these, for a processor that others had: the rest was waited for something else
};

/// Types into the window from a thread of its own, one key event at each beat of the clock whatever the
/// window is doing, and measures each key from the beat at which it was due until the field that took it was
/// painted. A window that was busy when the key came has the wait counted against it.
class KeyToPaint : public QObject
{
public:
    explicit KeyToPaint(QWidget &window);

    /// `keys` of them, every `interval`, to what has the focus. Every twelfth is a space and, with `lines`,
    /// every sixtieth a new line.
    [[nodiscard]] QList<PaintedKey> type(int keys, std::chrono::milliseconds interval, bool lines = true);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Clock = std::chrono::steady_clock;

    /// Of the window's thread, in milliseconds so far; any thread may ask.
    struct Spent
    {
        double worked = 0, queued = 0;
    };
    [[nodiscard]] Spent spent() const;

    QWidget &m_window;
    clockid_t m_clock;              ///< of the work of the window's thread
    QString m_schedule;             ///< the file that tells how long it stood in line
    QList<Clock::time_point> m_due; ///< of all keys of this run
    QList<Spent> m_spentAtPress;    ///< when each was pressed; the typist writes it
    QList<int> m_handled;           ///< keys whose letter is in the field, but not yet painted
    QList<PaintedKey> m_painted;
    std::function<void()> m_all; ///< looks whether all are painted
    int m_seen = 0;
};

} // namespace seamfinder::bench
