#include "core/interview/InterviewPlace.h"

#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadMarks.h"
#include "core/interview/InterviewSession.h"

namespace seamfinder {

namespace {
InterviewPlace placeOfExample(const InterviewSession &session, ExampleId example)
{
    const auto stored = readExample(session.study().reader(), example);
    return {.isHere = !stored || stored->interview == session.id(), .example = example};
}
} // namespace

InterviewPlace placeIn(const InterviewSession &session, const QString &place)
{
    if (const auto ref = session.refFromPlace(place)) {
        InterviewPlace found{.isHere = true, .question = ref};
        for (const qint64 instance : ref->instances) {
            if (session.data().example(instance))
                found.example = ExampleId{instance};
        }
        return found;
    }
    const QString row = place.section(u'#', 0, 0);
    if (const auto mark = fromText<MarkTag>(row)) {
        const InterviewId interview = interviewOf(session.study().reader(), *mark);
        return {.isHere = !interview || interview == session.id(), .mark = *mark};
    }
    if (const auto example = fromText<ExampleTag>(row))
        return placeOfExample(session, *example);
    if (const auto gap = fromText<GapTag>(row)) {
        const auto stored = readGap(session.study().reader(), *gap);
        if (stored && stored->example)
            return placeOfExample(session, stored->example);
        return {.isHere = !stored || stored->interview == session.id()};
    }
    const auto participant = fromText<ParticipantTag>(row);
    return {.isHere = participant && session.data().interview.participants.contains(*participant)};
}

} // namespace seamfinder
