#include "ui/common/Colors.h"
#include "ui/gaps/HeatMapModel.h"
#include "ui/gaps/HeatMapView.h"
#include "ui/gaps/RankingView.h"
#include "ui/report/BarPicture.h"
#include "ui/report/ChartFiles.h"
#include "ui/report/ChartStyle.h"
#include "ui/report/FilterWords.h"
#include "ui/report/HeatMapPicture.h"

#include "core/domain/Error.h"
#include "core/domain/Filter.h"
#include "core/exchange/OutputFile.h"
#include "tests/support/TempStudy.h"

#include <QAbstractItemModelTester>
#include <QSvgRenderer>
#include <QtTest>
#include <QtWidgets>
#include <QXmlStreamReader>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

ChartMark markOf(qint64 id, const QString &label, int number)
{
    return {.value = {id, 0}, .label = label, .counts = {number, number + 1, number + 2}};
}

HeatMap sampleMap(int rows, int columns, const QString &word)
{
    HeatMap map;
    for (int row = 0; row < rows; ++row)
        map.rows.append(markOf(row, row == 0 ? u"not yet coded (3)"_s : word + QString::number(row), row));
    for (int column = 0; column < columns; ++column)
        map.columns.append(markOf(column + 1, word + QString::number(column), column));
    for (int i = 0; i < rows * columns; ++i) {
        map.cells.append({i % 7, i % 9, i % 11});
        map.expected.append(i % 3 == 0);
    }
    map.total = {7, 9, 11};
    return map;
}

BarChart sampleBars(int bars, const QString &word)
{
    BarChart chart;
    for (int i = 0; i < bars; ++i)
        chart.bars.append(markOf(i, word + QString::number(i), bars - i));
    chart.total = {bars, bars, bars};
    return chart;
}

const QString longWord =
    u"Donaudampfschifffahrtsgesellschaftskapitänsmützenmaterialbeschreibung und andere "_s;

} // namespace

class TestGapsPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersReadOnEveryCell();
    void scaleOnlyGrows();
    void labelsNeverExceedTheirRoom_data();
    void labelsNeverExceedTheirRoom();
    void picturesHoldTogether_data();
    void picturesHoldTogether();
    void svgStaysInside();
    void picturesNameTheirLimits();
    void modelIsATable();
    void keyboardReachesEveryMark();
    void tablesAsText();
    void filesAreWholeOrNot();
};

void TestGapsPictures::numbersReadOnEveryCell()
{
    for (const bool dark : {false, true}) {
        for (int count = 1; count <= 400; ++count) {
            const QColor cell = chart::cellColor(count, 400, dark);
            QVERIFY2(contrast(cell, chart::numberColor(cell)) >= 4.5, qPrintable(cell.name()));
        }
        const Colors &colors = dark ? darkColors() : lightColors();
        QVERIFY(contrast(chart::expectedColor(dark), colors.surface) >= 3);
        QVERIFY(contrast(chart::barColor(dark), colors.surface) >= 2.5);
    }
}

void TestGapsPictures::scaleOnlyGrows()
{
    // Lightness alone tells the order, so grey print and every kind of colour vision keep it.
    for (const bool dark : {false, true}) {
        const QColor ground = dark ? darkColors().surface : lightColors().surface;
        double before = 1;
        for (int count = 1; count <= 60; ++count) {
            const double now = contrast(chart::cellColor(count, 60, dark), ground);
            QVERIFY2(now > before, qPrintable(u"%1 of 60, %2"_s.arg(count).arg(dark)));
            before = now;
        }
    }
    QCOMPARE(chart::cellColor(0, 5, false), chart::cellColor(0, 0, false));
    QCOMPARE(chart::cellColor(9, 5, false), chart::cellColor(5, 5, false)); // out of range is the end
}

void TestGapsPictures::labelsNeverExceedTheirRoom_data()
{
    QTest::addColumn<QString>("label");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("blank") << u"  \n\t "_s;
    QTest::newRow("short") << u"Raw data"_s;
    QTest::newRow("long words") << longWord + longWord;
    QTest::newRow("one word without end") << u"x"_s.repeated(3000);
    QTest::newRow("many words") << u"a b c "_s.repeated(500);
    QTest::newRow("right to left") << u"البيانات الخام وما يتعلق بها من معلومات"_s;
    QTest::newRow("emoji") << u"🧯🧑‍🚒👩🏽‍🔬"_s.repeated(20);
}

