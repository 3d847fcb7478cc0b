#include "core/analysis/Debrief.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditPeople.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadStudy.h"
#include "core/domain/Fields.h"
#include "tests/support/CodedStudy.h"
#include "tests/support/ui/OpenedStudy.h"
#include "tests/support/ui/Shots.h"
#include "ui/study/OverviewTable.h"
#include "ui/study/ParticipantPanel.h"
#include "ui/study/SaturationBars.h"
#include "ui/study/StudySummary.h"
#include "ui/study/StudyWorkspace.h"

#include <QAbstractItemModelTester>
#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

struct Bench
{
    test::TempStudy file;
    test::OpenedStudy open;
    StudyWorkspace workspace;

    explicit Bench(bool coded)
        : open(coded ? test::fillCoded(file) : file)
        , workspace(open.session, open.codebook, open.catalogue, open.messages)
    {
        QSignalSpy shown(&workspace, &StudyWorkspace::shown);
        test::showActive(workspace, {1100, 700});
        if (shown.isEmpty() && !shown.wait(10'000))
            qFatal("nothing was shown");
    }

    [[nodiscard]] OverviewTable *table() const
    {
        return workspace.findChild<OverviewTable *>(u"studyTable"_s);
    }
    template <class T>
    [[nodiscard]] T *child(const QString &name) const
    {
        return workspace.findChild<T *>(name);
    }
    [[nodiscard]] int rows() const { return table()->model()->rowCount(); }
};

} // namespace

class TestStudyWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyStudyHasThreeDoors();
    void newInterviewByOneKey();
    void tableShowsWhatIsThere();
    void countsOpenTheCatalogue();
    void participantsAreEditedBesideTheTable();
    void ofSeveralInOneInterviewEachIsEdited();
    void addAndDeleteAParticipant();
    void whoDeclinedWasNotInterviewed();
    void whatComesWhileItIsHiddenWaits();
    void saturationInWords_data();
    void saturationInWords();
    void everyColumnIsSeenInASmallWindow();
    void barsOpenTheirInterview();
    void looks();
};

void TestStudyWorkspace::emptyStudyHasThreeDoors()
{
    Bench bench(false);
    QVERIFY(bench.child<QWidget>(u"studyDoors"_s)->isVisible());
    QVERIFY(!bench.table()->isVisible());
    QSignalSpy practice(&bench.workspace, &StudyWorkspace::tryInterviewWanted);
    QSignalSpy start(&bench.workspace, &StudyWorkspace::newInterviewWanted);
    QSignalSpy material(&bench.workspace, &StudyWorkspace::materialWanted);
    bench.workspace.focusDefault();
    auto *first = bench.child<QWidget>(u"doorTry"_s);
    QVERIFY(first->hasFocus());
    QTest::keyClick(first, Qt::Key_Return);
    QTest::keyClick(bench.child<QWidget>(u"doorStart"_s), Qt::Key_Space);
    QTest::mouseClick(bench.child<QWidget>(u"doorMaterial"_s), Qt::LeftButton);
    QCOMPARE(practice.size(), 1);
    QCOMPARE(start.size(), 1);
    QCOMPARE(material.size(), 1);
    // The first participant closes the doors; taking that back opens them again.
    bench.child<QAction>(u"studyAddParticipant"_s)->trigger();
    QTRY_VERIFY(bench.table()->isVisible());
    QCOMPARE(bench.rows(), 1);
    bench.open.session.undo();
    QTRY_VERIFY(bench.child<QWidget>(u"studyDoors"_s)->isVisible());
}

void TestStudyWorkspace::newInterviewByOneKey()
{
    Bench bench(true);
    QSignalSpy wanted(&bench.workspace, &StudyWorkspace::newInterviewWanted);
    bench.workspace.focusDefault();
    QTest::keyClick(bench.table(), Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(wanted.size(), 1);
}

void TestStudyWorkspace::tableShowsWhatIsThere()
{
    Bench bench(true);
    OverviewModel *model = bench.table()->overviewModel();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(
        !model->index(1, OverviewModel::NewItems).data().toString().isEmpty()); // the columns are there
    QCOMPARE(bench.rows(), 6);
    QCOMPARE(model->row(0).state, QString(interview_state::inProgress)); // what wants attention is first
    const auto interviews = readInterviews(bench.open.session.reader());
    for (const Interview &interview : interviews) {
        const OverviewRow &row = model->row(model->rowOf(interview.id));
        QCOMPARE(row.who, QStringList(interview.pseudonyms).join(u", "_s));
        QCOMPARE(row.examples, interview.examples);
        Filter open;
        open.values[Dimension::Interview] = {{interview.id.value, 0}};
        for (const OpenField field : openFields())
            open.values[Dimension::Open].append({qint64(field), 0});
        QCOMPARE(row.openExamples, select(*bench.open.catalogue.columns(), open).counts.examples);
    }
    for (int column = 0; column < OverviewModel::ColumnCount; ++column) {
        bench.table()->sortByColumn(column, Qt::DescendingOrder);
        QCOMPARE(bench.rows(), 6);
    }
    bench.table()->sortByColumn(OverviewModel::Examples, Qt::AscendingOrder);
    for (int row = 1; row < bench.rows(); ++row)
        QVERIFY(model->row(row - 1).examples <= model->row(row).examples);
}

void TestStudyWorkspace::countsOpenTheCatalogue()
{
    Bench bench(true);
    OverviewTable *table = bench.table();
    QSignalSpy wanted(&bench.workspace, &StudyWorkspace::catalogueWanted);
    QSignalSpy interview(&bench.workspace, &StudyWorkspace::interviewWanted);
    const OverviewRow row = table->overviewModel()->row(1);
    QVERIFY(row.examples > 0);
    const QRect cell = table->visualRect(table->model()->index(1, OverviewModel::Examples));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.center());
    QCOMPARE(wanted.size(), 1);
    const auto filter = wanted.first().first().value<Filter>();
    QVERIFY(filter.has(Dimension::Interview, {row.interview.value, 0}));
    QTRY_VERIFY(bench.open.catalogue.columns());
    QCOMPARE(select(*bench.open.catalogue.columns(), filter).counts.examples, row.examples);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(interview.size(), 1);
    QCOMPARE(interview.first().first().value<InterviewId>(), row.interview);
}

