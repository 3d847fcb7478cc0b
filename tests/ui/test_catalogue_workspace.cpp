#include "ui/catalogue/CatalogueWorkspace.h"

#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadStudy.h"
#include "core/domain/Fields.h"
#include "tests/support/CodedStudy.h"
#include "tests/support/ui/OpenedStudy.h"
#include "tests/support/ui/Shots.h"
#include "ui/catalogue/CatalogueActions.h"
#include "ui/catalogue/CatalogueList.h"
#include "ui/catalogue/CatalogueTable.h"
#include "ui/catalogue/CodingActions.h"
#include "ui/catalogue/DetailPane.h"
#include "ui/catalogue/FacetPanel.h"
#include "ui/common/Chip.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/SearchField.h"
#include "ui/common/TermPicker.h"
#include "ui/report/ChartData.h"
#include "ui/shell/Settings.h"
#include "ui/shell/Theme.h"

#include <QSignalSpy>
#include <QTest>
#include <QtWidgets>
#include <QWindow>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

struct Open : test::OpenedStudy
{
    explicit Open(test::TempStudy &study, QSize size = {1440, 800})
        : OpenedStudy(study)
        , workspace(session, codebook, catalogue, messages)
    {
        test::showActive(workspace, size);
    }
    [[nodiscard]] bool wait()
    {
        CatalogueList &list = workspace.list();
        return QTest::qWaitFor([&] { return list.isReady() && !list.isWaiting() && list.counts(); }, 20000);
    }
    void key(Qt::Key key, const QString &typed, Qt::Key end = Qt::Key_Return)
    {
        QTest::keyClick(&workspace.table(), key);
        TermPicker *picker = workspace.actions().coding().picker();
        QVERIFY(picker && picker->isVisible());
        auto *search = picker->findChild<SearchField *>();
        QTest::keyClicks(search, typed);
        QTest::keyClick(search, end);
    }
    [[nodiscard]] QString counts() const
    {
        return workspace.findChild<ElidedLabel *>(u"catalogueCounts"_s)->text();
    }

    CatalogueWorkspace workspace;
};

} // namespace

/// The catalogue as a user works in it: keys, mouse and what is in the file afterwards.
class TestCatalogueWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyStudyHasDoors();
    void searchAndFacetsNarrow();
    void theKeyThatLeadsToARowAddsItToNoOther();
    void nothingMatchesOffersAWayOut();
    void codingByKey();
    void codingSeveralIsOneStep();
    void gapFacetsAskWhichGap();
    void deleteAndUndo();
    void binGivesBack();
    void newExampleIsShownAndFocused();
    void showExampleThatTheFilterHides();
    void stateSurvives();
    void sameEventStandsSideBySide();
    void eventsAndLinksAreEditedBesideTheRow();
    void narrowWindowHidesFacets();
    void pictures_data();
    void pictures();
};

void TestCatalogueWorkspace::emptyStudyHasDoors()
{
    test::TempStudy study;
    Open open(study);
    QVERIFY(open.wait());
    QSignalSpy interview(&open.workspace, &CatalogueWorkspace::interviewWanted);
    QSignalSpy material(&open.workspace, &CatalogueWorkspace::materialWanted);
    QVERIFY(!open.workspace.table().isVisible());
    int doors = 0;
    for (QAbstractButton *door : open.workspace.findChildren<QAbstractButton *>()) {
        if (door->isVisible() &&
            QLatin1StringView(door->metaObject()->className()) == "seamfinder::Door"_L1) {
            ++doors;
            if (doors < 3)
                door->click();
        }
    }
    QCOMPARE(doors, 3);
    QCOMPARE(interview.size() + material.size(), 2);
    test::shoot(open.workspace, u"catalogue-empty"_s);
}

/// Ctrl+Z leads to the row that it changed while Ctrl is held: the row must be the only one chosen, or Delete
/// takes two.
void TestCatalogueWorkspace::theKeyThatLeadsToARowAddsItToNoOther()
{
    test::TempStudy study;
    Open open(test::fillCoded(study));
    QVERIFY(open.wait());
    CatalogueTable &table = open.workspace.table();
    table.selectRow(2);
    const qint64 other = table.model()->index(0, 0).data(CatalogueModel::IdRole).toLongLong();
    QWindow *window =
        table.window()->windowHandle(); // of a window's keys the application remembers what is held
    QTest::keyPress(window, Qt::Key_Control, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::keyboardModifiers(), Qt::ControlModifier);
    QVERIFY(table.goTo(other));
    QTest::keyRelease(window, Qt::Key_Control);
    QCOMPARE(table.chosenRows().size(), 1);
    QCOMPARE(table.currentIndex().row(), 0);
}