void TestGapsPictures::labelsNeverExceedTheirRoom()
{
    QFETCH(QString, label);
    const QFontMetricsF metrics{QFont()};
    for (const qreal width : {4.0, 20.0, 61.5, 300.0}) {
        for (const int lines : {1, 2, 3}) {
            const QStringList fitted = chart::fitLabel(label, metrics, width, lines);
            QVERIFY(fitted.size() <= lines);
            QCOMPARE(fitted.isEmpty(), label.trimmed().isEmpty());
            for (const QString &line : fitted) {
                const bool onlyEllipsis = line == u"…"_s || line.isEmpty();
                QVERIFY2(
                    onlyEllipsis || metrics.horizontalAdvance(line) <= width + 0.5,
                    qPrintable(u"%1 in %2: %3"_s.arg(line).arg(width).arg(metrics.horizontalAdvance(line))));
            }
        }
    }
    const QStringList roomy = chart::fitLabel(label, metrics, 1e6, 1);
    QCOMPARE(roomy.join(u' '), label.simplified());
}

void TestGapsPictures::picturesHoldTogether_data()
{
    QTest::addColumn<HeatMap>("map");
    QTest::newRow("empty") << HeatMap{};
    QTest::newRow("one cell") << sampleMap(1, 1, u"a"_s);
    QTest::newRow("usual") << sampleMap(9, 12, u"Software engineer "_s);
    QTest::newRow("long labels") << sampleMap(12, 20, longWord);
    QTest::newRow("right to left") << sampleMap(4, 4, u"البيانات "_s);
}

void TestGapsPictures::picturesHoldTogether()
{
    QFETCH(HeatMap, map);
    for (const bool dark : {false, true}) {
        const HeatMapPicture picture(map, {.dark = dark});
        const QImage image = picture.image();
        QCOMPARE(image.size(), picture.size() * 2);
        // The margin is the surface all around: nothing was drawn over the edge.
        const QColor ground = dark ? darkColors().surface : lightColors().surface;
        for (int x = 0; x < image.width(); ++x) {
            QCOMPARE(image.pixelColor(x, 1), ground);
            QCOMPARE(image.pixelColor(x, image.height() - 2), ground);
        }
        for (int y = 0; y < image.height(); ++y) {
            QCOMPARE(image.pixelColor(1, y), ground);
            QCOMPARE(image.pixelColor(image.width() - 2, y), ground);
        }
        QVERIFY(pngOf(image).startsWith("\x89PNG"));
        QVERIFY(QSvgRenderer(picture.svg()).isValid());
    }
}

void TestGapsPictures::svgStaysInside()
{
    const HeatMapPicture map(sampleMap(12, 20, longWord));
    const BarPicture bars(sampleBars(30, longWord));
    for (const auto &[svg, size] : {std::pair(map.svg(), map.size()), std::pair(bars.svg(), bars.size())}) {
        QXmlStreamReader xml(svg);
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(!svg.contains("clip")); // no viewer would honour it, so nothing may need it
        QVERIFY(svg.contains("…"));
        QSvgRenderer renderer(svg);
        QCOMPARE(renderer.viewBox().size(), size);
    }
}

// A picture leaves the window: it says itself what it does not count.
void TestGapsPictures::picturesNameTheirLimits()
{
    HeatMap map = sampleMap(2, 2, u"w"_s);
    const QSize without = HeatMapPicture(map).size();
    map.limits = u"Only: Element: Raw data"_s;
    QVERIFY(HeatMapPicture(map).svg().contains("Only: Element: Raw data"));
    QVERIFY(HeatMapPicture(map).size().height() > without.height());
    map.limits = u"Only: "_s + longWord.repeated(40); // it takes no more lines than there are for it
    QVERIFY(HeatMapPicture(map).size().height() < without.height() + 100);
    BarChart bars = sampleBars(3, u"b"_s);
    bars.limits = u"Only: Element: Raw data"_s;
    QVERIFY(BarPicture(bars).svg().contains("Only: Element: Raw data"));

    test::TempStudy study;
    const DimensionLabels names = DimensionLabels::read(study.db());
    const DimensionValue raw = *names.fromKey(Dimension::Element, u"raw-data"),
                         model = *names.fromKey(Dimension::Element, u"trained-model");
    const QString either =
        u"%1: %2 or %3"_s.arg(label(Dimension::Element), names.label(Dimension::Element, raw),
                              names.label(Dimension::Element, model));
    Filter filter{.values = {{Dimension::Element, {raw, model}}}, .text = u" drift "_s};
    QCOMPARE(filterInWords(filter, names), u"Only: %1 · Text: drift"_s.arg(either));
    QCOMPARE(filterInWords(withoutNonMismatches(filter), names),
             u"Only: %1 · Text: drift · Without what turned out to be no mismatch"_s.arg(either));
    QCOMPARE(filterInWords(withoutNonMismatches({}), names), u"Without what turned out to be no mismatch"_s);
    QCOMPARE(filterInWords({}, names), QString());
    filter.values[Dimension::Status] = {{1, 0}};
    QVERIFY(filterInWords(filter, names).contains(label(Dimension::Status)));
}

