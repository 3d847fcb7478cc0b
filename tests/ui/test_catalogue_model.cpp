#include "ui/catalogue/CatalogueModel.h"

#include "core/catalogue/EditExamples.h"
#include "core/catalogue/ReadBin.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"
#include "tests/support/CodedStudy.h"
#include "ui/catalogue/CatalogueList.h"
#include "ui/common/CatalogueService.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/StudyNames.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

/// An open study with the model and the list on it, without any view.
struct Open
{
    explicit Open(test::TempStudy &study)
        : session(study.take())
        , codebook(session)
        , service(session)
        , names(session)
        , model(session, codebook, names)
        , list(session, service, model)
    {
    }
    [[nodiscard]] bool wait()
    {
        return QTest::qWaitFor([this] { return list.isReady() && !list.isWaiting() && list.counts(); },
                               20000);
    }
    void perform(std::function<void(Edit &)> change)
    {
        session.perform({.label = u"Test"_s}, std::move(change));
        session.flush();
    }
    [[nodiscard]] QString text(int row, CatalogueColumn column)
    {
        const QModelIndex index = model.index(row, int(column));
        static_cast<void>(model.data(index));
        if (!QTest::qWaitFor([&] { return model.cells(row) != nullptr && !model.isFetching(); }, 20000))
            return u"(never came)"_s;
        return model.data(index).toString();
    }

    StudySession session;
    CodebookCache codebook;
    CatalogueService service;
    StudyNames names;
    CatalogueModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    CatalogueList list;
};

} // namespace

/// The catalogue's rows and cells over a real file: what is fetched when, and what a filter and a commit
/// change.
class TestCatalogueModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyStudy();
    void cellsComeWhenTheyAreLookedAt();
    void memoryIsBounded();
    void awkwardTexts_data();
    void awkwardTexts();
    void evidenceStandsInForWords();
    void gapFiltersHoldForOneGap();
    void countsAreThoseOfTheRows();
    void aNewerFilterWins();
    void editsShowAndTheBinKeeps();
    void everyColumnSorts();
    void whatNobodySeesIsReadWhenItIsSeen();
};

// A million rows are not read again with every word that somebody types in an interview.
void TestCatalogueModel::whatNobodySeesIsReadWhenItIsSeen()
{
    test::TempStudy study;
    Open open(study);
    QVERIFY(open.wait());
    QWidget viewer;
    open.service.addViewer(&viewer);
    open.list.setSeen(false);
    const auto before = open.service.columns();
    const QSignalSpy columns(&open.service, &CatalogueService::changed);
    const QSignalSpy rows(&open.list, &CatalogueList::changed);
    ExampleId made;
    open.perform([&made](Edit &edit) { made = createExample(edit, {}); });
    QVERIFY(QTest::qWaitFor([&] { return !open.service.isCurrent(); }));
    QTest::qWait(500); // longer than a list waits for the next commit
    QCOMPARE(columns.size(), 0);
    QCOMPARE(rows.size(), 0);
    QCOMPARE(open.service.columns(), before);

    viewer.show();
    open.list.setSeen(true);
    QVERIFY2(open.list.isWaiting(), "whether the study is empty is not known");
    QTRY_VERIFY(open.service.isCurrent());
    QVERIFY(open.service.columns()->exampleOrdinal(made) >= 0);
    QTRY_COMPARE(open.model.rowCount(), 1);
    QTRY_VERIFY(open.list.counts() && open.list.counts()->examples == 1);

    // Seen, it follows at once.
    open.perform([](Edit &edit) { createExample(edit, {}); });
    QTRY_COMPARE(open.model.rowCount(), 2);
    QTRY_VERIFY(open.list.counts() && open.list.counts()->examples == 2);
}

void TestCatalogueModel::emptyStudy()
{
    test::TempStudy study;
    Open open(study);
    QVERIFY(open.wait());
    QCOMPARE(open.model.rowCount(), 0);
    QVERIFY(open.list.isEmptyStudy());
    QCOMPARE(*open.list.counts(), UnitCounts{});
    QCOMPARE(open.model.rowOf(1), -1);
    QVERIFY(!open.model.data(open.model.index(0, 0)).isValid());
}

void TestCatalogueModel::cellsComeWhenTheyAreLookedAt()
{
    test::TempStudy study;
    test::fillCoded(study, {.examples = 170});
    Open open(study);
    QVERIFY(open.wait());
    QVERIFY(open.model.rowCount() > 2 * CatalogueModel::pageRows + 10);
    const int last = open.model.rowCount() - 1;
    QVERIFY(!open.model.cells(last)); // asked for now
    QVERIFY(QTest::qWaitFor([&] { return open.model.cells(last) != nullptr; }, 20000));
    QVERIFY(open.model.cells(last - 1)); // its page came with it
    // The second page did not (of the first, the model's tester looks at a cell).
    QVERIFY(!open.model.cells(CatalogueModel::pageRows));
    QVERIFY(!open.text(0, CatalogueColumn::Headline).isEmpty());
}

