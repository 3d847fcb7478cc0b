#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/EditMarks.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ErasedPseudonyms.h"
#include "core/catalogue/Erasure.h"
#include "core/catalogue/Journal.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/StillHolding.h"
#include "core/catalogue/StudyCheck.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Error.h"
#include "core/domain/Fields.h"
#include "core/exchange/CsvExport.h"
#include "core/exchange/CsvImport.h"
#include "tests/support/FileBytes.h"
#include "tests/support/Kills.h"
#include "tests/support/TempStudy.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

namespace {

/// A person in the study, and the words that only they have said: one for each kind of text.
struct Person
{
    QString word;
    ParticipantId participant{};
    InterviewId interview{};
    ExampleId example{};
    GapId gap{};

    /// All words that must be gone with them.
    [[nodiscard]] QStringList words() const
    {
        QStringList all;
        for (const QString &kind :
             {u"answer"_s, u"note"_s, u"example"_s, u"gap"_s, u"other"_s, u"quote"_s, u"memo"_s, u"mark"_s,
              u"transcript"_s, u"detail"_s, u"system"_s, u"event"_s, u"removed"_s, u"overwritten"_s,
              u"undone"_s, u"binned"_s, u"practice"_s, u"country"_s})
            all.append(said(kind));
        return all;
    }
    [[nodiscard]] QString said(const QString &kind) const { return word + kind; }
};

void record(StudyWriter &writer, Person &person)
{
    const auto said = [&](const QString &kind) { return person.said(kind); };
    const auto perform = [&](const QString &label, const std::function<void(Edit &)> &change) {
        writer.perform({label}, change);
    };
    const AnswerPlace walk{u"walk"_s, {}};
    EvidenceId passage{};
    perform(u"New interview"_s, [&](Edit &edit) {
        person.participant = createParticipant(edit, nextPseudonym(edit.db()));
        person.interview =
            createInterview(edit, readProtocolVersions(edit.db()).value(0).id, {person.participant});
        setValue(edit, fields::participant::country, person.participant.value, said(u"country"_s));
        const SystemId system = createSystem(edit, said(u"system"_s));
        addInterviewSystem(edit, person.interview, system);
        const Origin origin{
            .interview = person.interview, .participant = person.participant, .system = system};
        person.example = createExample(edit, origin);
        person.gap = createGap(edit, person.example);
        setValue(edit, fields::practice::story, createPractice(edit, origin), said(u"practice"_s));
    });
    perform(u"Answer"_s, [&](Edit &edit) {
        const AnswerId answer = setAnswer(edit, person.interview, walk, said(u"answer"_s));
        setAnswerNote(edit, person.interview, walk, said(u"note"_s));
        const qint64 session = startParadataSession(edit, person.interview);
        addParadata(edit, session, 1, "changed"_L1, walk, said(u"detail"_s));
        setPosition(edit, person.interview, walk, 2);
        addMark(edit, person.interview, MarkKind::Quote, walk, {.quote = said(u"mark"_s)});
        addTranscript(edit, person.interview, u"Tape"_s, u"Then "_s + said(u"transcript"_s));
        passage = addEvidence(edit, person.gap.value, {.quote = said(u"removed"_s)}, "supports"_L1);
        addEvidence(edit, person.example.value,
                    {.sourceKind = u"answer"_s, .source = answer.value, .quote = said(u"quote"_s)},
                    "supports"_L1);
    });
    perform(u"Type"_s, [&](Edit &edit) {
        setValue(edit, fields::example::story, person.example.value, said(u"overwritten"_s));
    });
    perform(u"Type"_s, [&](Edit &edit) {
        setValue(edit, fields::example::story, person.example.value, said(u"example"_s));
        setValue(edit, fields::gap::information, person.gap.value, said(u"gap"_s));
        setCodings(
            edit, fields::example::effect, person.example.value,
            {{.term = Codebook::read(edit.db()).inFacet(u"effect").first().id, .other = said(u"other"_s)}},
            CodingStage::Live);
        setIncident(edit, person.example, createIncident(edit, said(u"event"_s)));
        edit.db()
            .query(u"INSERT INTO memo(id, target, text, coder, created, updated) VALUES (?, ?, ?, ?, 0, 0)"_s)
            .bind(edit.nextId(), person.gap, said(u"memo"_s), edit.coder())
            .run();
    });
    perform(u"Remove the passage"_s, [&](Edit &edit) { removeEvidence(edit, passage); });
    perform(u"Into the bin"_s, [&](Edit &edit) {
        const ExampleId binned = createExample(edit, {.interview = person.interview});
        setValue(edit, fields::example::title, binned.value, said(u"binned"_s));
        deleteExample(edit, binned);
    });
    perform(u"To be undone"_s, [&](Edit &edit) {
        const ExampleId made = createExample(edit, {.interview = person.interview});
        setValue(edit, fields::example::title, made.value, said(u"undone"_s));
    });
    writer.undo();
}

QStringList problems(Connection &db)
{
    QStringList found;
    for (const CheckResult &result : checkStudy(db)) {
        for (const QString &problem : result.problems)
            found.append(result.name + u": "_s + problem);
    }
    return found;
}

/// The child of the kill test: erases the first participant as soon as it is told to.
int eraseInAChild(const QString &path)
{
    const auto study = Study::open(path, Study::Mode::Write);
    StudyWriter writer(study->openWriter());
    puts("ready");
    fflush(stdout);
    const Commit commit =
        eraseWithdrawn(writer, {u"Withdrawal"_s}, {.participant = readParticipants(writer.db()).value(0).id});
    return commit.changes.isEmpty() || !completeErasure(writer) ? 1 : 0;
}

class ErasureTest : public QObject
{
    Q_OBJECT

private:
    static void erase(StudyWriter &writer, const Withdrawal &withdrawal)
    {
        const Commit commit = eraseWithdrawn(writer, {u"Somebody withdrew"_s}, withdrawal);
        QVERIFY(!commit.changes.isEmpty());
        QVERIFY(isErasurePending(writer.db()));
        QVERIFY(completeErasure(writer));
        QVERIFY(!isErasurePending(writer.db()));
    }

private Q_SLOTS:
    void nothingOfAPersonIsLeft_data()
    {
        QTest::addColumn<bool>("wholePerson");
        QTest::addColumn<int>("others");
        QTest::newRow("a participant") << true << 0;
        QTest::newRow("an interview") << false << 0;
        QTest::newRow("in a large study") << true << 3000;
    }
    void nothingOfAPersonIsLeft()
    {
        QFETCH(bool, wholePerson);
        QFETCH(int, others);
        TempStudy study;
        Person gone{.word = u"Zwetschgenmus"_s}, kept{.word = u"Mirabellenwein"_s};
        record(study.writer(), kept);
        record(study.writer(), gone);
        if (others > 0)
            study.writer().perform({u"Import"_s}, [&](Edit &edit) {
                for (int i = 0; i < others; ++i) {
                    const ExampleId example = createExample(edit, {.participant = kept.participant});
                    setValue(edit, fields::example::story, example.value,
                             u"a long story number %1 "_s.arg(i).repeated(20));
                    edit.targetDone();
                }
            });
        Connection reader = study.study().openReader();
        QCOMPARE(readParticipants(reader).size(), 2);
        const QStringList words = gone.words();
        study.db().execute(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
        QVERIFY2(filesWithWords(study.path(), words).size() >= words.size(),
                 "the test must find what there is");

        erase(study.writer(), wholePerson ? Withdrawal{.participant = gone.participant}
                                          : Withdrawal{.interview = gone.interview});
        QStringList left = filesWithWords(study.path(), words);
        if (!wholePerson)
            left.removeAll(u"study.seam: "_s + gone.said(u"country"_s)); // of the person, who stays
        QCOMPARE(left, QStringList());
        QCOMPARE(problems(study.db()), QStringList());
        QCOMPARE(readParticipants(study.db()).size(), wholePerson ? 1 : 2);
        // An open reader goes on.
        QCOMPARE(readParticipants(reader).size(), wholePerson ? 1 : 2);
        QVERIFY(isTombstoned(study.db(), gone.interview.value));
        QVERIFY(isTombstoned(study.db(), gone.example.value));
        QCOMPARE(isTombstoned(study.db(), gone.participant.value), wholePerson);
        QVERIFY(!isTombstoned(study.db(), kept.participant.value));

        // The other person has lost nothing, not even what they typed before.
        const auto stays = readRecord(study.db(), Entity::Example, kept.example.value);
        QVERIFY(stays);
        QCOMPARE(stays->value(fields::example::story).toString(), kept.said(u"example"_s));
        const QStringList keptWords = filesWithWords(study.path(), kept.words());
        QCOMPARE(keptWords.size(), kept.words().size());
    }

    void undoStopsAtTheBarrier()
    {
        TempStudy study;
        Person gone{.word = u"Zwetschgenmus"_s};
        record(study.writer(), gone);
        erase(study.writer(), {.participant = gone.participant});
        QVERIFY(!study.writer().nextUndo());
        QVERIFY(!study.writer().nextRedo());
        QVERIFY(!study.writer().undo());
        // What it brings about in an open interview is no step, either.
        study.writer().perform({u"Somebody withdrew"_s}, [](Edit &edit) { setStudyTitle(edit, u"After"_s); });
        QVERIFY(!study.writer().nextUndo());
        study.writer().perform({u"Later"_s}, [](Edit &edit) { setStudyTitle(edit, u"Later"_s); });
        QVERIFY(study.writer().undo());
        QVERIFY(!study.writer().undo());
        QCOMPARE(journal::history(study.db(), 2).at(1).label, u"Somebody withdrew"_s);
        QVERIFY(readParticipants(study.db()).isEmpty());
    }

    void whatSomebodyElseTellsOfTheSameStays()
    {
        TempStudy study;
        Person gone{.word = u"Zwetschgenmus"_s}, kept{.word = u"Mirabellenwein"_s};
        record(study.writer(), gone);
        record(study.writer(), kept);
        QVector<qint64> shared;
        study.writer().perform({u"One event, one system"_s}, [&](Edit &edit) {
            const IncidentId incident = createIncident(edit, u"The outage"_s);
            const SystemId system = createSystem(edit, u"Shared system"_s);
            for (const Person *person : {&gone, &kept}) {
                setIncident(edit, person->example, incident);
                setValue(edit, fields::example::system, person->example.value, system.value);
            }
            linkExamples(edit, gone.example, kept.example, "caused"_L1);
            shared = {incident.value, system.value};
        });
        erase(study.writer(), {.participant = gone.participant});
        QCOMPARE(problems(study.db()), QStringList());
        QCOMPARE(incidentLabel(study.db(), IncidentId{shared[0]}), u"The outage"_s);
        QVERIFY(readSystem(study.db(), SystemId{shared[1]}).has_value());
        QVERIFY(readLinks(study.db(), kept.example).isEmpty());
    }

    void aJointInterviewLosesOnlyTheirPart()
    {
        TempStudy study;
        Person gone{.word = u"Zwetschgenmus"_s}, kept{.word = u"Mirabellenwein"_s};
        record(study.writer(), gone);
        record(study.writer(), kept);
        study.writer().perform({u"Both"_s}, [&](Edit &edit) {
            edit.db()
                .query(u"INSERT INTO interview_participant(id, interview, participant) VALUES (?, ?, ?)"_s)
                .bind(edit.nextId(), kept.interview, gone.participant)
                .run();
            const ExampleId example =
                createExample(edit, {.interview = kept.interview, .participant = gone.participant});
            setValue(edit, fields::example::story, example.value, u"Zwetschgenkern"_s);
            const AnswerId answer = setAnswer(edit, kept.interview, {u"stack"_s, {}}, u"Zwetschgenstein"_s);
            edit.db()
                .query(u"UPDATE answer SET speaker = ? WHERE id = ?"_s)
                .bind(gone.participant, answer)
                .run();
            const qint64 session = startParadataSession(edit, kept.interview);
            addParadata(edit, session, 1, "changed"_L1, {u"stack"_s, {}}, u"Zwetschgenhaut"_s);
        });
        const ErasedRows rows = ErasedRows::of(study.db(), {.participant = gone.participant});
        QCOMPARE(rows.joint(), QVector<InterviewId>{kept.interview});
        erase(study.writer(), {.participant = gone.participant});
        QCOMPARE(filesWithWords(study.path(), {u"Zwetschgen"_s}), QStringList());
        QCOMPARE(problems(study.db()), QStringList());
        QCOMPARE(readInterview(study.db(), kept.interview)->participants,
                 QVector<ParticipantId>{kept.participant});
        QVERIFY(!filesWithWords(study.path(), {kept.said(u"answer"_s)}).isEmpty());
    }

    void noImportBringsItBack()
    {
        TempStudy study;
        Person gone{.word = u"Zwetschgenmus"_s}, kept{.word = u"Mirabellenwein"_s};
        record(study.writer(), gone);
        record(study.writer(), kept);
        const QString path = study.folder() + u"/out.csv"_s;
        exportCsv(study.db(), {}, study.path(), path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const CsvImport import(file.readAll());
        erase(study.writer(), {.participant = gone.participant});
        CsvImport::Outcome outcome;
        study.writer().perform({u"Import"_s}, [&](Edit &edit) { outcome = import.write(edit); });
        QCOMPARE(outcome.erased, 1);
        QCOMPARE(outcome.examples, 1);
        QCOMPARE(filesWithWords(study.path(), {u"Zwetschgenmus"_s}), QStringList());
        // Nor does somebody new get the name of the person who left.
        study.writer().perform({u"New"_s}, [](Edit &edit) { QCOMPARE(nextPseudonym(edit.db()), u"P03"_s); });
    }

    void noTableBringsThePersonBackByName()
    {
        TempStudy study;
        Person gone{.word = u"Zwetschgenmus"_s};
        record(study.writer(), gone);
        const QByteArray table = "participant,counted_on\n p01 ,Zwetschgenkern\nP02,a plum\n";
        erase(study.writer(), {.participant = gone.participant});
        CsvImport::Outcome outcome;
        study.writer().perform({u"Import"_s}, [&](Edit &edit) { outcome = CsvImport(table).write(edit); });
        QCOMPARE(outcome.ofErased, 1);
        QCOMPARE(outcome.examples, 1);
        const QVector<Participant> people = readParticipants(study.db());
        QCOMPARE(people.size(), 1);
        QCOMPARE(people.first().pseudonym, u"P02"_s);
        QCOMPARE(filesWithWords(study.path(), {u"Zwetschgen"_s}), QStringList());
        QVERIFY(isErasedPseudonym(study.db(), u"P01"_s));
        QVERIFY(!isErasedPseudonym(study.db(), u"P02"_s));
        // A name given anew is another person's.
        study.writer().perform({u"Anew"_s}, [&](Edit &edit) {
            static_cast<void>(createParticipant(edit, u"P01"_s));
            outcome = CsvImport(table).write(edit);
        });
        QCOMPARE(outcome.ofErased, 0);
    }

    void copiesAndExportsAreNamed()
    {
        TempStudy study;
        Person gone{.word = u"Zwetschgenmus"_s}, kept{.word = u"Mirabellenwein"_s};
        record(study.writer(), gone);
        const QString copy = study.folder() + u"/copy of the study.seam"_s;
        study.close();
        QVERIFY(QFile::copy(study.path(), copy));
        record(study.writer(), kept);
        const QString there = study.folder() + u"/there.csv"_s, gonePath = study.folder() + u"/gone.csv"_s;
        const CsvReport report = exportCsv(study.db(), {}, study.path(), there);
        const auto log = [&](const QString &path, const QVector<ParticipantId> &participants) {
            study.writer().perform({u"Export"_s},
                                   [&](Edit &edit) { logExport(edit, u"csv gaps"_s, path, participants); });
        };
        log(there, report.participants);
        log(gonePath, {gone.participant});
        log(study.folder() + u"/others.csv"_s, {kept.participant});
        const QString byCommand = study.folder() + u"/by command.csv"_s;
        static_cast<void>(exportCsv(study.db(), {}, study.path(), byCommand)); // no list knows it
        const QString below = study.folder() + u"/out/of a command.csv"_s;
        QVERIFY(QDir(study.folder()).mkdir(u"out"_s) && QFile::copy(byCommand, below));
        const QString others = study.folder() + u"/others.txt"_s;
        QFile file(others);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("P010 is somebody else") > 0);
        file.close();
        const QString name = readParticipant(study.db(), gone.participant)->pseudonym;
        QVERIFY(u"P010"_s.startsWith(name));
        const StillHolding holding =
            whatHolds(study.path(), ErasedRows::of(study.db(), {.participant = gone.participant}),
                      {gone.participant}, {name}, readExportLog(study.db()));
        QCOMPARE(holding.studies, QStringList{copy});
        QCOMPARE(holding.exports, QStringList{there});
        QCOMPARE(holding.unlisted, QStringList({byCommand, below}));
        QCOMPARE(holding.lostExports, QStringList{gonePath});
    }

    void theGuardOfTheParadataIsBackAfterwards()
    {
        TempStudy study;
        Person gone{.word = u"Zwetschgenmus"_s}, kept{.word = u"Mirabellenwein"_s};
        record(study.writer(), gone);
        record(study.writer(), kept);
        erase(study.writer(), {.participant = gone.participant});
        QVERIFY_THROWS_EXCEPTION(Error, study.db().execute(u"DELETE FROM paradata"_s));
        QVERIFY_THROWS_EXCEPTION(Error, static_cast<void>(eraseWithdrawn(study.writer(), {u"Again"_s},
                                                                         {.participant = gone.participant})));
        QVERIFY_THROWS_EXCEPTION(Error, study.db().execute(u"DELETE FROM paradata"_s));
    }

    void aReaderInTheWayLeavesItPending()
    {
        TempStudy study;
        Person gone{.word = u"Zwetschgenmus"_s};
        record(study.writer(), gone);
        const Commit commit =
            eraseWithdrawn(study.writer(), {u"Withdrawal"_s}, {.participant = gone.participant});
        QVERIFY(!commit.changes.isEmpty());
        // Whatever happened then: the program ended. The next one that opens the study for writing goes on.
        StudySession session(study.take());
        QTRY_VERIFY_WITH_TIMEOUT(!isErasurePending(session.reader()), 20'000);
        session.flush();
        QCOMPARE(filesWithWords(study.path(), gone.words()), QStringList());
    }

    void killedInTheMiddleItIsAllOrNothing()
    {
        const int kills = qMax(5, killRounds() / 10);
        int erased = 0;
        for (int round = 0; round < kills; ++round) {
            TempStudy study;
            Person gone{.word = u"Zwetschgenmus"_s};
            record(study.writer(), gone);
            study.close();
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {u"--erase"_s, study.path()});
            QVERIFY(child.waitForReadyRead());
            QTest::qSleep(int(QRandomGenerator::global()->bounded(0, 400)));
            child.kill(); // SIGKILL
            child.waitForFinished();
            StudySession session(study.take());
            session.flush();
            const bool isThere = !readParticipants(session.reader()).isEmpty();
            erased += isThere ? 0 : 1;
            QCOMPARE(problems(session.reader()), QStringList());
            QCOMPARE(filesWithWords(study.path(), gone.words()).isEmpty(), !isThere);
        }
        qInfo("erased before the kill: %d of %d", erased, kills);
    }
};
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--erase")
        return eraseInAChild(arguments.value(2));
    ErasureTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_erasure.moc"