void TestStudyWorkspace::participantsAreEditedBesideTheTable()
{
    Bench bench(true);
    const ParticipantId participant = bench.table()->current()->participants.first();
    auto *panel = bench.child<ParticipantPanel>(u"participantPanel"_s);
    QCOMPARE(panel->participant(), participant);
    auto *country = panel->findChild<QWidget *>(u"country"_s);
    QVERIFY(country && country->isVisible());
    auto *edit = country->findChild<QPlainTextEdit *>();
    QVERIFY(edit);
    edit->setFocus();
    QTest::keyClicks(edit, u"Österreich"_s);
    bench.workspace.flush();
    QTRY_COMPARE(readParticipant(bench.open.session.reader(), participant)->country, u"Österreich"_s);
    // Going down the table shows the next person, and writes nothing into them.
    bench.table()->setFocus();
    QTest::keyClick(bench.table(), Qt::Key_Down);
    QVERIFY(panel->participant() != participant);
    QVERIFY(edit->toPlainText().isEmpty());
}

void TestStudyWorkspace::ofSeveralInOneInterviewEachIsEdited()
{
    Bench bench(true);
    auto *other = bench.child<QToolButton>(u"studyOtherParticipant"_s);
    QVERIFY(other && !other->isVisible());
    const InterviewId interview = bench.table()->current()->interview;
    const ParticipantId first = bench.table()->current()->participants.first();
    QVERIFY(interview);
    ParticipantId second;
    bench.open.session.perform({u"two"_s}, [&second, interview](Edit &edit) {
        second = createParticipant(edit, u"Zed & Co"_s);
        addInterviewParticipant(edit, interview, second);
    });
    QTRY_COMPARE(bench.table()->current()->participants.size(), 2);
    bench.workspace.showParticipant(first);
    QTRY_VERIFY(other->isVisible());
    auto *panel = bench.child<ParticipantPanel>(u"participantPanel"_s);
    QCOMPARE(panel->participant(), first);
    QCOMPARE(other->accessibleName(), u"Show Zed & Co"_s);
    other->setFocus();
    QTest::keyClick(other, Qt::Key_Space);
    QCOMPARE(panel->participant(), second);
    QVERIFY(other->hasFocus());
    QTest::keyClick(other, Qt::Key_Space);
    QCOMPARE(panel->participant(), first);
}

void TestStudyWorkspace::addAndDeleteAParticipant()
{
    Bench bench(true);
    const int before = bench.rows();
    bench.child<QAction>(u"studyAddParticipant"_s)->trigger();
    QTRY_COMPARE(bench.rows(), before + 1);
    QTRY_VERIFY(bench.table()->current() && !bench.table()->current()->interview);
    bench.child<QAction>(u"studyRemove"_s)->trigger();
    QTRY_COMPARE(bench.rows(), before);
    QTRY_COMPARE(bench.open.messages.shown.size(), 1);
    bench.open.messages.shown.first().actions.first().run(); // Undo
    QTRY_COMPARE(bench.rows(), before + 1);
}

void TestStudyWorkspace::whoDeclinedWasNotInterviewed()
{
    Bench bench(true);
    QTRY_VERIFY(bench.table()->overviewModel()->row(0).step);
    const auto overview = [&] {
        return readOverview(bench.open.session.reader(), bench.open.codebook.codebook(),
                            bench.open.catalogue.columns());
    };
    const StudyOverview before = overview();
    const InterviewId held{before.steps.first().interview};
    bench.open.session.perform({u"decline"_s}, [held](Edit &edit) {
        setValue(edit, fields::interview::takesPart, held.value, u"no"_s);
    });
    OverviewModel *model = bench.table()->overviewModel();
    QTRY_COMPARE(model->row(model->rowOf(held)).state, QString(interview_state::declined));
    QCOMPARE(model->index(model->rowOf(held), OverviewModel::State).data().toString(), u"Declined"_s);
    const StudyOverview after = overview();
    QCOMPARE(after.interviews, before.interviews - 1);
    QCOMPARE(after.steps.size(), before.steps.size() - 1);
    for (const SaturationStep &step : after.steps)
        QVERIFY(step.interview != held.value);
    for (const HeldInterview &each : heldInterviews(readInterviewNames(bench.open.session.reader())))
        QVERIFY(each.interview != held);
}

