#include "core/interview/FinishWalk.h"

#include "core/catalogue/ReadExamples.h"
#include "core/interview/InterviewPlace.h"
#include "core/interview/InterviewSession.h"

#include <algorithm>

namespace seamfinder {

namespace {

bool isSame(const FinishStop &one, const FinishStop &other)
{
    return one.mark == other.mark && one.example == other.example;
}

bool isAbout(const FinishStop &stop, const InterviewPlace &place)
{
    return (place.example && stop.example == place.example) || (place.mark && stop.mark == place.mark) ||
           std::any_of(stop.items.begin(), stop.items.end(), [&place](const FinishItem &item) {
               return place.question && item.ref == place.question;
           });
}

} // namespace

FinishWalk::FinishWalk(const InterviewSession &session)
    : m_session(session)
{
}

void FinishWalk::begin()
{
    m_settled.clear();
    m_outcomes.clear();
    m_leftOut.clear();
    m_seen = 0;
    m_queue = m_session.isLocked() ? QVector<FinishStop>() : openStops();
    if (m_queue.isEmpty())
        toEnd();
    else
        stand(0);
}

void FinishWalk::stand(qsizetype at)
{
    m_at = at;
    m_seen = std::max(m_seen, at + 1);
}

QVector<FinishStop> FinishWalk::openStops() const
{
    QVector<FinishStop> open = finishQueue(m_session.flow(), m_session.answers());
    open.removeIf([this](const FinishStop &stop) {
        return isSettled(stop) || (stop.example && m_leftOut.contains(stop.example));
    });
    return open;
}

bool FinishWalk::isSettled(const FinishStop &stop) const
{
    return stop.mark && m_settled.contains(stop.mark);
}

const Mark *FinishWalk::mark() const
{
    for (const Mark &each : m_session.data().marks) {
        if (!isAtEnd() && each.id == m_queue[m_at].mark)
            return &each;
    }
    return nullptr;
}

void FinishWalk::next()
{
    if (isAtEnd())
        return;
    renew();
    qsizetype next = m_at + 1;
    while (next < m_queue.size() && isSettled(m_queue[next]))
        ++next;
    if (next < m_queue.size())
        stand(next);
    else
        toEnd(); // what was left out on the way comes round again only when asked for
}

qsizetype FinishWalk::before() const
{
    return isAtEnd() ? m_queue.size() - 1 : m_at - 1;
}

void FinishWalk::back()
{
    if (const qsizetype at = before(); at >= 0)
        stand(at);
}

void FinishWalk::settle(const MarkOutcome &outcome)
{
    if (isAtEnd() || !m_queue[m_at].mark)
        return;
    const MarkId mark = m_queue[m_at].mark;
    if (!m_settled.contains(mark))
        m_settled.append(mark);
    m_outcomes.insert(mark.value, outcome);
}

MarkOutcome FinishWalk::outcome() const
{
    return !isAtEnd() && isSettled(m_queue[m_at]) ? m_outcomes.value(m_queue[m_at].mark.value)
                                                  : MarkOutcome{};
}

void FinishWalk::unsettle()
{
    if (!isAtEnd())
        m_settled.removeAll(m_queue[m_at].mark);
}

void FinishWalk::renew()
{
    if (m_session.isLocked())
        return;
    m_queue.resize(std::min(m_seen, m_queue.size()));
    const QVector<FinishStop> seen = m_queue;
    for (const FinishStop &open : openStops()) {
        const auto isKnown = [&open](const FinishStop &each) { return isSame(each, open); };
        if (std::none_of(seen.begin(), seen.end(), isKnown))
            m_queue.append(open);
    }
}

bool FinishWalk::dropLost()
{
    const auto isLost = [this](const FinishStop &stop) {
        const bool isMarkGone =
            stop.mark && std::ranges::none_of(m_session.data().marks,
                                              [&stop](const Mark &mark) { return mark.id == stop.mark; });
        return isMarkGone || (stop.example && !m_session.data().example(stop.example.value));
    };
    const bool here = !isAtEnd() && isLost(m_queue[m_at]);
    const auto lostBefore = [&](qsizetype end) {
        return std::count_if(m_queue.begin(), m_queue.begin() + std::min(end, m_queue.size()), isLost);
    };
    m_seen -= lostBefore(m_seen);
    if (m_at > 0)
        m_at -= lostBefore(m_at);
    m_queue.removeIf(isLost);
    if (m_at >= m_queue.size())
        toEnd();
    else if (here)
        stand(m_at);
    return here;
}

bool FinishWalk::isTakenBack(MarkId mark) const
{
    const MarkOutcome outcome = m_outcomes.value(mark.value);
    if (!outcome.example || outcome.isNew || outcome.words.quote.isEmpty())
        return false;
    const QVector<EvidenceRecord> evidence = readEvidence(m_session.study().reader(), outcome.example.value);
    return std::ranges::none_of(evidence, [&outcome](const EvidenceRecord &each) {
        return each.quote.simplified() == outcome.words.quote.simplified();
    });
}

bool FinishWalk::isDoneElsewhere() const
{
    const FinishStop *stop = here();
    const Mark *asked = mark();
    return stop && stop->mark && (!asked || (asked->done && !isSettled(*stop)));
}

bool FinishWalk::hasNewMarks() const
{
    return std::ranges::any_of(m_session.data().marks, [this](const Mark &mark) {
        return !mark.done && std::ranges::none_of(
                                 m_queue, [&mark](const FinishStop &each) { return each.mark == mark.id; });
    });
}

bool FinishWalk::goToReopenedMark(const InterviewPlace &undone)
{
    for (const Mark &mark : m_session.data().marks) {
        const auto stop = std::find_if(m_queue.begin(), m_queue.end(),
                                       [&mark](const FinishStop &each) { return each.mark == mark.id; });
        const bool isUndone = m_settled.contains(mark.id) && undone.example &&
                              m_outcomes.value(mark.id.value).example == undone.example &&
                              isTakenBack(mark.id);
        const bool isDone = mark.done && !isUndone;
        if (isDone || (stop != m_queue.end() && !m_settled.contains(mark.id)))
            continue;
        m_settled.removeAll(mark.id);
        if (stop != m_queue.end()) {
            stand(stop - m_queue.begin());
            return true;
        }
        // It was done before this walk began. Marks are in order of time, and before all else.
        const auto behind = std::find_if(m_queue.begin(), m_queue.end(), [&mark](const FinishStop &each) {
            return !each.mark || each.mark > mark.id;
        });
        const qsizetype at = behind - m_queue.begin();
        m_queue.insert(at, {.example = {}, .mark = mark.id, .items = {}});
        if (at < m_seen)
            ++m_seen;
        stand(at);
        return true;
    }
    return false;
}

bool FinishWalk::settleRedone()
{
    bool here = false;
    for (const Mark &mark : m_session.data().marks) {
        const auto stop = std::find_if(m_queue.begin(), m_queue.end(),
                                       [&mark](const FinishStop &each) { return each.mark == mark.id; });
        if (!mark.done || stop == m_queue.end() || m_settled.contains(mark.id) || isTakenBack(mark.id))
            continue;
        m_settled.append(mark.id);
        here = here || stop - m_queue.begin() == m_at;
    }
    return here;
}

bool FinishWalk::isAt(const InterviewPlace &place) const
{
    return !isAtEnd() && isAbout(m_queue[m_at], place);
}

bool FinishWalk::goTo(const InterviewPlace &place)
{
    const auto stop = std::find_if(m_queue.begin(), m_queue.end(),
                                   [&place](const FinishStop &each) { return isAbout(each, place); });
    if (stop == m_queue.end())
        return false;
    const QVector<FinishStop> open = openStops();
    const auto now = std::find_if(open.begin(), open.end(),
                                  [&stop](const FinishStop &each) { return isSame(each, *stop); });
    if (now != open.end())
        *stop = *now;
    stand(stop - m_queue.begin());
    return true;
}

} // namespace seamfinder