void TestGapsPictures::modelIsATable()
{
    HeatMapModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setMap(sampleMap(3, 4, u"w"_s));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.columnCount(), 5);
    QCOMPARE(model.counts(3, 4), (UnitCounts{7, 9, 11}));
    QVERIFY(!model.rowValue(3));
    QCOMPARE(model.columnValue(0), DimensionValue({1, 0}));
    const QString tip = model.index(1, 2).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"w1"_s) && tip.contains(u"w2"_s) &&
                 tip.contains(u"6 participants · 6 examples · 6 gaps"_s),
             qPrintable(tip));
    model.setMap({});
    QCOMPARE(model.rowCount(), 0);
    RankingModel ranking;
    const QAbstractItemModelTester rankingTester(&ranking,
                                                 QAbstractItemModelTester::FailureReportingMode::QtTest);
    ranking.setChart(sampleBars(5, u"b"_s));
    QCOMPARE(ranking.rowCount(), 5);
    QVERIFY(ranking.index(0).data(RankingModel::MissingRole).toBool()); // {0, 0}
}

void TestGapsPictures::keyboardReachesEveryMark()
{
    HeatMapView view;
    view.resize(700, 500);
    view.setMap(sampleMap(3, 4, u"w"_s));
    view.show();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    QVector<std::pair<bool, bool>> opened; // has a row, has a column
    connect(&view, &HeatMapView::opened, this, [&](const auto &row, const auto &column) {
        opened.append({row.has_value(), column.has_value()});
    });
    view.setCurrentIndex(view.model()->index(0, 0));
    QTest::keyClick(&view, Qt::Key_Return);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Return); // the row
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Enter); // everything
    QTest::keyClick(&view, Qt::Key_Left);
    QTest::keyClick(&view, Qt::Key_Return); // the column
    const QVector<std::pair<bool, bool>> wanted{{true, true}, {true, false}, {false, false}, {false, true}};
    QCOMPARE(opened, wanted);
    opened.clear();
    auto *left = view.verticalHeader();
    QTest::mouseClick(left->viewport(), Qt::LeftButton, {},
                      QPoint(10, left->sectionViewportPosition(1) + left->sectionSize(1) / 2));
    auto *top = view.horizontalHeader();
    QTest::mouseClick(top->viewport(), Qt::LeftButton, {},
                      QPoint(top->sectionViewportPosition(2) + top->sectionSize(2) / 2, 10));
    const QVector<std::pair<bool, bool>> byMouse{{true, false}, {false, true}};
    QCOMPARE(opened, byMouse);
}

void TestGapsPictures::tablesAsText()
{
    const TableRows rows{{u"a,b"_s, u"say \"so\""_s, u"line\nbreak"_s},
                         {u"=HYPERLINK(1)"_s, u"-5"_s, u"@x"_s},
                         {u"größe 🧯"_s, u""_s, u"+1"_s}};
    QCOMPARE(QString::fromUtf8(csvOf(rows)), u"\"a,b\",\"say \"\"so\"\"\",\"line\nbreak\"\r\n"
                                             "'=HYPERLINK(1),-5,'@x\r\n"
                                             "größe 🧯,,+1\r\n"_s);
    QCOMPARE(plainTextOf(rows).count(u'\n'), 2);
    QVERIFY(htmlOf({{u"<b>"_s}}).contains(u"&lt;b&gt;"_s));
    const TableRows table = tableOf(sampleMap(2, 3, u"w"_s));
    QCOMPARE(table.size(), 4); // header, two rows, totals
    for (const QStringList &row : table)
        QCOMPARE(row.size(), 5);
    QCOMPARE(table.last().last(), u"7"_s);
}

void TestGapsPictures::filesAreWholeOrNot()
{
    QTemporaryDir folder;
    const QString study = folder.filePath(u"s.seam"_s);
    for (const QString &name : {u"s.seam"_s, u"s.seam-wal"_s, u"s.seam.lock"_s, u"./s.seam"_s})
        QVERIFY_THROWS_EXCEPTION(Error, writeOutput(folder.filePath(name), "x", study));
    QVERIFY(QDir(folder.path()).isEmpty());
    writeOutput(folder.filePath(u"map.svg"_s), "whole", study);
    QFile file(folder.filePath(u"map.svg"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "whole");
    QVERIFY_THROWS_EXCEPTION(Error, writeOutput(folder.filePath(u"no/such/folder.svg"_s), "x", study));
}

Q_DECLARE_METATYPE(HeatMap)

QTEST_MAIN(TestGapsPictures)
#include "test_gaps_pictures.moc"