void TestStudyWorkspace::whatComesWhileItIsHiddenWaits()
{
    // Somebody types elsewhere meanwhile: thousands of rows laid out for nobody would hold a letter up.
    Bench bench(true);
    const int before = bench.rows();
    QSignalSpy committed(&bench.open.session, &StudySession::committed);
    bench.child<QAction>(u"studyAddParticipant"_s)->trigger();
    QVERIFY(committed.wait());
    bench.workspace.hide(); // it asks, nevertheless
    QTest::qWait(800);
    QCOMPARE(bench.rows(), before);
    bench.workspace.show();
    QCOMPARE(bench.rows(), before + 1);
}

void TestStudyWorkspace::saturationInWords_data()
{
    QTest::addColumn<QVector<int>>("fresh");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("none") << QVector<int>{} << u""_s;
    QTest::newRow("first, nothing") << QVector<int>{0}
                                    << u"The first interview named no information item yet."_s;
    QTest::newRow("first, one") << QVector<int>{1} << u"The first interview named 1 information item."_s;
    QTest::newRow("first") << QVector<int>{5} << u"The first interview named 5 information items."_s;
    QTest::newRow("two") << QVector<int>{5, 2}
                         << u"The last interview brought 2 information items nobody named before."_s;
    QTest::newRow("one") << QVector<int>{5, 1}
                         << u"The last interview brought 1 information item nobody named before."_s;
    QTest::newRow("nothing") << QVector<int>{5, 0}
                             << u"The last interview brought no information item that nobody named before."_s;
    QTest::newRow("nothing for long")
        << QVector<int>{5, 0, 0, 0}
        << u"The last 3 interviews brought no information item that nobody named before."_s;
}

void TestStudyWorkspace::saturationInWords()
{
    QFETCH(QVector<int>, fresh);
    QVector<SaturationStep> steps;
    for (const int number : fresh)
        steps.append(SaturationStep{.interview = steps.size() + 1, .named = number, .fresh = number});
    QTEST(saturationSentence(steps), "sentence");
}

void TestStudyWorkspace::everyColumnIsSeenInASmallWindow()
{
    Bench bench(true);
    bench.workspace.resize(1010, 620); // a window of 1100 without the rail
    QTest::qWait(50);
    QTRY_VERIFY(bench.table()->isVisible());
    QVERIFY(!bench.table()->horizontalScrollBar()->isVisible());
}

void TestStudyWorkspace::barsOpenTheirInterview()
{
    SaturationBars bars;
    bars.resize(400, 70);
    QVector<SaturationStep> steps;
    QStringList names;
    for (int i = 0; i < 200; ++i) { // more than fit: the newest are shown
        steps.append(SaturationStep{.interview = i + 1, .named = i % 5, .fresh = i % 3});
        names.append(u"P%1"_s.arg(i));
    }
    bars.setSteps(steps, names);
    bars.show();
    QSignalSpy opened(&bars, &SaturationBars::opened);
    QTest::keyClick(&bars, Qt::Key_Return);
    QTest::keyClick(&bars, Qt::Key_Left);
    QTest::keyClick(&bars, Qt::Key_Return);
    QTest::keyClick(&bars, Qt::Key_Right);
    QTest::keyClick(&bars, Qt::Key_Right); // no further
    QTest::keyClick(&bars, Qt::Key_Return);
    QCOMPARE(opened.size(), 3);
    QCOMPARE(opened[0].first().toLongLong(), 200);
    QCOMPARE(opened[1].first().toLongLong(), 199);
    QCOMPARE(opened[2].first().toLongLong(), 200);
    bars.setSteps({}, {});
    QTest::keyClick(&bars, Qt::Key_Return);
    QCOMPARE(opened.size(), 3);
}

void TestStudyWorkspace::looks()
{
    {
        Bench empty(false);
        test::shoot(empty.workspace, u"study-empty"_s);
    }
    Bench bench(true);
    QTRY_VERIFY(!bench.table()->model()->index(1, OverviewModel::NewItems).data().toString().isEmpty());
    for (const QSize size : {QSize(1030, 620), QSize(2490, 1360)}) {
        bench.workspace.resize(size);
        QTest::qWait(50);
        test::shoot(bench.workspace, u"study-%1"_s.arg(size.width()));
    }
    QVERIFY(bench.open.messages.shown.isEmpty());
}

QTEST_MAIN(TestStudyWorkspace)
#include "test_study_workspace.moc"