void TestCatalogueModel::memoryIsBounded()
{
    test::TempStudy study;
    study.writer().perform({.label = u"Many"_s}, [](Edit &edit) {
        for (int i = 0; i < (CatalogueModel::pagesInMemory + 4) * CatalogueModel::pageRows; ++i)
            createExample(edit, {});
    });
    Open open(study);
    QVERIFY(open.wait());
    // The model's tester looks at the first row all the time, so that one never has to go.
    const int row1 = CatalogueModel::pageRows;
    static_cast<void>(open.text(row1, CatalogueColumn::Headline));
    for (int row = 0; row < open.model.rowCount(); row += CatalogueModel::pageRows)
        static_cast<void>(open.text(row, CatalogueColumn::Headline));
    // An early page had to make room, and comes back when it is looked at.
    QVERIFY(!open.model.cells(row1));
    QVERIFY(open.text(row1, CatalogueColumn::Headline) != u"(never came)"_s);
}

void TestCatalogueModel::awkwardTexts_data()
{
    QTest::addColumn<QString>("title");
    QTest::newRow("right to left") << u"النموذج لا يعرف"_s;
    QTest::newRow("emoji") << u"🥐🔥 👩‍👩‍👧"_s;
    QTest::newRow("markup") << u"<b>&amp;</b>"_s;
    QTest::newRow("lines") << u"one\ntwo\r\nthree\ttab"_s;
    QTest::newRow("long") << u"word "_s.repeated(20000);
}

void TestCatalogueModel::awkwardTexts()
{
    QFETCH(QString, title);
    test::TempStudy study;
    study.writer().perform({.label = u"One"_s}, [&](Edit &edit) {
        setValue(edit, fields::example::title, createExample(edit, {}).value, title);
    });
    Open open(study);
    QVERIFY(open.wait());
    QVERIFY(open.text(0, CatalogueColumn::Headline).startsWith(title.simplified()));
    QVERIFY(!open.model.cells(0)->title.contains(u'\n'));
    // What was typed never becomes markup in the tool tip.
    QVERIFY(!open.model.cells(0)->toolTip.contains(u"<b>&amp;</b>"_s));
}

void TestCatalogueModel::evidenceStandsInForWords()
{
    test::TempStudy study;
    ExampleId example{};
    study.writer().perform({.label = u"Marked"_s}, [&](Edit &edit) {
        example = createExample(edit, {});
        addEvidence(edit, example.value, {.quote = u"They never told us."_s}, "supports"_L1);
    });
    Open open(study);
    QVERIFY(open.wait());
    QCOMPARE(open.text(0, CatalogueColumn::Headline), u"“They never told us.”"_s);
    open.perform(
        [&](Edit &edit) { setValue(edit, fields::example::story, example.value, u"Nobody told them."_s); });
    QTRY_COMPARE(open.text(0, CatalogueColumn::Headline), u"Nobody told them."_s);
}

void TestCatalogueModel::gapFiltersHoldForOneGap()
{
    test::TempStudy study;
    const Codebook codebook = Codebook::read(study.db());
    const QVector<Term> roles = codebook.inFacet(u"role");
    ExampleId both{};
    study.writer().perform({.label = u"Two gaps"_s}, [&](Edit &edit) {
        both = createExample(edit, {});
        const auto gap = [&](TermId owner, TermId needer) {
            const GapId id = createGap(edit, both);
            setCodings(edit, fields::gap::owner, id.value, {{.term = owner}}, CodingStage::After);
            setCodings(edit, fields::gap::neededBy, id.value, {{.term = needer}}, CodingStage::After);
        };
        gap(roles[0].id, roles[1].id); // A → B
        gap(roles[2].id, roles[3].id); // C → D
        createExample(edit, {});
    });
    Open open(study);
    QVERIFY(open.wait());
    QCOMPARE(open.model.rowCount(), 2);
    const auto rowsFor = [&](int owner, int needer) {
        Filter filter;
        filter.toggle(Dimension::Owner, {roles[owner].id.value, 0});
        filter.toggle(Dimension::NeededBy, {roles[needer].id.value, 0});
        open.list.setFilter(filter);
        return open.wait() ? open.model.rowCount() : -1;
    };
    QCOMPARE(rowsFor(0, 1), 1);
    QCOMPARE(*open.list.counts(), (UnitCounts{0, 1, 1}));
    QCOMPARE(rowsFor(2, 3), 1);
    QCOMPARE(rowsFor(0, 3), 0);
    QVERIFY(!open.list.isEmptyStudy());
}

