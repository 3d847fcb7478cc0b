#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/Journal.h"
#include "core/catalogue/Query.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadExamples.h"
#include "core/domain/Error.h"
#include "core/domain/Fields.h"
#include "tests/support/TempStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

class JournalTest : public QObject
{
    Q_OBJECT

private:
    static ExampleId addExample(TempStudy &study, const QString &title)
    {
        ExampleId id;
        study.writer().perform({u"Record an example"_s}, [&](Edit &edit) {
            id = createExample(edit, {});
            setValue(edit, fields::example::title, id.value, title);
        });
        return id;
    }

    static Commit type(TempStudy &study, ExampleId id, const QString &text, const QString &visit = {})
    {
        return study.writer().perform({u"Edit what people counted on"_s, toText(id), visit}, [&](Edit &edit) {
            setValue(edit, fields::example::countedOn, id.value, text);
        });
    }

    static QString countedOn(TempStudy &study, ExampleId id)
    {
        return readExample(study.db(), id)->text(fields::example::countedOn);
    }

    static int entries(TempStudy &study) { return int(journal::history(study.db(), 1000).size()); }

private Q_SLOTS:
    void undoAndRedoNameTheirSteps()
    {
        TempStudy study;
        const ExampleId id = addExample(study, u"Weather"_s);
        type(study, id, u"history never changes"_s);
        QCOMPARE(study.writer().nextUndo()->label, u"Edit what people counted on"_s);
        QVERIFY(!study.writer().nextRedo());

        const auto undone = study.writer().undo();
        QVERIFY(undone);
        QCOMPARE(undone->action.place, toText(id));
        QCOMPARE(countedOn(study, id), u""_s);
        QCOMPARE(study.writer().nextRedo()->label, u"Edit what people counted on"_s);

        QVERIFY(study.writer().redo());
        QCOMPARE(countedOn(study, id), u"history never changes"_s);
    }

    void undoSurvivesClosing()
    {
        TempStudy study;
        const ExampleId id = addExample(study, u"Weather"_s);
        type(study, id, u"one"_s);
        study.close();
        QCOMPARE(study.writer().nextUndo()->label, u"Edit what people counted on"_s);
        QVERIFY(study.writer().undo());
        study.close();
        QVERIFY(study.writer().redo());
        QCOMPARE(countedOn(study, id), u"one"_s);
    }

    void undoneExampleIsGoneFromSearchAndCodings()
    {
        TempStudy study;
        const ExampleId id = addExample(study, u"Zebrafish"_s);
        const Codebook codebook = Codebook::read(study.db());
        const TermId element = codebook.term(u"element", u"raw-data")->id;
        study.writer().perform({u"Code"_s}, [&](Edit &edit) {
            setCodings(edit, fields::example::element, id.value, {{.term = element, .main = true}},
                       CodingStage::Live);
        });
        const auto hits = [&] {
            Query q = study.db().query(u"SELECT count(*) FROM search WHERE search MATCH 'zebrafish'"_s);
            return q.next() ? q.integer(0) : -1;
        };
        QCOMPARE(hits(), 1);
        QCOMPARE(readExample(study.db(), id)->coded(fields::example::element).size(), 1);
        study.writer().undo();
        QCOMPARE(readExample(study.db(), id)->coded(fields::example::element).size(), 0);
        study.writer().undo();
        QCOMPARE(hits(), 0);
        QVERIFY(!readExample(study.db(), id));
        study.writer().redo();
        study.writer().redo();
        QCOMPARE(hits(), 1);
        QCOMPARE(readExample(study.db(), id)->coded(fields::example::element).first().term, element);
    }

    void aNewActionCutsTheRedoBranchButKeepsItForTheAuditTrail()
    {
        TempStudy study;
        const ExampleId id = addExample(study, u"Weather"_s);
        type(study, id, u"one"_s);
        study.writer().undo();
        type(study, id, u"two"_s);
        QVERIFY(!study.writer().nextRedo());
        QVERIFY(!study.writer().redo());
        QCOMPARE(countedOn(study, id), u"two"_s);
        const auto history = journal::history(study.db(), 10);
        QCOMPARE(history.size(), 3);
        QCOMPARE(history[1].state, JournalEntry::State::CutOff);
    }

    void oneVisitIsOneEntry()
    {
        TempStudy study;
        const ExampleId id = addExample(study, u"Weather"_s);
        const int before = entries(study);
        QString text;
        for (const QChar c : u"past weather stays the same"_s) {
            text += c;
            type(study, id, text, u"visit-1"_s);
        }
        QCOMPARE(entries(study), before + 1);
        type(study, id, text + u"!"_s, u"visit-2"_s);
        QCOMPARE(entries(study), before + 2);
        study.writer().undo();
        QCOMPARE(countedOn(study, id), text);
        study.writer().undo();
        QCOMPARE(countedOn(study, id), u""_s);
        // The visit's entry was undone: what is typed now is a step of its own.
        type(study, id, u"new"_s, u"visit-1"_s);
        study.writer().undo();
        QCOMPARE(countedOn(study, id), u""_s);
    }

