#include "core/catalogue/CatalogueColumns.h"
#include "core/catalogue/CatalogueOrder.h"
#include "core/catalogue/ConsentOfEach.h"
#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/EditMarks.h"
#include "core/catalogue/EditPeople.h"
#include "core/catalogue/EditProtocols.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadStudy.h"
#include "core/domain/Fields.h"
#include "core/protocol/BuiltInProtocols.h"
#include "tests/support/EveryStatement.h"

namespace seamfinder::test {

using namespace Qt::StringLiterals;

namespace {
struct Made
{
    ParticipantId participant;
    SystemId system;
    InterviewId interview;
    ExampleId example, other;
    GapId gap, need;
    qint64 practice = 0;
};

void editFrame(Edit &edit, Made &made)
{
    const CoderId lead = edit.coder();
    setLeadCoder(edit, createCoder(edit, u"Other"_s, u"OO"_s, true));
    setLeadCoder(edit, lead);
    setStudyTitle(edit, u"Title"_s);
    made.participant = createParticipant(edit, nextPseudonym(edit.db()));
    deleteParticipant(edit, createParticipant(edit, nextPseudonym(edit.db())));
    made.system = systemByAlias(edit, u"A"_s);
    deleteSystem(edit, systemByAlias(edit, u"B"_s));
}

void editCodebook(Edit &edit, const Codebook &codebook)
{
    const QVector<Term> elements = codebook.inFacet(u"element");
    const TermId made = createTerm(edit, {.facet = u"element"_s, .label = u"New"_s});
    Term changed = elements.first();
    changed.label += u'!';
    updateTerm(edit, changed);
    setTermRetired(edit, made, true);
    moveTerm(edit, made, elements.first().id);
    moveTerm(edit, made, {});
    const TermId role = codebook.inFacet(u"role").first().id;
    setExpectedFlow(edit, made, {role}, {role});
    tagByLabel(edit, u"tag"_s);
    tagByLabel(edit, u"tag"_s);
}

void editProtocols(Edit &edit)
{
    Protocol protocol = builtInProtocol(builtInProtocols().first().key);
    protocol.key = freeProtocolKey(edit.db(), protocol.key);
    const ProtocolVersionId draft = startDraft(edit, protocol);
    protocol.title.byLanguage[protocol.language()] += u'!';
    saveDraft(edit, draft, protocol);
    publishDraft(edit, draft, u"note"_s);
    protocol.key = freeProtocolKey(edit.db(), protocol.key);
    discardDraft(edit, startDraft(edit, protocol));
}

void editInterview(Edit &edit, Made &made)
{
    Protocol protocol;
    protocol.key = u"imported"_s;
    publishProtocol(edit, protocol);
    protocol.version = u"2"_s;
    publishProtocol(edit, protocol);
    editProtocols(edit);
    made.interview = createInterview(edit, readProtocolVersions(edit.db()).value(0).id, {made.participant});
    setInterviewVersion(edit, made.interview, readProtocolVersions(edit.db()).value(1).id);
    addInterviewSystem(edit, made.interview, made.system);
    setInterviewState(edit, made.interview, interview_state::inProgress);
    setInterviewState(edit, made.interview, interview_state::finishing);
    setInterviewState(edit, made.interview, interview_state::paused);
    setInterviewDate(edit, made.interview, edit.now());
    setInterviewLanguage(edit, made.interview, u"de"_s);
    const AnswerPlace place{u"walk"_s, {}};
    setAnswer(edit, made.interview, place, u"value"_s);
    touchAnswer(edit, made.interview, place);
    setAnswerMissing(edit, made.interview, place, MissingCode::Declined);
    setAnswerNote(edit, made.interview, place, u"note"_s);
    setAnswerRelevant(edit, made.interview, place, false);
    setProbeAsked(edit, made.interview, place, u"probe"_s, false);
    setProbeAsked(edit, made.interview, place, u"probe"_s, true);
    removeRepeatInstance(edit, addRepeatInstance(edit, made.interview, u"repeat"_s, {}));
    deleteTranscript(edit, addTranscript(edit, made.interview, u"title"_s, u"text"_s));
    const MarkId mark = addMark(edit, made.interview, MarkKind::Star, place, {});
    setMarkWords(edit, mark, {.quote = u"heard"_s});
    setMarkDone(edit, mark, true);
    removeMark(edit, mark);
    addMark(edit, made.interview, MarkKind::Back, place, {});
    const ParticipantId second = createParticipant(edit, nextPseudonym(edit.db()));
    addInterviewParticipant(edit, made.interview, second);
    removeInterviewParticipant(edit, made.interview, second);
    addInterviewParticipant(edit, made.interview, second);
    setConsentOf(edit, made.interview, second, fields::interview::quotes, u"verbatim"_s);
    setConsentMissing(edit, made.interview, second, fields::interview::mayRecord, MissingCode::Declined);
    setAnswerSpeaker(edit, made.interview, place, second);
    const ParticipantId third = createParticipant(edit, nextPseudonym(edit.db()));
    addInterviewParticipant(edit, made.interview, third);
    giveAnswer(edit, made.interview, place, second, third);
    if (firstToAnswer(edit, made.interview, place) == third)
        setAnswer(edit, made.interview, place, u"mine"_s, second);
    const CoderId assistant = createCoder(edit, u"Assistant"_s, u"AS"_s, false);
    addInterviewCoder(edit, made.interview, assistant);
    removeInterviewCoder(edit, made.interview, assistant);
    setInterviewLocked(edit, made.interview, true);
    setInterviewLocked(edit, made.interview, false);
    setPosition(edit, made.interview, place, 3);
    const qint64 session = startParadataSession(edit, made.interview);
    if (hasParadataSession(edit, session))
        replaceParadata(edit, addParadata(edit, session, 1, "changed"_L1, place), u"more"_s);
}

void editExamples(Edit &edit, Made &made)
{
    made.example = createExample(edit, {.interview = made.interview});
    made.other = createExample(edit, {.interview = made.interview});
    made.gap = createGap(edit, made.example);
    made.need = createGap(edit, {}, {.interview = made.interview});
    made.practice = createPractice(edit, {.interview = made.interview});
    setExampleRelevant(edit, made.other, false);
    setGapRelevant(edit, made.need, false);
    setGapRelevant(edit, made.need, true);
    setGapPriorities(edit, made.interview, {made.gap, made.need});
    const EvidenceId typed = addEvidence(edit, made.gap.value, {.quote = u"what"_s}, "supports"_L1);
    rewordEvidence(edit, typed, {.quote = u"what else"_s}, "contradicts"_L1);
    removeEvidence(edit, typed);
    setEvidenceSpeaker(edit, addEvidence(edit, made.example.value, {.quote = u"what"_s}, "supports"_L1),
                       made.participant);
    setExampleTeller(edit, made.example, made.participant);
    setGapTeller(edit, made.gap, made.participant);
    const IncidentId incident = createIncident(edit, u"incident"_s);
    setIncident(edit, made.example, incident);
    setIncidentLabel(edit, incident, u"event"_s);
    linkExamples(edit, made.example, made.other, "hid"_L1);
    unlinkExamples(edit, made.example, made.other, u"hid"_s);
    linkExamples(edit, made.example, made.other, "caused"_L1);
}

QVariant anyValue(const Field &field, const Codebook &codebook, const Made &made)
{
    switch (field.kind) {
    case FieldKind::Text:
        return u"what"_s;
    case FieldKind::Number:
        return 1;
    case FieldKind::Choice:
        return QString(field.choices.front().key);
    case FieldKind::Term:
        return codebook.inFacet(QString(field.facet)).first().id.value;
    default:
        return made.system.value;
    }
}

void editField(Edit &edit, const Field &field, qint64 row, const Codebook &codebook, const Made &made)
{
    if (!(field == fields::example::status)) { // which always has a value
        setMissing(edit, field, row, MissingCode::NotAsked);
        setMissing(edit, field, row, std::nullopt);
    }
    if (field.kind != FieldKind::Coding) {
        setValue(edit, field, row, anyValue(field, codebook, made));
        return;
    }
    for (const Term &term : codebook.inFacet(QString(field.facet)).mid(0, 1))
        setCodings(edit, field, row, {{.term = term.id}}, CodingStage::After);
    if (field.entity != Entity::Participant) {
        setCodings(edit, field, row, {}, CodingStage::Live);
        removeLayer(edit, field, row, edit.coder(), CodingStage::Live);
    }
}

void editFields(Edit &edit, const Codebook &codebook, const Made &made)
{
    const std::array rows{std::pair(Entity::Participant, made.participant.value),
                          std::pair(Entity::System, made.system.value),
                          std::pair(Entity::Interview, made.interview.value),
                          std::pair(Entity::Example, made.example.value),
                          std::pair(Entity::Gap, made.gap.value),
                          std::pair(Entity::Practice, made.practice)};
    for (const auto &[entity, row] : rows) {
        for (const Field &field : fieldsOf(entity))
            editField(edit, field, row, codebook, made);
    }
}

void editBin(Edit &edit, const Made &made)
{
    deleteGap(edit, made.gap);
    restoreGap(edit, made.gap);
    deleteExample(edit, made.example);
    restoreExample(edit, made.example);
    deletePractice(edit, made.practice);
    deleteInterview(edit, createInterview(edit, {}, {}));
}

// A search that finds more than it looks up one by one.
void addManyHits(Connection &db)
{
    db.execute(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= 20001) "
               "INSERT INTO gap(id, created, updated, information, relevant) "
               "SELECT i, 0, 0, 'frequent', 0 FROM n"_s);
}
} // namespace

void writeEverything(TempStudy &study)
{
    StudyWriter &writer = study.writer();
    const Codebook codebook = Codebook::read(writer.db());
    CatalogueColumns columns = CatalogueColumns::load(writer.db());
    Made made;
    const auto perform = [&](const auto &change) {
        const Commit commit = writer.perform({u"step"_s, {}, u"visit"_s}, change);
        if (!columns.update(writer.db(), commit))
            columns = CatalogueColumns::load(writer.db());
    };
    const auto editsOf = [&](void (*change)(Edit &, Made &)) {
        perform([&](Edit &edit) { change(edit, made); });
    };
    editsOf(&editFrame);
    perform([&](Edit &edit) { editCodebook(edit, codebook); });
    editsOf(&editInterview);
    editsOf(&editExamples);
    perform([&](Edit &edit) { editFields(edit, codebook, made); });
    perform([&](Edit &edit) { editBin(edit, made); });
    writer.undo();
    writer.redo();
    addManyHits(writer.db());
    static_cast<void>(searchText(writer.db(), u"frequent"_s));
}

} // namespace seamfinder::test