void TestCatalogueWorkspace::searchAndFacetsNarrow()
{
    test::TempStudy study;
    test::fillCoded(study, {.examples = 80});
    Open open(study);
    QVERIFY(open.wait());
    const int all = open.workspace.model().rowCount();
    QCOMPARE(open.counts().section(u"  "_s, 0, 0), countsText(*open.workspace.list().counts()));
    QVERIFY(open.workspace.find());
    auto *search = open.workspace.findChild<SearchField *>(u"catalogueSearch"_s);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"weather"_s);
    QTRY_VERIFY(open.workspace.model().rowCount() < all);
    QCOMPARE(open.workspace.filter().text, u"weather"_s);
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_COMPARE(open.workspace.model().rowCount(), all);

    // A facet's number is what the list has once it is chosen.
    FacetModel &facets = open.workspace.facets().model();
    QListView *view = open.workspace.facets().view();
    int value = -1;
    QTRY_VERIFY([&] {
        for (int row = 0; row < facets.rowCount(); ++row) {
            if (facets.line(row).kind == FacetModel::Value &&
                facets.line(row).dimension == Dimension::Effect && facets.line(row).counts.examples > 0) {
                value = row;
                return true;
            }
        }
        return false;
    }());
    const FacetModel::Line line = facets.line(value);
    view->setFocus();
    view->setCurrentIndex(facets.index(value));
    QTest::keyClick(view, Qt::Key_Space);
    QVERIFY(open.workspace.filter().has(line.dimension, line.value));
    QVERIFY(open.wait());
    QTRY_COMPARE(facets.line(facets.rowOf(line.dimension, line.value)).counts.examples,
                 open.workspace.list().counts()->examples);
    QVERIFY(open.workspace.model().rowCount() < all);
    QCOMPARE(view->currentIndex().row(), facets.rowOf(line.dimension, line.value));
    QTest::keyClick(view, Qt::Key_Space);
    QVERIFY(open.workspace.filter().isEmpty());
}

void TestCatalogueWorkspace::nothingMatchesOffersAWayOut()
{
    test::TempStudy study;
    test::fillCoded(study, {.examples = 40});
    Open open(study);
    QVERIFY(open.wait());
    Filter filter;
    filter.text = u"nosuchword"_s;
    filter.toggle(Dimension::Status, {1, 0});
    open.workspace.setFilter(filter);
    QVERIFY(open.wait());
    QCOMPARE(open.workspace.model().rowCount(), 0);
    QVERIFY(!open.workspace.table().isVisible());
    QPushButton *way = nullptr;
    QTRY_VERIFY([&] {
        for (QPushButton *button : open.workspace.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().contains(u"nosuchword"_s))
                way = button;
        }
        return way != nullptr;
    }());
    test::shoot(open.workspace, u"catalogue-nothing"_s);
    way->click();
    QVERIFY(open.workspace.filter().text.isEmpty());
    QVERIFY(open.workspace.filter().has(Dimension::Status, {1, 0}));
    QVERIFY(open.wait());
    QVERIFY(open.workspace.model().rowCount() > 0);
    QVERIFY(open.workspace.table().isVisible());
}