    void anythingElseClosesTheVisit()
    {
        TempStudy study;
        const ExampleId id = addExample(study, u"Weather"_s);
        type(study, id, u"a"_s, u"visit"_s);
        addExample(study, u"Another"_s);
        type(study, id, u"ab"_s, u"visit"_s);
        study.writer().undo();
        QCOMPARE(countedOn(study, id), u"a"_s);
    }

    void nothingChangedLeavesNoEntry()
    {
        TempStudy study;
        const ExampleId id = addExample(study, u"Weather"_s);
        type(study, id, u"same"_s);
        const int before = entries(study);
        const Commit commit = type(study, id, u"same"_s);
        QVERIFY(!commit.entry);
        QVERIFY(commit.changes.isEmpty());
        QCOMPARE(entries(study), before);
    }

    void aFailureLeavesNothing()
    {
        TempStudy study;
        const ExampleId id = addExample(study, u"Weather"_s);
        const int before = // NOLINT(clang-analyzer-deadcode.DeadStores): the macro returns early
            entries(study);
        QVERIFY_THROWS_EXCEPTION(Error, study.writer().perform({u"Broken"_s}, [&](Edit &edit) {
            setValue(edit, fields::example::countedOn, id.value, u"half"_s);
            setValue(edit, fields::example::status, id.value, u"nonsense"_s);
        }));
        QCOMPARE(countedOn(study, id), u""_s);
        QCOMPARE(entries(study), before);
        QCOMPARE(type(study, id, u"after"_s).changes.size(), 1);
    }

    void bulkActionsAreChunkedAndUndoneWhole()
    {
        TempStudy study;
        QVector<ExampleId> ids;
        study.writer().perform({u"Bulk"_s}, [&](Edit &edit) {
            for (int i = 0; i < 2500; ++i) {
                ids.append(createExample(edit, {}));
                edit.targetDone();
            }
        });
        Query chunks = study.db().query(u"SELECT count(*) FROM journal_chunk"_s);
        QVERIFY(chunks.next());
        QCOMPARE(chunks.integer(0), 3);
        study.writer().perform({u"Title all"_s}, [&](Edit &edit) {
            for (const ExampleId id : ids) {
                setValue(edit, fields::example::title, id.value, u"t"_s);
                edit.targetDone();
            }
        });
        study.writer().undo();
        QCOMPARE(readExample(study.db(), ids.last())->text(fields::example::title), u""_s);
        study.writer().undo();
        QVERIFY(readExamples(study.db(), ids).isEmpty());
        study.writer().redo();
        QCOMPARE(readExamples(study.db(), ids).size(), ids.size());
    }

    void aConflictAbortsWholeAndVisibly()
    {
        TempStudy study;
        const ExampleId first = addExample(study, u"one"_s);
        study.writer().perform({u"Both"_s}, [&](Edit &edit) {
            setValue(edit, fields::example::title, first.value, u"two"_s);
            setValue(edit, fields::example::cost, first.value, u"much"_s);
        });
        // Behind the journal's back, as a damaged or manipulated file might be.
        study.db().execute(u"UPDATE example SET title = 'elsewhere'"_s);
        try {
            study.writer().undo();
            QFAIL("the conflict went unnoticed");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::Conflict);
        }
        QCOMPARE(readExample(study.db(), first)->text(fields::example::title), u"elsewhere"_s);
        QCOMPARE(readExample(study.db(), first)->text(fields::example::cost), u"much"_s);
        QVERIFY(study.writer().nextUndo());
    }

    void entriesOfAnotherInstallationAreForReadingOnly()
    {
        TempStudy study;
        addExample(study, u"one"_s);
        study.db().execute(u"UPDATE journal SET installation = 'elsewhere'"_s);
        QVERIFY(!study.writer().nextUndo());
        QVERIFY(!study.writer().undo());
        QCOMPARE(journal::history(study.db(), 5).size(), 1);
    }

    void historyOfARow()
    {
        TempStudy study;
        const ExampleId one = addExample(study, u"one"_s);
        const ExampleId two = addExample(study, u"two"_s);
        type(study, one, u"x"_s);
        QCOMPARE(journal::history(study.db(), 10, one.value).size(), 2);
        QCOMPARE(journal::history(study.db(), 10, two.value).size(), 1);
    }
};

QTEST_GUILESS_MAIN(JournalTest)
#include "test_journal.moc"
