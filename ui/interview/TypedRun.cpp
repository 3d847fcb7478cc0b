#include "ui/interview/TypedRun.h"

#include <algorithm>
#include <utility>

namespace seamfinder {

namespace {
constexpr qint64 longestPause = 800; // milliseconds between the keys of one run
} // namespace

bool TypedRun::goesOn() const
{
    return !m_text.isEmpty() && m_sinceLast.isValid() && m_sinceLast.elapsed() <= longestPause;
}

void TypedRun::add(const QString &text, const QStringList &picked)
{
    if (!goesOn()) {
        take();
        m_picked = picked;
    }
    m_text += text;
    m_sinceLast.start();
}

void TypedRun::hold(const QString &text)
{
    m_text += text;
    m_isHeld = true;
    m_sinceLast.start();
}

bool TypedRun::takeSpace()
{
    if (!goesOn())
        return false;
    m_text += u' ';
    m_sinceLast.start();
    return true;
}

bool TypedRun::isBegunBy(const QString &next) const
{
    if (!goesOn() || next.isEmpty())
        return false;
    // "été", but not “"” and a word behind it: that picks the third where the digit row writes it.
    const bool hasLetter = std::any_of(m_text.cbegin(), m_text.cend(),
                                       [](QChar each) { return each.isLetter() || each.isSpace(); });
    return m_isHeld || hasLetter || !next.front().isLetter();
}

QString TypedRun::take()
{
    m_isHeld = false;
    m_picked.clear();
    return std::exchange(m_text, {});
}

} // namespace seamfinder