void TestCatalogueWorkspace::codingByKey()
{
    test::TempStudy study;
    ExampleId example{};
    study.writer().perform({.label = u"One"_s}, [&](Edit &edit) { example = createExample(edit, {}); });
    Open open(study);
    QVERIFY(open.wait());
    QCOMPARE(open.workspace.table().currentRow().id, example.value);
    open.workspace.focusDefault();
    const QString effect = open.codebook.codebook().inFacet(u"effect").first().label;
    open.key(Qt::Key_F, effect);
    open.session.flush();
    const auto coded = readExample(open.session.reader(), example)->coded(fields::example::effect);
    QCOMPARE(coded.size(), 1);
    QCOMPARE(open.codebook.codebook().label(coded.first().term), effect);
    QTRY_VERIFY(open.workspace.table().hasFocus());
    // A gap's facet makes the gap that is missing, in the same step.
    const QString item = open.codebook.codebook().inFacet(u"information-item").first().label;
    open.key(Qt::Key_I, item);
    open.session.flush();
    QCOMPARE(readExample(open.session.reader(), example)->gaps.size(), 1);
    open.session.undo();
    open.session.flush();
    QCOMPARE(readExample(open.session.reader(), example)->gaps.size(), 0);
    QCOMPARE(readExample(open.session.reader(), example)->coded(fields::example::effect).size(), 1);
    // Esc codes nothing.
    const auto entry = open.session.nextUndo()->id;
    open.key(Qt::Key_E, {}, Qt::Key_Escape);
    open.session.flush();
    QCOMPARE(open.session.nextUndo()->id, entry);
}

void TestCatalogueWorkspace::codingSeveralIsOneStep()
{
    test::TempStudy study;
    study.writer().perform({.label = u"Many"_s}, [](Edit &edit) {
        for (int i = 0; i < 3; ++i)
            createExample(edit, {});
        const ExampleId twoGaps = createExample(edit, {});
        createGap(edit, twoGaps);
        createGap(edit, twoGaps);
        createGap(edit, {});
    });
    Open open(study);
    QVERIFY(open.wait());
    QCOMPARE(open.workspace.model().rowCount(), 5);
    open.workspace.focusDefault();
    open.workspace.table().selectAll();
    QCOMPARE(open.workspace.table().chosenCount(), 5);
    open.key(Qt::Key_O, open.codebook.codebook().inFacet(u"role").first().label);
    open.session.flush();
    QTRY_VERIFY(!open.messages.shown.isEmpty()); // one has two gaps
    QVERIFY(open.messages.shown.first().text.contains(u'1'));
    int owned = 0;
    for (const CatalogueRow &row : open.workspace.table().chosenRows()) {
        if (row.isNeed) {
            owned += int(readGap(open.session.reader(), GapId{row.id})->coded(fields::gap::owner).size());
            continue;
        }
        const auto example = readExample(open.session.reader(), ExampleId{row.id});
        for (const GapRecord &gap : example->gaps)
            owned += int(gap.coded(fields::gap::owner).size());
    }
    QCOMPARE(owned, 4);
    open.session.undo();
    open.session.flush();
    QTRY_COMPARE(open.session.nextUndo()->label, u"Many"_s);
}

void TestCatalogueWorkspace::gapFacetsAskWhichGap()
{
    test::TempStudy study;
    GapId second{};
    study.writer().perform({.label = u"One"_s}, [&](Edit &edit) {
        const ExampleId example = createExample(edit, {});
        setValue(edit, fields::gap::information, createGap(edit, example).value, u"first thing"_s);
        second = createGap(edit, example);
        setValue(edit, fields::gap::information, second.value, u"second thing"_s);
    });
    Open open(study);
    QVERIFY(open.wait());
    open.workspace.focusDefault();
    open.key(Qt::Key_N, u"second"_s);
    QTRY_VERIFY(open.workspace.actions().coding().picker() &&
                open.workspace.actions().coding().picker()->isVisible());
    auto *search = open.workspace.actions().coding().picker()->findChild<SearchField *>();
    QTest::keyClicks(search, open.codebook.codebook().inFacet(u"role").first().label);
    QTest::keyClick(search, Qt::Key_Return);
    open.session.flush();
    QCOMPARE(readGap(open.session.reader(), second)->coded(fields::gap::neededBy).size(), 1);
}

void TestCatalogueWorkspace::deleteAndUndo()
{
    test::TempStudy study;
    test::fillCoded(study, {.examples = 20});
    Open open(study);
    QVERIFY(open.wait());
    open.workspace.focusDefault();
    CatalogueTable &table = open.workspace.table();
    const int all = open.workspace.model().rowCount();
    table.selectRow(3);
    const qint64 gone = table.currentRow().id;
    const qint64 next = (*open.workspace.model().rows())[4].id;
    QTest::keyClick(&table, Qt::Key_Delete);
    QTRY_COMPARE(open.workspace.model().rowCount(), all - 1);
    QCOMPARE(table.currentRow().id, next); // the row that took its place
    QTRY_COMPARE(open.workspace.detail().row().id, next);
    QTRY_COMPARE(open.messages.shown.size(), 1);
    QVERIFY(open.messages.shown.first().text.contains(u"Ctrl+Z"_s));
    open.messages.shown.first().actions.first().run();
    QTRY_COMPARE(open.workspace.model().rowCount(), all);
    QVERIFY(open.workspace.model().rowOf(gone) >= 0);
}

