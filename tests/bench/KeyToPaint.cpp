#include "tests/bench/KeyToPaint.h"

#include <pthread.h>
#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QInputDevice>
#include <QKeyEvent>
#include <QTimer>
#include <QWidget>
#include <QWindow>
#include <thread>
#include <unistd.h>

namespace seamfinder::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int patience = 20'000;

QKeyEvent *letter(int number, bool lines)
{
    if (lines && number % 60 == 59)
        return new QKeyEvent(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\n"));
    if (number % 12 == 11)
        return new QKeyEvent(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "));
    const int place = number * 7 % 26;
    return new QKeyEvent(QEvent::KeyPress, Qt::Key_A + place, Qt::NoModifier, QString(QChar(u'a' + place)));
}
} // namespace

KeyToPaint::KeyToPaint(QWidget &window)
    : m_window(window)
{
    if (pthread_getcpuclockid(pthread_self(), &m_clock) != 0)
        qFatal("the window's thread has no clock");
    m_schedule = u"/proc/self/task/%1/schedstat"_s.arg(gettid());
    qApp->installEventFilter(this);
    static_cast<void>(QInputDevice::primaryKeyboard()); // the first asker makes it: not the typing thread
}

KeyToPaint::Spent KeyToPaint::spent() const
{
    timespec used{};
    clock_gettime(m_clock, &used);
    // Nanoseconds on a processor and in line for one, and how often it got one.
    QFile schedule(m_schedule);
    const double queued = schedule.open(QIODevice::ReadOnly)
                              ? schedule.readAll().simplified().split(' ').value(1).toDouble() / 1e6
                              : 0;
    return {double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6, queued};
}

QList<PaintedKey> KeyToPaint::type(int keys, std::chrono::milliseconds interval, bool lines)
{
    m_due.clear();
    m_handled.clear();
    m_painted.clear();
    m_spentAtPress = QList<Spent>(keys);
    m_seen = 0;
    const Clock::time_point start = Clock::now() + std::chrono::milliseconds(50);
    for (int i = 0; i < keys; ++i)
        m_due.append(start + i * interval);
    QWindow *receiver = m_window.windowHandle();
    std::thread typist([this, receiver, lines, due = m_due, spentAtPress = m_spentAtPress.data()] {
        for (int i = 0; i < int(due.size()); ++i) {
            std::this_thread::sleep_until(due[i]);
            spentAtPress[i] = spent(); // read by the window's thread after it got the event
            QCoreApplication::postEvent(receiver, letter(i, lines),
                                        Qt::HighEventPriority); // before timers, as a key is
        }
    });
    // Not QTest::qWaitFor: it sleeps between its looks at the events, and each sleep would be measured.
    QEventLoop loop;
    m_all = [this, keys, &loop] {
        if (m_painted.size() == keys)
            loop.quit();
    };
    QTimer::singleShot(int(keys * interval.count()) + patience, &loop, &QEventLoop::quit);
    loop.exec();
    m_all = {};
    typist.join();
    if (m_painted.size() != keys)
        qFatal("%d of %d keys were painted", int(m_painted.size()), keys);
    return m_painted;
}

bool KeyToPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched == QApplication::focusWidget() && m_seen < m_due.size())
        m_handled.append(m_seen++);
    // A text field is painted by its viewport; after this event the picture is on its way to the screen.
    else if (event->type() == QEvent::Paint && !m_handled.isEmpty() && QApplication::focusWidget() &&
             (watched == QApplication::focusWidget() || watched->parent() == QApplication::focusWidget()))
        QTimer::singleShot(0, this, [this, painted = std::exchange(m_handled, {})] {
            const Spent now = spent();
            for (const int key : painted) {
                const Spent &before = m_spentAtPress.at(key);
                m_painted.append(
                    {std::chrono::duration<double, std::milli>(Clock::now() - m_due[key]).count(),
                     now.worked - before.worked, now.queued - before.queued});
            }
            if (m_all)
                m_all();
        });
    return false;
}

} // namespace seamfinder::bench