void TestCatalogueModel::countsAreThoseOfTheRows()
{
    test::TempStudy study;
    test::fillCoded(study, {.examples = 120, .seed = 3});
    const Codebook codebook = Codebook::read(study.db());
    Open open(study);
    QVERIFY(open.wait());
    for (const Dimension dimension : {Dimension::Effect, Dimension::NeededBy}) {
        for (const Term &term : codebook.inFacet(QString(info(dimension).facet)).mid(0, 4)) {
            Filter filter;
            filter.toggle(dimension, {term.id.value, 0});
            open.list.setFilter(filter);
            QVERIFY(open.wait());
            int examples = 0;
            int needs = 0;
            for (const CatalogueRow &row : *open.model.rows())
                ++(row.isNeed ? needs : examples);
            QCOMPARE(open.list.counts()->examples, examples);
            QVERIFY(open.list.counts()->gaps >= needs);
        }
    }
}

void TestCatalogueModel::aNewerFilterWins()
{
    test::TempStudy study;
    test::fillCoded(study, {.examples = 80});
    Open open(study);
    QVERIFY(open.wait());
    const int all = open.model.rowCount();
    for (const QString &typed : {u"w"_s, u"we"_s, u"wea"_s, u"zzz"_s, u"\"(*:^"_s, QString()}) {
        Filter filter;
        filter.text = typed;
        open.list.setFilter(filter);
    }
    QVERIFY(open.wait());
    QTest::qWait(300);
    QCOMPARE(open.model.rowCount(), all);
    Filter filter;
    filter.text = u"weath"_s;
    open.list.setFilter(filter);
    QVERIFY(open.wait());
    QVERIFY(open.model.rowCount() > 0 && open.model.rowCount() < all);
}

void TestCatalogueModel::editsShowAndTheBinKeeps()
{
    test::TempStudy study;
    ExampleId one{};
    ExampleId other{};
    study.writer().perform({.label = u"Two"_s}, [&](Edit &edit) {
        one = createExample(edit, {});
        other = createExample(edit, {});
    });
    Open open(study);
    QVERIFY(open.wait());
    QCOMPARE(open.model.rowCount(), 2);
    static_cast<void>(open.text(0, CatalogueColumn::Headline));
    open.perform([&](Edit &edit) { setValue(edit, fields::example::title, one.value, u"Renamed"_s); });
    QTRY_VERIFY(open.text(open.model.rowOf(one.value), CatalogueColumn::Headline).startsWith(u"Renamed"_s));
    open.perform([&](Edit &edit) { deleteExample(edit, one); });
    QTRY_COMPARE(open.model.rowCount(), 1);
    QCOMPARE(open.model.rowOf(one.value), -1);
    open.list.setBin(true);
    QTRY_COMPARE(open.model.rowOf(one.value), 0);
    QVERIFY(open.text(0, CatalogueColumn::Headline).startsWith(u"Renamed"_s));
    open.session.undo();
    QTRY_COMPARE(open.model.rowCount(), 0);
    open.list.setBin(false);
    QTRY_COMPARE(open.model.rowCount(), 2);
}

void TestCatalogueModel::everyColumnSorts()
{
    test::TempStudy study;
    test::fillCoded(study, {.examples = 60});
    Open open(study);
    QVERIFY(open.wait());
    const int all = open.model.rowCount();
    QSignalSpy wanted(&open.model, &CatalogueModel::sortWanted);
    for (int column = 0; column < open.model.columnCount(); ++column) {
        QVERIFY(!open.model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        QCOMPARE(CatalogueModel::columnOf(CatalogueModel::sortKey(column)), column);
        open.model.sort(column, Qt::AscendingOrder);
        open.list.setSort(CatalogueModel::sortKey(column), Qt::AscendingOrder);
        QTest::qWait(30);
        QVERIFY(open.wait());
        QCOMPARE(open.model.rowCount(), all);
    }
    QCOMPARE(wanted.size(), open.model.columnCount());
    open.list.setSort(SortKey::Title, Qt::AscendingOrder);
    QTRY_VERIFY(open.text(0, CatalogueColumn::Headline).startsWith(u"Example 0"_s) ||
                open.model.cells(0)->isNeed);
}

QTEST_MAIN(TestCatalogueModel)
#include "test_catalogue_model.moc"
