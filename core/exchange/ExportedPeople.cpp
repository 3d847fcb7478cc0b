#include "core/exchange/ExportedPeople.h"

#include "core/catalogue/ReadInterviews.h"

namespace seamfinder {

ExportedPeople::ExportedPeople(Connection &db)
{
    for (const Interview &interview : readInterviewNames(db))
        m_ofInterview.insert(interview.id.value, interview.participants);
}

void ExportedPeople::add(const ExportBatch &batch)
{
    for (const ExportRecord &record : batch.records) {
        if (record.example)
            add(*record.example);
        for (const ExportUnit &gap : record.gaps)
            add(gap);
    }
}

void ExportedPeople::add(const ExportUnit &unit)
{
    if (unit.participant != 0) {
        add(ParticipantId{unit.participant});
        return;
    }
    for (const ParticipantId participant : m_ofInterview.value(unit.interview))
        add(participant);
}

void ExportedPeople::add(ParticipantId participant)
{
    if (participant)
        m_people.insert(participant);
}

} // namespace seamfinder
