#include "core/interview/Schedule.h"

#include <algorithm>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 msPerMinute = 60'000;
constexpr qint64 shortestStay = 30'000;
} // namespace

std::optional<int> sectionReached(const Protocol &protocol, const InterviewTime &time)
{
    static constexpr QLatin1StringView telling[]{"answered"_L1, "missing"_L1, "probe"_L1, "example"_L1,
                                                 "mark"_L1};
    const int sections = int(protocol.sections.size());
    int last = -1;
    for (const InterviewTime::Moment &moment : time.moments) {
        if (moment.section < sections &&
            std::find(std::begin(telling), std::end(telling), moment.event) != std::end(telling))
            last =
                std::max(last, protocol.sections.value(moment.section).interviewerOnly ? -1 : moment.section);
    }
    const QVector<qint64> used = time.bySection(sections);
    for (int i = sections - 1; i > last; --i) {
        if (!protocol.sections[i].interviewerOnly && used[i] >= shortestStay)
            return i;
    }
    return last < 0 ? std::nullopt : std::optional(last);
}

bool runsLate(const Protocol &protocol, const InterviewTime &time)
{
    const std::optional<int> reached = sectionReached(protocol, time);
    if (!reached || protocol.sections[*reached].minutes == 0)
        return false;
    const int sections = int(protocol.sections.size());
    const QVector<qint64> bySection = time.bySection(sections);
    qint64 used = time.total(), planned = 0;
    for (int i = 0; i < sections; ++i) {
        if (protocol.sections[i].interviewerOnly)
            used -= bySection[i];
        else if (i <= *reached)
            planned += protocol.sections[i].minutes * msPerMinute;
    }
    return used > planned;
}

} // namespace seamfinder
