#include "core/interview/InterviewMinutes.h"

#include "core/catalogue/ReadSittings.h"
#include "core/interview/InterviewTime.h"

namespace seamfinder {

QHash<InterviewId, int> minutesTaken(Connection &db, const QVector<InterviewId> &interviews)
{
    constexpr qint64 minute = 60'000;
    QHash<InterviewId, int> minutes = readMinutes(db);
    for (const InterviewId interview : interviews) {
        const QVector<ParadataEvent> events = readParadataMoments(db, interview);
        if (!events.isEmpty()) // the sum needs no protocol: sections are not told apart
            minutes.insert(interview, int((interviewTime(events, Protocol{}).total() + minute / 2) / minute));
    }
    return minutes;
}

} // namespace seamfinder
