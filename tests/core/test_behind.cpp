#include "core/analysis/Behind.h"
#include "core/analysis/Saturation.h"
#include "core/catalogue/CatalogueOrder.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/domain/Fields.h"
#include "core/domain/FilterText.h"
#include "tests/support/CodedStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace QTest {
template <>
char *toString(const UnitCounts &counts)
{
    return qstrdup(qPrintable(u"%1 participants, %2 examples, %3 gaps"_s.arg(counts.participants)
                                  .arg(counts.examples)
                                  .arg(counts.gaps)));
}
} // namespace QTest

namespace {

constexpr Dimension crossed[]{Dimension::ItemElement, Dimension::NeededBy,    Dimension::Item,
                              Dimension::Flow,        Dimension::Element,     Dimension::MainElement,
                              Dimension::Effect,      Dimension::Participant, Dimension::ParticipantRole,
                              Dimension::Interview,   Dimension::Owner};

} // namespace

/// What stands behind a mark of a chart.
class TestBehind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMarkOpensExactlyWhatItCounts_data();
    void everyMarkOpensExactlyWhatItCounts();
    void oneGapIsOneGap();
    void filterText();
    void saturation_data();
    void saturation();
    void itemsOfInterviews();

private:
    void compareCell(const CatalogueColumns &columns, const Filter &filter,
                     const std::optional<std::vector<qint64>> &hits, const UnitCounts &shown,
                     const QString &where);
};

void TestBehind::compareCell(const CatalogueColumns &columns, const Filter &filter,
                             const std::optional<std::vector<qint64>> &hits, const UnitCounts &shown,
                             const QString &where)
{
    const UnitCounts opened = select(columns, filter, hits).counts;
    if (opened != shown)
        qWarning() << "in" << where;
    QCOMPARE(opened, shown);
}

void TestBehind::everyMarkOpensExactlyWhatItCounts_data()
{
    QTest::addColumn<int>("limit");
    QTest::newRow("no filter") << 0;
    QTest::newRow("limits the crossed dimensions themselves") << 1;
    QTest::newRow("limits a flow") << 2;
    QTest::newRow("limits to what is not coded") << 3;
    QTest::newRow("a text") << 4;
    QTest::newRow("a text and an example's dimension") << 5;
}

void TestBehind::everyMarkOpensExactlyWhatItCounts()
{
    QFETCH(int, limit);
    test::TempStudy study;
    test::fillCoded(study, {.participants = 5, .examples = 50, .seed = quint32(limit + 3)});
    const CatalogueColumns columns = CatalogueColumns::load(study.db());
    const Codebook codebook = Codebook::read(study.db());
    const auto term = [&](const QString &facet, int place) {
        return DimensionValue{codebook.inFacet(facet)[place].id.value, 0};
    };
    Filter filter;
    if (limit == 1) {
        filter.values[Dimension::NeededBy] = {term(u"role"_s, 0), term(u"role"_s, 1)};
        filter.values[Dimension::Element] = {term(u"element"_s, 0), {}};
    } else if (limit == 2) {
        filter.values[Dimension::Flow] = {{term(u"role"_s, 0).first, term(u"role"_s, 1).first},
                                          {term(u"role"_s, 1).first, term(u"role"_s, 0).first}};
    } else if (limit == 3) {
        filter.values[Dimension::Item] = {DimensionValue{}};
    } else if (limit == 5) {
        filter.values[Dimension::Effect] = {term(u"effect"_s, 0), term(u"effect"_s, 1)};
    }
    if (limit >= 4)
        filter.text = u"weather meant 3"_s;
    filter = withoutNonMismatches(filter);
    std::optional<std::vector<qint64>> hits;
    if (limit >= 4) {
        hits = searchText(study.db(), u"weather"_s);
        for (const qint64 id : searchText(study.db(), u"\"what 3 meant\""_s))
            hits->push_back(id);
        QVERIFY(!hits->empty());
    }
    const Selection selection = select(columns, filter, hits);
    QVERIFY(selection.counts.gaps > 0);

    for (const Dimension rows : crossed) {
        for (const Dimension across : crossed) {
            if (rows == across)
                continue;
            const CrossTab table = withinFilter(crossTab(columns, selection, rows, across), filter);
            const QString where = label(rows) + u" × "_s + label(across);
            QCOMPARE(table.total, selection.counts);
            QCOMPARE(table.cells.size(), table.rows.size() * table.columns.size());
            for (qsizetype row = 0; row < table.rows.size(); ++row) {
                const Filter ofRow = behind(filter, rows, table.rows[row]);
                compareCell(columns, ofRow, hits, table.rowTotals[row], where);
                for (qsizetype column = 0; column < table.columns.size(); ++column)
                    compareCell(columns, behind(ofRow, across, table.columns[column]), hits,
                                table.cell(row, column), where);
            }
            for (qsizetype column = 0; column < table.columns.size(); ++column)
                compareCell(columns, behind(filter, across, table.columns[column]), hits,
                            table.columnTotals[column], where);
            if (QTest::currentTestFailed())
                return;
        }
        for (const ValueCount &bar : withinFilter(countValues(columns, selection, rows), rows, filter))
            compareCell(columns, behind(filter, rows, bar.value), hits, bar.counts, label(rows));
    }
}

