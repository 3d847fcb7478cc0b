#include "ui/common/TypingPause.h"

#include <algorithm>

namespace seamfinder {

namespace {
constexpr qint64 pauseMs = 500, longestMs = 900;
}

TypingPause::TypingPause(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TypingPause::due);
}

void TypingPause::typed()
{
    if (!m_timer.isActive())
        m_sinceFirst.start();
    m_timer.start(int(std::clamp(longestMs - m_sinceFirst.elapsed(), qint64(0), pauseMs)));
}

void TypingPause::putOff()
{
    m_timer.stop();
    typed();
}

} // namespace seamfinder
