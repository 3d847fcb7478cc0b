#include "core/catalogue/EditExamples.h"
#include "tests/support/CodedStudy.h"
#include "tests/support/ui/OpenedStudy.h"
#include "tests/support/ui/Shots.h"
#include "ui/common/StudyNames.h"
#include "ui/gaps/GapsWorkspace.h"
#include "ui/gaps/HeatMapView.h"
#include "ui/gaps/RankingView.h"
#include "ui/gaps/Segments.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

/// A workspace over a coded study, shown and counted.
struct Bench
{
    test::TempStudy file;
    test::OpenedStudy open;
    GapsWorkspace workspace;

    explicit Bench(const test::CodedStudySize &size = {})
        : open(size.examples > 0 ? test::fillCoded(file, size) : file)
        , workspace(open.session, open.codebook, open.catalogue, open.messages)
    {
        workspace.resize(1100, 700);
        QSignalSpy shown(&workspace, &GapsWorkspace::shown);
        workspace.show();
        if (!shown.wait(10'000))
            qFatal("nothing was counted");
    }

    template <class Change>
    void after(Change change)
    {
        QSignalSpy shown(&workspace, &GapsWorkspace::shown);
        change();
        QVERIFY(!shown.isEmpty() || shown.wait(10'000));
    }

    [[nodiscard]] HeatMapView *heat() const { return workspace.findChild<HeatMapView *>(u"heatMap"_s); }
    [[nodiscard]] RankingView *ranking() const { return workspace.findChild<RankingView *>(u"ranking"_s); }
    [[nodiscard]] QComboBox *box(const QString &name) const { return workspace.findChild<QComboBox *>(name); }
    [[nodiscard]] UnitCounts countsOf(const Filter &filter) const
    {
        return select(*open.catalogue.columns(), filter).counts;
    }
};

} // namespace

class TestGapsWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCellOpensWhatItShows();
    void followsTheCatalogueOrItsOwn();
    void neverCrossesADimensionWithItself();
    void expectedFlowIsOutlined();
    void followsEdits();
    void copiesPictureAndTable();
    void paneKeysStopAtTheCharts();
    void saysThatALookIsNotFollowed();
    void emptyStudySaysSo();
    void looks();
};

void TestGapsWorkspace::everyCellOpensWhatItShows()
{
    Bench bench;
    QSignalSpy wanted(&bench.workspace, &GapsWorkspace::catalogueWanted);
    const auto opened = [&] {
        if (wanted.isEmpty())
            qFatal("nothing was opened");
        return wanted.takeLast().first().value<Filter>();
    };
    HeatMapView *heat = bench.heat();
    const auto *model = heat->model();
    QVERIFY(model->rowCount() > 2);
    for (const auto counting : {CountBy::Participants, CountBy::Examples, CountBy::Gaps}) {
        bench.workspace.setCounting(counting);
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                heat->setCurrentIndex(model->index(row, column));
                QTest::keyClick(heat, Qt::Key_Return);
                QCOMPARE(count(bench.countsOf(opened()), counting), model->index(row, column).data().toInt());
            }
        }
        RankingView *ranking = bench.ranking();
        QVERIFY(ranking->model()->rowCount() > 1);
        for (int row = 0; row < ranking->model()->rowCount(); ++row) {
            ranking->setCurrentIndex(ranking->model()->index(row, 0));
            QTest::keyClick(ranking, Qt::Key_Return);
            const ChartMark &bar = ranking->chart().bars[row];
            QCOMPARE(bench.countsOf(opened()), bar.counts);
        }
    }
    // Gaps without an item are there, last, and say how many.
    const ChartMark &last = bench.ranking()->chart().bars.last();
    QCOMPARE(last.value, DimensionValue{});
    QCOMPARE(last.label, u"not yet coded (%1)"_s.arg(last.counts.gaps));
    QVERIFY(last.counts.gaps > 0);
    // The catalogue's chips and facets have the same word for it.
    QCOMPARE(bench.open.catalogue.names().label(Dimension::Item, {}), u"not yet coded"_s);
}