void TestBehind::oneGapIsOneGap()
{
    test::TempStudy study;
    test::fillCoded(study, {.participants = 1, .examples = 0});
    const Codebook codebook = Codebook::read(study.db());
    const TermId a = codebook.inFacet(u"role")[0].id, b = codebook.inFacet(u"role")[1].id;
    study.writer().perform({.label = u"two gaps"_s}, [&](Edit &edit) {
        const ExampleId example = createExample(edit, {});
        for (const auto &[owner, needer] : {std::pair(a, b), std::pair(b, a)}) {
            const GapId gap = createGap(edit, example);
            setCodings(edit, fields::gap::owner, gap.value, {{.term = owner}}, CodingStage::After);
            setCodings(edit, fields::gap::neededBy, gap.value, {{.term = needer}}, CodingStage::After);
        }
    });
    const CatalogueColumns columns = CatalogueColumns::load(study.db());
    const CrossTab table = crossTab(columns, select(columns, {}), Dimension::Owner, Dimension::NeededBy);
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        for (qsizetype column = 0; column < table.columns.size(); ++column) {
            // The example has A somewhere and A elsewhere, but no gap from A to A.
            const int gaps = table.rows[row] != table.columns[column];
            QCOMPARE(table.cell(row, column).gaps, gaps);
            const Filter cell = behind(behind({}, Dimension::Owner, table.rows[row]), Dimension::NeededBy,
                                       table.columns[column]);
            QCOMPARE(select(columns, cell).counts.examples, gaps);
        }
    }
}

void TestBehind::filterText()
{
    Filter filter;
    filter.text = u"\"größe\" 🧯 {}"_s;
    filter.values[Dimension::Flow] = {{0x7fffffffffffffff, 1}, {}};
    filter.values[Dimension::Status] = {{1, 0}};
    QCOMPARE(filterFromText(filterToText(filter)), filter);
    QCOMPARE(filterFromText(filterToText({})), Filter{});
    for (const QString &broken :
         {u""_s, u"{"_s, u"[]"_s, u"{\"values\":3}"_s, u"{\"values\":{\"nonsense\":[\"1 2\"]}}"_s,
          u"{\"values\":{\"flow\":[\"1\",\"x y\",7]}}"_s})
        QVERIFY2(filterFromText(broken).isEmpty(), qPrintable(broken));
}

void TestBehind::saturation_data()
{
    using Items = QVector<InterviewItems>;
    QTest::addColumn<Items>("interviews");
    QTest::addColumn<QVector<int>>("fresh");
    QTest::newRow("none") << Items{} << QVector<int>{};
    QTest::newRow("one that named nothing") << Items{{1, {}}} << QVector<int>{0};
    QTest::newRow("repeats count once") << Items{{1, {7, 7, 8}}, {2, {8, 9, 9}}} << QVector<int>{2, 1};
    QTest::newRow("nothing new") << Items{{1, {7, 8}}, {2, {8, 7}}, {3, {}}} << QVector<int>{2, 0, 0};
}

void TestBehind::saturation()
{
    QFETCH(QVector<InterviewItems>, interviews);
    QFETCH(QVector<int>, fresh);
    const QVector<SaturationStep> steps = seamfinder::saturation(interviews);
    QCOMPARE(steps.size(), fresh.size());
    int known = 0;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        QCOMPARE(steps[i].interview, interviews[i].interview);
        QCOMPARE(steps[i].fresh, fresh[i]);
        QCOMPARE(steps[i].known, known += fresh[i]);
        QVERIFY(steps[i].named >= steps[i].fresh);
    }
}

void TestBehind::itemsOfInterviews()
{
    test::TempStudy study;
    test::fillCoded(study, {.participants = 4, .examples = 60});
    const CatalogueColumns columns = CatalogueColumns::load(study.db());
    const Selection selection = select(columns, withoutNonMismatches({}));
    const CrossTab table = crossTab(columns, selection, Dimension::Interview, Dimension::Item);
    QVector<qint64> interviews;
    for (const DimensionValue value : table.rows) {
        if (value.first)
            interviews.append(value.first);
    }
    interviews.append(99); // no such interview: keeps its place, names nothing
    const QVector<InterviewItems> named = itemsByInterview(columns, selection, interviews);
    QCOMPARE(named.size(), interviews.size());
    QVERIFY(named.last().items.isEmpty());
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        const qsizetype place = interviews.indexOf(table.rows[row].first);
        if (place < 0)
            continue;
        for (qsizetype column = 0; column < table.columns.size(); ++column) {
            const qint64 item = table.columns[column].first;
            if (item)
                QCOMPARE(named[place].items.contains(item), table.cell(row, column).gaps > 0);
        }
        QVERIFY(!named[place].items.contains(0));
    }
}

QTEST_GUILESS_MAIN(TestBehind)
#include "test_behind.moc"