void TestCatalogueWorkspace::binGivesBack()
{
    test::TempStudy study;
    ExampleId gone{};
    study.writer().perform({.label = u"Two"_s}, [&](Edit &edit) {
        gone = createExample(edit, {});
        createExample(edit, {});
        deleteExample(edit, gone);
    });
    Open open(study);
    QVERIFY(open.wait());
    QCOMPARE(open.workspace.model().rowCount(), 1);
    open.workspace.actions().showBin->trigger();
    QTRY_COMPARE(open.workspace.table().currentRow().id, gone.value);
    QVERIFY(!open.workspace.actions().remove->isEnabled());
    QVERIFY(open.workspace.actions().restore->isEnabled());
    open.workspace.actions().restore->trigger();
    QTRY_COMPARE(open.workspace.model().rowCount(), 0);
    open.workspace.actions().showBin->trigger();
    QTRY_COMPARE(open.workspace.model().rowCount(), 2);
}

void TestCatalogueWorkspace::newExampleIsShownAndFocused()
{
    test::TempStudy study;
    Open open(study);
    QVERIFY(open.wait());
    open.workspace.createExample();
    QTRY_COMPARE(open.workspace.model().rowCount(), 1);
    QTRY_COMPARE(open.workspace.table().currentRow().id, (*open.workspace.model().rows())[0].id);
    QCOMPARE(open.workspace.detail().card()->example().value, (*open.workspace.model().rows())[0].id);
    QTRY_VERIFY(open.workspace.detail().isAncestorOf(QApplication::focusWidget()));
}

void TestCatalogueWorkspace::showExampleThatTheFilterHides()
{
    test::TempStudy study;
    test::fillCoded(study, {.examples = 30});
    Open open(study);
    QVERIFY(open.wait());
    const auto rows = open.workspace.model().rows();
    const auto example =
        std::find_if(rows->begin(), rows->end(), [](const CatalogueRow &row) { return !row.isNeed; });
    Filter filter;
    filter.text = u"nosuchword"_s;
    open.workspace.setFilter(filter);
    QVERIFY(open.wait());
    QSignalSpy opened(&open.workspace, &CatalogueWorkspace::exampleOpened);
    open.workspace.showExample(ExampleId{example->id});
    QCOMPARE(open.workspace.detail().card()->example().value, example->id);
    QCOMPARE(opened.size(), 1);
    open.workspace.setFilter({});
    QVERIFY(open.wait());
    QTRY_COMPARE(open.workspace.table().currentRow().id, example->id);
}

void TestCatalogueWorkspace::stateSurvives()
{
    test::TempStudy study;
    test::fillCoded(study, {.examples = 20});
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    Filter filter;
    filter.text = u"weather"_s;
    filter.toggle(Dimension::Status, {1, 0});
    {
        Open open(study);
        QVERIFY(open.wait());
        open.workspace.setFilter(filter);
        open.workspace.table().setColumnHidden(int(CatalogueColumn::System), true);
        open.workspace.table().horizontalHeader()->moveSection(0, 2);
        open.workspace.table().setColumnWidth(int(CatalogueColumn::Effect), 333);
        open.workspace.table().sortByColumn(int(CatalogueColumn::Gaps), Qt::AscendingOrder);
        QVERIFY(open.wait());
        open.workspace.saveState(settings);
        QVERIFY(open.wait());
    }
    Open open(study);
    open.workspace.restoreState(settings);
    QVERIFY(open.wait());
    QCOMPARE(open.workspace.filter(), filter);
    QVERIFY(open.workspace.table().isColumnHidden(int(CatalogueColumn::System)));
    QCOMPARE(open.workspace.table().horizontalHeader()->visualIndex(0), 2);
    QCOMPARE(open.workspace.table().columnWidth(int(CatalogueColumn::Effect)), 333);
    QCOMPARE(open.workspace.list().sortKey(), SortKey::Gaps);
    QCOMPARE(open.workspace.list().sortOrder(), Qt::AscendingOrder);
    QCOMPARE(open.workspace.table().horizontalHeader()->sortIndicatorSection(), int(CatalogueColumn::Gaps));
    settings.setValue(u"columns"_s, QByteArray("rubbish"));
    settings.setValue(u"sort"_s, 4711);
    settings.setValue(u"filter"_s, u"{]"_s);
    open.workspace.restoreState(settings);
    QVERIFY(open.wait());
    QVERIFY(!open.workspace.table().isColumnHidden(0));
}

