#include "core/catalogue/Backup.h"
#include "core/catalogue/Consent.h"
#include "core/catalogue/DeclinedInterviews.h"
#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/EditMarks.h"
#include "core/catalogue/EditPeople.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ErasedPseudonyms.h"
#include "core/catalogue/Erasure.h"
#include "core/catalogue/ErasurePreview.h"
#include "core/catalogue/ExportLog.h"
#include "core/catalogue/HoldsText.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/Scrub.h"
#include "core/catalogue/StillHolding.h"
#include "core/domain/Fields.h"
#include "tests/support/EveryStatement.h"

#include <QFile>

namespace seamfinder::test {

using namespace Qt::StringLiterals;

namespace {
struct Pair
{
    ParticipantId first, second;
};

/// Two people in one interview, each with an answer of their own, and a tag, a passage and a mark.
Pair holdAJointInterview(Edit &edit)
{
    const Pair people{createParticipant(edit, nextPseudonym(edit.db())),
                      createParticipant(edit, nextPseudonym(edit.db()))};
    const InterviewId interview =
        createInterview(edit, readProtocolVersions(edit.db()).value(0).id, {people.first, people.second});
    addInterviewSystem(edit, interview, createSystem(edit, u"A system of both"_s)); // "walk" describes it
    const AnswerId answer = setAnswer(edit, interview, {u"walk"_s, {}}, u"the erased word"_s);
    setAnswerNote(edit, interview, {u"walk"_s, {}}, u"a note with erased"_s);
    edit.db().query(u"UPDATE answer SET speaker = ? WHERE id = ?"_s).bind(people.first, answer).run();
    const SystemId system = createSystem(edit, u"Erased system"_s);
    const QString said = u"Q: and?\nP01: erased\nP02: no\nP01: then\nP02: yes"_s;
    const TranscriptId tape = addTranscript(edit, interview, u"Tape"_s, said);
    addMark(edit, interview, MarkKind::Quote, {u"walk"_s, {}}, {.quote = u"a mark"_s});
    const ExampleId example =
        createExample(edit, {.interview = interview, .participant = people.first, .system = system});
    setValue(edit, fields::example::countedOn, example.value, u"erased"_s);
    setCodings(edit, fields::example::effect, example.value,
               {{.term = Codebook::read(edit.db()).inFacet(u"effect").first().id, .other = u"erased"_s}},
               CodingStage::Live);
    setIncident(edit, example, createIncident(edit, u"Erased event"_s));
    createGap(edit, example);
    addEvidence(
        edit, example.value,
        {.sourceKind = u"answer"_s, .source = answer.value, .start = 4, .end = 10, .quote = u"erased"_s},
        "supports"_L1);
    const ExampleId other = createExample(edit, {.interview = interview, .participant = people.second});
    const int yes = int(said.indexOf(u"yes"_s));
    addEvidence(edit, other.value,
                {.sourceKind = u"transcript"_s,
                 .source = tape.value,
                 .start = yes,
                 .end = yes + 3,
                 .quote = u"yes"_s},
                "supports"_L1);
    const AnswerPlace effect{u"deep-effect"_s, crockford(other.value)}; // one codes what the other told
    const AnswerId coded = touchAnswer(edit, interview, effect);
    setAnswerSpeaker(edit, interview, effect, people.first);
    setCodings(edit, fields::example::effect, other.value,
               {{.term = Codebook::read(edit.db()).inFacet(u"effect").first().id}}, CodingStage::Live, coded);
    tagByLabel(edit, u"Erased tag"_s);
    const qint64 session = startParadataSession(edit, interview);
    addParadata(edit, session, 1, "changed"_L1, {u"walk"_s, {}}, u"erased"_s);
    logExport(edit, u"csv gaps"_s, u"/nowhere/else.csv"_s, {people.first});
    return people;
}

/// One who was asked and declined, after something was said.
void declineAnInterview(TempStudy &study)
{
    StudyWriter &writer = study.writer();
    InterviewId interview{};
    writer.perform({u"Declined"_s}, [&](Edit &edit) {
        interview = createInterview(edit, readProtocolVersions(edit.db()).value(0).id,
                                    {createParticipant(edit, u"Declines"_s)});
        setAnswer(edit, interview, {u"walk"_s, {}}, u"a word"_s);
        setValue(edit, fields::interview::takesPart, interview.value, u"no"_s);
    });
    if (declinedInterviewsWithAnswers(writer.db()) != QVector<InterviewId>{interview} ||
        eraseDeclined(writer, {u"Takes no part"_s}, interview).changes.isEmpty() ||
        !eraseDeclined(writer, {u"Takes no part"_s}, interview).changes.isEmpty())
        qFatal("what was said in a declined interview is not erased");
}
} // namespace

void eraseEverything(TempStudy &study)
{
    declineAnInterview(study);
    StudyWriter &writer = study.writer();
    Pair people;
    writer.perform({u"An erased interview"_s}, [&](Edit &edit) { people = holdAJointInterview(edit); });
    writer.perform({u"Only theirs"_s},
                   [&](Edit &edit) { createExample(edit, {.participant = people.first}); });
    writer.perform({u"Undone"_s}, [&](Edit &edit) {
        setIncident(edit, createExample(edit, {.participant = people.first}),
                    createIncident(edit, u"An event that was undone"_s));
    });
    static_cast<void>(writer.undo());
    writer.perform({u"A step that only names them"_s, toText(people.first)},
                   [](Edit &edit) { setStudyTitle(edit, u"Another title"_s); });
    writer.perform({u"Title of %1"_s.arg(readParticipants(writer.db()).last().pseudonym)},
                   [](Edit &edit) { setStudyTitle(edit, u"And another"_s); });
    static_cast<void>(isParaphrased(writer.db(), people.first.value));
    static_cast<void>(previewScrub(writer.db(), {.text = u"erased"_s}));
    static_cast<void>(scrub(writer, {u"Scrub"_s}, {.text = u"erased"_s, .replacement = u""_s}));
    static_cast<void>(whatHolds(study.path(), ErasedRows::of(writer.db(), {.participant = people.first}),
                                {people.first}, {u"P01"_s}, readExportLog(writer.db())));
    const ScrubRequest nowhere{.text = u"Nobodysname"_s};
    static_cast<void>(whatHolds(study.path(), nowhere, readExportLog(writer.db())));
    const QString copy = study.folder() + u"/copy of everything.seam"_s;
    backUp(writer.db(), copy);
    if (studyHolds(copy, ScrubText(nowhere)))
        qFatal("a copy holds a word that nobody said");
    QFile::remove(copy);
    static_cast<void>(previewErasure(writer.db(), study.path(), {.participant = people.first}));
    static_cast<void>(erasedTexts(writer.db(), {.participant = people.first}));
    static_cast<void>(notesThatStay(writer.db(), {.participant = people.first}));
    QString pseudonym;
    for (const Participant &each : readParticipants(writer.db())) {
        if (each.id == people.first)
            pseudonym = each.pseudonym;
    }
    for (const ParticipantId participant : {people.first, people.second})
        static_cast<void>(eraseWithdrawn(writer, {u"Withdrawal"_s}, {.participant = participant}));
    if (!isErasedPseudonym(writer.db(), pseudonym))
        qFatal("the pseudonym of somebody who was erased is not known any more");
    if (!isTombstoned(writer.db(), people.first.value) || !isErasurePending(writer.db()) ||
        !completeErasure(writer))
        qFatal("the erasure did not end");
}

} // namespace seamfinder::test
