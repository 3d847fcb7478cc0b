#include "tests/support/EveryStatement.h"

#include "core/analysis/DimensionLabels.h"
#include "core/analysis/Recurrence.h"
#include "core/catalogue/Backup.h"
#include "core/catalogue/CatalogueOrder.h"
#include "core/catalogue/Journal.h"
#include "core/catalogue/OpenSearches.h"
#include "core/catalogue/ReadBin.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadMarks.h"
#include "core/catalogue/ReadProtocols.h"
#include "core/catalogue/ReadSittings.h"
#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/StudyCheck.h"
#include "core/domain/Fields.h"
#include "core/exchange/CsvExport.h"
#include "core/exchange/GapsTable.h"
#include "core/interview/FinishQueue.h"
#include "core/interview/InterviewSession.h"

#include <QTest>

namespace seamfinder::test {

using namespace Qt::StringLiterals;

namespace {
constexpr std::array entities{Entity::Participant, Entity::System, Entity::Interview,
                              Entity::Example,     Entity::Gap,    Entity::Practice};

template <class T>
void use(const T & /*answer*/)
{
}

void readUnits(Connection &db, InterviewId interview)
{
    const QVector<ExampleId> examples = exampleIdsOf(db, interview);
    const QVector<GapId> needs = needIdsOf(db, interview);
    use(practiceIdsOf(db, interview));
    for (const ExampleRecord &example : readExamples(db, examples)) {
        use(readLinks(db, example.exampleId()));
        use(incidentLabel(db, example.incident));
        use(examplesOfIncident(db, example.incident));
        use(readEvidence(db, example.id));
        for (const EvidenceRecord &evidence : readEvidence(db, example.id))
            use(readEvidenceOfSource(db, evidence.source));
        for (const Field &field : fieldsOf(Entity::Example)) {
            if (field.kind == FieldKind::Coding)
                use(readLayers(db, field, example.id));
        }
        use(journal::history(db, 10, example.id));
    }
    use(readGaps(db, needs));
}

void readInterviewsOf(Connection &db)
{
    for (const Interview &interview : readInterviews(db)) {
        use(readInterview(db, interview.id));
        use(readAnswers(db, interview.id));
        use(readInterviewers(db, interview.id));
        use(countInterviewSystems(db, interview.id));
        use(readRepeatInstances(db, interview.id));
        use(readProbesAsked(db, interview.id));
        use(readPosition(db, interview.id));
        use(readTranscripts(db, interview.id));
        use(readMarks(db, interview.id));
        use(interviewOf(db, MarkId{1}));
        use(readParadata(db, interview.id));
        use(readOpenSearches(db, interview.id));
        use(readParadataMoments(db, interview.id));
        use(InterviewData::read(db, interview.id));
        readUnits(db, interview.id);
    }
    use(readInterviewNames(db));
    use(readLastInterview(db));
    use(readLastWrittenInterview(db));
    use(readMinutes(db));
}

void readStudyFrame(Connection &db)
{
    use(readStudyInfo(db));
    use(readCoders(db));
    for (const Participant &participant : readParticipants(db))
        use(readParticipant(db, participant.id));
    for (const System &system : readSystems(db))
        use(readSystem(db, system.id));
    for (const ProtocolVersion &version : readProtocolVersions(db))
        use(readProtocolContent(db, version.id));
    for (const ProtocolEntry &entry : readProtocolEntries(db)) {
        use(readProtocolEntry(db, entry.id));
        use(readNewestVersion(db, entry.protocol));
    }
    for (const Entity entity : entities)
        use(readRecord(db, entity, 1));
    use(readRecord(db, Entity::Participant, readParticipants(db).value(0).id.value));
    use(termUse(db));
    use(Codebook::read(db));
    use(journal::history(db, 100));
    use(journal::nextUndo(db));
    use(journal::nextRedo(db));
}

// With a filter that takes the few that it limits and a text.
CsvOptions filtered(CsvLayout layout, const DimensionLabels &labels)
{
    CsvOptions options{.layout = layout};
    options.filter.toggle(Dimension::Owner, labels.values(Dimension::Owner).first());
    options.filter.text = u"what"_s;
    return options;
}

void settle(const InterviewSession &interview)
{
    if (!QTest::qWaitFor([&] { return interview.isSaved() && !interview.study().isSaving(); }, 20'000))
        qFatal("the interview's writes did not end");
}
} // namespace

void readEverything(Connection &db)
{
    readStudyFrame(db);
    readInterviewsOf(db);
    for (int key = 0; key <= int(SortKey::Open); ++key) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            use(readOrder(db, SortKey(key), order));
            use(readFirstRows(db, SortKey(key), order, 5));
        }
    }
    use(searchText(db, u"what"_s));
    use(searchText(db, u"what"_s, 3));
    use(readBin(db));
    use(checkStudy(db));
    const CatalogueColumns columns = CatalogueColumns::load(db);
    use(gapsTableCsv(crossTab(columns, select(columns, {}), Dimension::Item, Dimension::NeededBy),
                     DimensionLabels::read(db), CountBy::Gaps));
    use(ranking(columns, select(columns, {})));
}

void exportEverything(Connection &db, const QString &studyPath)
{
    const DimensionLabels labels = DimensionLabels::read(db);
    for (const CsvLayoutInfo &info : csvLayouts()) {
        exportCsv(db, {.layout = info.layout}, studyPath, studyPath + u".csv"_s);
        exportCsv(db, filtered(info.layout, labels), studyPath, studyPath + u".csv"_s);
    }
    backUp(db, studyPath + u".copy"_s);
}

void holdAnInterview(std::unique_ptr<Study> study)
{
    StudySession session(std::move(study));
    const auto codebook = std::make_shared<const Codebook>(Codebook::read(session.reader()));
    InterviewSession interview(session, codebook, readLastInterview(session.reader()));
    QObject::connect(&interview, &InterviewSession::writeFailed,
                     [](const QuestionRef &ref, const QString &reason) {
                         qFatal("%s: %s", qPrintable(ref.question), qPrintable(reason));
                     });
    interview.begin();
    interview.answer({u"setup-mode"_s, {}}, Value::keys({u"video"_s}));
    interview.answer({u"system-alias"_s, {}}, Value::text(u"Quiet axle"_s));
    interview.setNote({u"walk"_s, {}}, u"note"_s);
    interview.setMissing({u"walk"_s, {}}, MissingCode::Declined);
    interview.addTranscript(u"Tape"_s, u"what was said"_s);
    settle(interview);
    for (const QString &repeat : {u"headlines"_s, u"practices"_s})
        interview.addInstance({repeat, {}});
    interview.createExampleFrom({.quote = u"what was said"_s});
    settle(interview);
    for (int i = 0; i < 20; ++i)
        interview.goNext();
    interview.pause();
    interview.begin();
    settle(interview);
    use(openItems(finishQueue(interview.flow(), interview.answers())));
    interview.finish();
    settle(interview);
    session.undo();
    session.redo();
    session.flush();
}

} // namespace seamfinder::test
