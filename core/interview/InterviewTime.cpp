#include "core/interview/InterviewTime.h"

#include "core/protocol/ProtocolIndex.h"

#include <algorithm>
#include <numeric>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 soon = 1'800'000; // milliseconds

class Walk
{
public:
    explicit Walk(const Protocol &protocol)
        : m_index(protocol)
    {
    }

    void take(const ParadataEvent &event)
    {
        if (event.session != m_session) { // the program was closed in between
            m_session = event.session;
            m_since = event.time;
            if (m_time.isPaused)
                m_time.pauses.last().to = event.time;
        }
        passUntil(event.time);
        if (event.event == "shown"_L1 || event.event == "jump"_L1) {
            m_question = event.place.question;
        } else if (event.event == "begin"_L1 || event.event == "resume"_L1) {
            if (m_finished && event.time - *m_finished <= soon)
                m_time.recordingEnds.removeLast(); // nobody has stopped it meanwhile
            m_finished.reset();
            m_time.isRunning = true;
            m_time.isPaused = false;
            m_question = event.place.question;
        } else if (event.event == "pause"_L1) {
            m_time.isRunning = false;
            m_time.isPaused = true;
            m_time.pauses.append({event.time, event.time, {}});
        } else if (event.event == "pause-reason"_L1 && !m_time.pauses.isEmpty()) {
            m_time.pauses.last().reason = event.detail;
        } else if (event.event == "finish"_L1) {
            m_time.isRunning = m_time.isPaused = false;
            if (!m_finished) // said twice, it is over once
                m_time.recordingEnds.append(event.time);
            m_finished = event.time;
        } else if (event.event == "recording"_L1) {
            takeRecording(event);
        }
        if (event.event != "shown"_L1)
            m_time.moments.append({event.time, event.event, event.place.question, event.detail,
                                   sectionOf(event.place.question)});
    }

    void passUntil(qint64 moment)
    {
        if (m_time.isRunning && moment > m_since)
            append(moment);
        if (m_time.isPaused)
            m_time.pauses.last().to = moment;
        m_since = std::max(m_since, moment);
    }

    [[nodiscard]] const InterviewTime &time() const { return m_time; }

private:
    void takeRecording(const ParadataEvent &event)
    {
        if (event.detail == recording_event::goesOn) {
            if (m_stopped)
                m_time.recordingEnds.removeAll(*m_stopped);
            m_stopped.reset();
            return;
        }
        const bool stops = event.detail == recording_event::stops;
        (stops ? m_time.recordingEnds : m_time.recordings).append(event.time);
        m_stopped = stops ? std::optional(event.time) : std::nullopt;
        m_finished.reset(); // what was said of it since counts
    }

    void append(qint64 moment)
    {
        if (!m_time.stretches.isEmpty()) {
            InterviewTime::Stretch &last = m_time.stretches.last();
            if (last.question == m_question && last.to == m_since) {
                last.to = moment;
                return;
            }
        }
        m_time.stretches.append({m_since, moment, sectionOf(m_question), m_question});
    }

    [[nodiscard]] int sectionOf(const QString &question) const
    {
        const int found = m_index.find(question);
        return found < 0 ? -1 : m_index.questions()[found].section;
    }

    ProtocolIndex m_index;
    InterviewTime m_time;
    qint64 m_session = 0, m_since = 0;
    QString m_question;
    std::optional<qint64> m_stopped;  ///< when the last recording was said to
    std::optional<qint64> m_finished; ///< when it was last, as long as nothing else ended the recording
};

} // namespace

qint64 InterviewTime::total() const
{
    return std::accumulate(stretches.begin(), stretches.end(), qint64(0),
                           [](qint64 sum, const Stretch &each) { return sum + each.length(); });
}

qint64 InterviewTime::passedBefore(qint64 moment) const
{
    return std::accumulate(stretches.begin(), stretches.end(), qint64(0),
                           [moment](qint64 sum, const Stretch &each) {
                               return sum + std::clamp<qint64>(moment - each.from, 0, each.length());
                           });
}

namespace {
constexpr qint64 betweenSittings = 3'600'000; // milliseconds
}

QVector<InterviewTime::Sitting> InterviewTime::sittings() const
{
    QVector<Sitting> found;
    for (const Stretch &each : stretches) {
        if (found.isEmpty() || each.from - found.last().to > betweenSittings)
            found.append({each.from, each.to});
        else
            found.last().to = std::max(found.last().to, each.to);
    }
    return found;
}

int InterviewTime::sittingAt(qint64 moment) const
{
    const QVector<Sitting> all = sittings();
    const bool another = !all.isEmpty() && moment - all.last().to > betweenSittings;
    return std::max(1, int(all.size()) + (another ? 1 : 0));
}

qint64 InterviewTime::sittingOffset(qint64 moment) const
{
    qint64 before = 0;
    for (const Sitting &sitting : sittings())
        before += std::clamp<qint64>(moment - sitting.from, 0, sitting.length());
    return before;
}

QVector<qint64> InterviewTime::bySection(int sections) const
{
    QVector<qint64> sums(sections, 0);
    for (const Stretch &each : stretches) {
        if (each.section >= 0 && each.section < sections)
            sums[each.section] += each.length();
    }
    return sums;
}

std::optional<qint64> InterviewTime::recordingOffset(qint64 moment) const
{
    std::optional<qint64> began;
    for (const qint64 start : recordings) {
        if (start <= moment)
            began = start;
    }
    const bool isOver = std::any_of(recordingEnds.begin(), recordingEnds.end(),
                                    [&](qint64 end) { return began && end >= *began && end < moment; });
    return began && !isOver && isOneSitting(*began, moment) ? std::optional(moment - *began) : std::nullopt;
}

bool InterviewTime::isOneSitting(qint64 from, qint64 to) const
{
    qint64 last = from;
    for (const Stretch &each : stretches) {
        if (each.to <= last)
            continue;
        if (each.from - last > betweenSittings)
            break;
        last = each.to;
    }
    return to - last <= betweenSittings;
}

InterviewTime interviewTime(const QVector<ParadataEvent> &events, const Protocol &protocol,
                            std::optional<qint64> now)
{
    Walk walk(protocol);
    for (const ParadataEvent &event : events)
        walk.take(event);
    if (now)
        walk.passUntil(*now);
    return walk.time();
}

} // namespace seamfinder