void TestCatalogueWorkspace::sameEventStandsSideBySide()
{
    test::TempStudy study;
    ExampleId one{};
    ExampleId other{};
    study.writer().perform({.label = u"Two"_s}, [&](Edit &edit) {
        one = createExample(edit, {});
        setValue(edit, fields::example::turnedOut, one.value, u"account one"_s);
        other = createExample(edit, {});
        setValue(edit, fields::example::turnedOut, other.value, u"account two"_s);
    });
    Open open(study);
    QVERIFY(open.wait());
    open.workspace.table().selectAll();
    open.workspace.actions().sameEvent->trigger();
    open.session.flush();
    QVERIFY(readExample(open.session.reader(), one)->incident);
    QCOMPARE(readExample(open.session.reader(), one)->incident,
             readExample(open.session.reader(), other)->incident);
    open.workspace.detail().tabs()->setCurrentIndex(2);
    const auto shows = [&](const QString &text) {
        for (const QLabel *label : open.workspace.detail().findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
    };
    QTRY_VERIFY(shows(u"account one"_s) && shows(u"account two"_s));
}

void TestCatalogueWorkspace::eventsAndLinksAreEditedBesideTheRow()
{
    test::TempStudy study;
    ExampleId one{};
    ExampleId other{};
    study.writer().perform({.label = u"Two"_s}, [&](Edit &edit) {
        one = createExample(edit, {});
        other = createExample(edit, {});
        setIncident(edit, one, createIncident(edit, u"before"_s));
        linkExamples(edit, one, other, "caused"_L1);
    });
    Open open(study);
    QVERIFY(open.wait());
    open.workspace.showExample(one);
    DetailPane &detail = open.workspace.detail();
    QTRY_COMPARE(detail.row().id, one.value);
    detail.settle();
    detail.tabs()->setCurrentIndex(2);
    const auto name = [&]() -> QLineEdit * {
        for (QLineEdit *edit : detail.findChildren<QLineEdit *>(u"eventName"_s)) {
            if (edit->isVisible())
                return edit;
        }
        return nullptr;
    };
    QTRY_VERIFY(name());
    QCOMPARE(name()->text(), u"before"_s);
    name()->setFocus();
    name()->selectAll();
    QTest::keyClicks(name(), u"the outage"_s);
    // Something else changes while one types: nothing is lost.
    open.session.perform({.label = u"else"_s}, [&](Edit &edit) {
        setValue(edit, fields::example::title, other.value, u"Other"_s);
    });
    open.session.flush();
    QTest::qWait(400);
    QTRY_VERIFY(name());
    QCOMPARE(name()->text(), u"the outage"_s);
    detail.flush();
    open.session.flush();
    const IncidentId incident = readExample(open.session.reader(), one)->incident;
    QCOMPARE(incidentLabel(open.session.reader(), incident), u"the outage"_s);

    const auto links = [&] { return readLinks(open.session.reader(), one); };
    const auto button = [&](const QString &which) -> QToolButton * {
        for (QToolButton *each : detail.findChildren<QToolButton *>(which)) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    };
    QTRY_VERIFY(button(u"linkKind"_s));
    button(u"linkKind"_s)->menu()->actions().at(3)->trigger(); // hidden by
    open.session.flush();
    QCOMPARE(links().size(), 1);
    QCOMPARE(links().first().kind, u"hid"_s);
    QCOMPARE(links().first().from, other);
    QTRY_VERIFY(button(u"linkKind"_s) && button(u"linkKind"_s)->text() == u"Hidden by"_s);
    button(u"linkRemove"_s)->setFocus();
    QTest::keyClick(button(u"linkRemove"_s), Qt::Key_Space);
    open.session.flush();
    QVERIFY(links().isEmpty());
    open.session.undo();
    open.session.flush();
    QCOMPARE(links().size(), 1);
}

void TestCatalogueWorkspace::narrowWindowHidesFacets()
{
    test::TempStudy study;
    test::fillCoded(study, {.examples = 20});
    Open open(study, {1030, 640});
    QVERIFY(open.wait());
    QVERIFY(!open.workspace.facets().isVisible());
    open.workspace.actions().showFilters->trigger();
    QTRY_VERIFY(open.workspace.facets().view()->currentIndex().isValid()); // one sees where the keys go
    QTest::keyClick(open.workspace.facets().view(), Qt::Key_Escape);
    QVERIFY(!open.workspace.facets().isVisible() && open.workspace.table().hasFocus());
    open.workspace.actions().showFilters->trigger();
    QVERIFY(open.workspace.detail().isVisible());
    QVERIFY(open.workspace.detail().width() >= 320);
    QVERIFY(open.workspace.detail().geometry().right() <= open.workspace.width());
    open.workspace.resize(1440, 800);
    QVERIFY(open.workspace.facets().isVisible());
}

void TestCatalogueWorkspace::pictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::newRow("small-light") << QSize(1030, 640) << false;
    QTest::newRow("small-dark") << QSize(1030, 640) << true;
    QTest::newRow("large-light") << QSize(2490, 1380) << false;
    QTest::newRow("large-dark") << QSize(2490, 1380) << true;
}