void TestGapsWorkspace::followsTheCatalogueOrItsOwn()
{
    Bench bench;
    const UnitCounts all = bench.heat()->map().total;
    const DimensionValue effect{bench.open.codebook.codebook().inFacet(u"effect")[0].id.value, 0};
    Filter filter;
    filter.values[Dimension::Effect] = {effect};
    bench.after([&] { bench.workspace.setCatalogueFilter(filter); });
    const UnitCounts limited = bench.heat()->map().total;
    QCOMPARE(limited, bench.countsOf(withoutNonMismatches(filter)));
    QVERIFY(limited.gaps < all.gaps);
    const auto *size = bench.workspace.findChild<QLabel *>(u"heatMapSize"_s);
    QCOMPARE(size->text(), u"n = %1 participants, %2 examples, %3 gaps"_s.arg(limited.participants)
                               .arg(limited.examples)
                               .arg(limited.gaps));
    QCOMPARE(bench.workspace.findChild<QLabel *>(u"rankingSize"_s)->text(), size->text());

    // An own filter begins as the catalogue's, and then goes its own way.
    auto *follow = bench.workspace.findChild<Segments *>(u"gapsFollow"_s);
    bench.after([&] {
        follow->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    });
    QCOMPARE(bench.heat()->map().total, limited);
    bench.workspace.setCatalogueFilter({});
    QTest::qWait(50);
    QCOMPARE(bench.heat()->map().total, limited);
    QVERIFY(bench.workspace.filter().has(Dimension::Effect, effect));

    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    bench.workspace.saveState(settings);
    GapsWorkspace again(bench.open.session, bench.open.codebook, bench.open.catalogue, bench.open.messages);
    again.restoreState(settings);
    QCOMPARE(again.filter(), bench.workspace.filter());
    // The values of a filter are ids; in another study they mean something else, or nothing.
    Bench other;
    GapsWorkspace elsewhere(other.open.session, other.open.codebook, other.open.catalogue,
                            other.open.messages);
    elsewhere.restoreState(settings);
    QCOMPARE(elsewhere.filter(), withoutNonMismatches({}));
}

void TestGapsWorkspace::neverCrossesADimensionWithItself()
{
    Bench bench;
    QComboBox *rows = bench.box(u"gapsRows"_s), *columns = bench.box(u"gapsColumns"_s);
    const int row = rows->currentIndex(), column = columns->currentIndex();
    bench.after([&] { rows->setCurrentIndex(column); });
    QCOMPARE(rows->currentIndex(), column);
    QCOMPARE(columns->currentIndex(), row); // they traded places
    QCOMPARE(bench.heat()->map().rowDimension, Dimension::NeededBy);
    QCOMPARE(bench.heat()->map().columnDimension, Dimension::ItemElement);
    for (int i = 0; i < rows->count(); ++i) {
        rows->setCurrentIndex(i);
        QVERIFY(rows->currentIndex() != columns->currentIndex());
    }
}

void TestGapsWorkspace::expectedFlowIsOutlined()
{
    Bench bench;
    auto *expected = bench.workspace.findChild<QCheckBox *>(u"gapsExpected"_s);
    QVERIFY(expected->isEnabled());
    QVERIFY(bench.heat()->map().expected.isEmpty());
    expected->setChecked(true);
    const HeatMap &map = bench.heat()->map();
    const Codebook &codebook = bench.open.codebook.codebook();
    int outlined = 0;
    for (qsizetype row = 0; row < map.rows.size(); ++row) {
        for (qsizetype column = 0; column < map.columns.size(); ++column) {
            const bool needs = codebook.needs(TermId{map.rows[row].value.first})
                                   .contains(TermId{map.columns[column].value.first});
            QCOMPARE(map.isExpected(row, column), needs);
            outlined += needs;
        }
    }
    QVERIFY(outlined > 0);
    bench.after([&] { bench.workspace.setDimensions(Dimension::Effect, Dimension::Participant); });
    QVERIFY(!expected->isEnabled());
    QVERIFY(bench.heat()->map().expected.isEmpty());
}

