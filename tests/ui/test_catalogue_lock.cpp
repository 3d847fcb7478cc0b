#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/ReadStudy.h"
#include "tests/support/ui/OpenedStudy.h"
#include "ui/catalogue/CatalogueActions.h"
#include "ui/catalogue/CatalogueList.h"
#include "ui/catalogue/CatalogueModel.h"
#include "ui/catalogue/CatalogueTable.h"
#include "ui/catalogue/CatalogueWorkspace.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// The catalogue before the examples of an interview that is locked as complete.
class TestCatalogueLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLockedInterviewKeepsItsExamples()
    {
        test::TempStudy study;
        ExampleId kept{}, binned{};
        study.writer().perform({.label = u"Locked"_s}, [&](Edit &edit) {
            const InterviewId interview =
                createInterview(edit, readProtocolVersions(edit.db()).value(0).id, {});
            kept = createExample(edit, {.interview = interview});
            binned = createExample(edit, {.interview = interview});
            deleteExample(edit, binned);
            setInterviewState(edit, interview, interview_state::complete);
            setInterviewLocked(edit, interview, true);
        });
        test::OpenedStudy open(study);
        CatalogueWorkspace workspace(open.session, open.codebook, open.catalogue, open.messages);
        test::showActive(workspace, {1440, 800});
        QTRY_COMPARE(workspace.model().rowCount(), 1);
        QSignalSpy failed(&open.session, &StudySession::failed);
        workspace.focusDefault();
        workspace.table().selectRow(0);
        QTest::keyClick(&workspace.table(), Qt::Key_Delete);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(open.messages.shown.isEmpty()); // nothing says that it is in the bin
        QCOMPARE(workspace.table().currentRow().id, kept.value);

        workspace.actions().showBin->trigger();
        QTRY_COMPARE(workspace.table().currentRow().id, binned.value);
        workspace.actions().restore->trigger();
        QTRY_COMPARE(failed.size(), 2);
        QCOMPARE(workspace.model().rowCount(), 1);
    }
};

QTEST_MAIN(TestCatalogueLock)
#include "test_catalogue_lock.moc"