void TestCatalogueWorkspace::pictures()
{
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    QTemporaryDir folder;
    Settings settings(folder.filePath(u"s.ini"_s));
    Theme theme(settings);
    theme.setScheme(dark ? u"dark"_s : u"light"_s);
    test::TempStudy study;
    test::fillCoded(study, {.examples = 60, .seed = 5});
    ExampleId shown{};
    study.writer().perform({.label = u"Awkward"_s}, [&](Edit &edit) {
        const ExampleId arabic = createExample(edit, {});
        setValue(edit, fields::example::title, arabic.value, u"النموذج لا يعرف أن الأسعار بالدولار"_s);
        setValue(edit, fields::example::countedOn, arabic.value, u"أن الأسعار باليورو"_s);
        shown = createExample(edit, {});
        setValue(edit, fields::example::title, shown.value,
                 u"🥐 The forecast for croissants counted a holiday twice and nobody in the bakery was "
                 u"told about "
                 "the change of the calendar service that had been planned since spring"_s);
        setValue(edit, fields::example::countedOn, shown.value,
                 u"past weather staying the same "_s.repeated(20));
        setValue(edit, fields::example::status, shown.value, u"confirmed"_s);
    });
    Open open(study, size);
    QVERIFY(open.wait());
    open.workspace.showExample(shown);
    Filter filter;
    const QVector<Term> roles = open.codebook.codebook().inFacet(u"role");
    QTest::qWait(600);
    test::shoot(open.workspace, u"catalogue-"_s + QString::fromLatin1(QTest::currentDataTag()));
    for (int tab = 1; tab < 4; ++tab) {
        open.workspace.detail().tabs()->setCurrentIndex(tab);
        QTest::qWait(300);
        test::shoot(open.workspace,
                    u"catalogue-%1-tab%2"_s.arg(QString::fromLatin1(QTest::currentDataTag())).arg(tab));
    }
    filter.toggle(Dimension::NeededBy, {roles[0].id.value, 0});
    filter.toggle(Dimension::NeededBy, {roles[1].id.value, 0});
    filter.toggle(Dimension::Owner, {roles[1].id.value, 0});
    filter.toggle(Dimension::Owner, {roles[2].id.value, 0});
    filter.toggle(Dimension::Status, {1, 0});
    filter.text = u"weather"_s;
    open.workspace.setFilter(filter);
    open.workspace.actions().showFilters->setChecked(true);
    QVERIFY(open.wait());
    open.workspace.focusDefault();
    QTest::qWait(300);
    QTest::keyClick(&open.workspace.table(), Qt::Key_I);
    QTest::qWait(200);
    test::shoot(open.workspace, u"catalogue-%1-filter"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
}

QTEST_MAIN(TestCatalogueWorkspace)
#include "test_catalogue_workspace.moc"
