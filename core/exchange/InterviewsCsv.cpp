#include "core/exchange/InterviewsCsv.h"

#include "core/catalogue/ReadInterviews.h"

#include <algorithm>
#include <set>

namespace seamfinder {

CsvReport writeInterviews(Connection &db, const std::optional<QSet<InterviewId>> &chosen,
                          const std::function<void(double)> &progress,
                          const std::function<bool(const Interview &, Sharing)> &write)
{
    CsvReport report;
    std::set<ParticipantId> people;
    const Consent consent = Consent::read(db);
    QVector<Interview> interviews = readInterviewNames(db);
    if (chosen)
        interviews.removeIf([&](const Interview &interview) { return !chosen->contains(interview.id); });
    std::reverse(interviews.begin(), interviews.end());
    for (qsizetype i = 0; i < interviews.size(); ++i) {
        const Sharing sharing = consent.ofInterview(interviews[i].id);
        if (sharing == Sharing::Nothing) {
            ++report.withheld;
        } else {
            report.withoutTexts += write(interviews[i], sharing) ? 1 : 0;
            people.insert(interviews[i].participants.cbegin(), interviews[i].participants.cend());
        }
        if (progress)
            progress(double(i + 1) / double(interviews.size()));
    }
    report.participants = {people.begin(), people.end()};
    return report;
}

} // namespace seamfinder