void TestGapsWorkspace::followsEdits()
{
    Bench bench;
    const UnitCounts before = bench.heat()->map().total;
    bench.after([&] {
        bench.open.session.perform({.label = u"one more"_s},
                                   [](Edit &edit) { createGap(edit, createExample(edit, {})); });
    });
    QTRY_COMPARE(bench.heat()->map().total.gaps, before.gaps + 1);
    QTRY_COMPARE(bench.heat()->map().total.examples, before.examples + 1);
    QVERIFY(bench.open.messages.shown.isEmpty());
}

void TestGapsWorkspace::copiesPictureAndTable()
{
    Bench bench;
    bench.workspace.findChild<QAction *>(u"heatMapCopy"_s)->trigger();
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QVERIFY(data->hasImage() && data->hasHtml());
    const QStringList lines = data->text().split(u'\n');
    QCOMPARE(lines.size(), bench.heat()->map().rows.size() + 2);
    QCOMPARE(lines.first().count(u'\t'), bench.heat()->map().columns.size() + 1);
    QCOMPARE(bench.open.messages.shown.size(), 1);
}

void TestGapsWorkspace::paneKeysStopAtTheCharts()
{
    Bench bench;
    bench.workspace.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&bench.workspace));
    // Also where their buttons had the focus before.
    bench.box(u"gapsRanked"_s)->setFocus();
    QVERIFY(bench.box(u"gapsRanked"_s)->hasFocus());
    QList<QWidget *> stops;
    for (qsizetype i = 0; i < bench.workspace.panes().size(); ++i) {
        bench.workspace.cyclePane(1);
        stops.append(QApplication::focusWidget());
    }
    QVERIFY(stops.contains(bench.heat()));
    QVERIFY(stops.contains(bench.ranking()));
    QVERIFY(!stops.contains(bench.box(u"gapsRanked"_s)));
}

void TestGapsWorkspace::saysThatALookIsNotFollowed()
{
    Bench bench;
    const auto *follows = bench.workspace.findChild<QLabel *>(u"gapsFollows"_s);
    QVERIFY(!follows->isVisible());
    bench.workspace.setCatalogueLook(true);
    QVERIFY(follows->isVisible());
    bench.workspace.setCatalogueLook(false);
    QVERIFY(!follows->isVisible());
    // One comes back to the chart from which one went.
    bench.ranking()->setFocus();
    QTest::keyClick(bench.ranking(), Qt::Key_Return);
    bench.heat()->setFocus();
    bench.workspace.focusDefault();
    QCOMPARE(bench.workspace.focusWidget(), bench.ranking());
}

void TestGapsWorkspace::emptyStudySaysSo()
{
    Bench bench({.participants = 0, .examples = 0});
    QVERIFY(!bench.heat()->isVisible());
    QVERIFY(!bench.workspace.findChild<QAction *>(u"heatMapCopy"_s)->isEnabled());
    bench.workspace.focusDefault();
}

void TestGapsWorkspace::looks()
{
    Bench bench({.participants = 12, .examples = 70});
    bench.workspace.findChild<QCheckBox *>(u"gapsExpected"_s)->setChecked(true);
    for (const QSize size : {QSize(1030, 620), QSize(2490, 1360)}) {
        bench.workspace.resize(size);
        QTest::qWait(50);
        test::shoot(bench.workspace, u"gaps-%1"_s.arg(size.width()));
        // Every label and number has room, at any size.
        const HeatMapView *heat = bench.heat();
        QVERIFY(heat->columnWidth(0) >= heat->fontMetrics().horizontalAdvance(u"88"_s) + 10);
    }
    bench.after([&] { bench.workspace.setDimensions(Dimension::Item, Dimension::Flow); });
    test::shoot(bench.workspace, u"gaps-flow"_s);
}

QTEST_MAIN(TestGapsWorkspace)
#include "test_gaps_workspace.moc"
