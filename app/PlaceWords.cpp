#include "app/PlaceWords.h"

#include "core/catalogue/ExampleName.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadMarks.h"
#include "core/catalogue/ReadProtocols.h"
#include "core/catalogue/ReadStudy.h"
#include "core/domain/Fields.h"
#include "core/protocol/QuestionRef.h"

#include <QCoreApplication>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("PlaceWords", text);
}

/// Of a question about an example, a gap's, or the example's own.
std::optional<ExampleRecord> exampleAt(Connection &db, const QString &place)
{
    const QString row = place.section(u'#', 0, 0);
    if (const auto example = fromText<ExampleTag>(row))
        return readExample(db, *example);
    if (const auto gap = fromText<GapTag>(row)) {
        const auto stored = readGap(db, *gap);
        return stored && stored->example ? readExample(db, stored->example) : std::nullopt;
    }
    if (const auto question = QuestionRef::fromText(place.section(u'#', 1))) {
        for (const qint64 instance : question->instances) {
            if (auto example = readExample(db, ExampleId{instance}))
                return example;
        }
    }
    return std::nullopt;
}

/// Of what belongs to no interview.
QString wordsElsewhere(Connection &db, const QString &row)
{
    if (const auto term = fromText<TermTag>(row)) {
        const Codebook codebook = Codebook::read(db);
        const Term *found = codebook.term(*term);
        return found ? tr("the codebook, at “%1”").arg(found->label) : tr("the codebook");
    }
    if (const auto version = fromText<ProtocolVersionTag>(row)) {
        const auto found = readProtocolEntry(db, *version);
        return found ? tr("the protocol “%1”").arg(found->title) : tr("a protocol");
    }
    if (const auto participant = fromText<ParticipantTag>(row)) {
        const auto found = readParticipant(db, *participant);
        return found ? tr("the participant %1").arg(found->pseudonym) : tr("a participant");
    }
    return {};
}
} // namespace

InterviewId interviewAt(Connection &db, const QString &place)
{
    const QString row = place.section(u'#', 0, 0);
    if (const auto interview = fromText<InterviewTag>(row))
        return *interview;
    if (const auto mark = fromText<MarkTag>(row))
        return interviewOf(db, *mark);
    if (const auto example = exampleAt(db, place))
        return example->interview;
    const auto gap = fromText<GapTag>(row);
    const auto stored = gap ? readGap(db, *gap) : std::nullopt;
    return stored ? stored->interview : InterviewId{};
}

QString wordsForPlace(Connection &db, const QString &place)
{
    const InterviewId interview = interviewAt(db, place);
    const auto facts = interview ? readInterview(db, interview) : std::nullopt;
    if (!facts)
        return wordsElsewhere(db, place.section(u'#', 0, 0));
    const QString people = QStringList(facts->pseudonyms.begin(), facts->pseudonyms.end()).join(u", "_s);
    if (fromText<MarkTag>(place.section(u'#', 0, 0)))
        return tr("a mark in the interview with %1").arg(people);
    const auto example = exampleAt(db, place);
    if (!example)
        return tr("the interview with %1").arg(people);
    const QString title = exampleName(*example);
    // In one go: a title may hold a place-holder of its own.
    return title.isEmpty() ? tr("an example of %1 without a title").arg(people)
                           : tr("%1's example “%2”").arg(people, title);
}

} // namespace seamfinder
