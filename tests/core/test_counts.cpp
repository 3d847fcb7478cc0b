#include "core/analysis/Counts.h"
#include "core/analysis/Recurrence.h"
#include "tests/support/CodedStudy.h"

#include <map>
#include <QtTest>
#include <set>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

namespace {

struct Distinct
{
    std::set<int> participants, rows, gaps;

    void add(const CatalogueColumns &columns, size_t row, int gap)
    {
        if (const int participant = columns.participantOfRow()[row]; participant >= 0)
            participants.insert(participant);
        if (!columns.isNeed(row))
            rows.insert(int(row));
        if (gap >= 0)
            gaps.insert(gap);
    }
    [[nodiscard]] UnitCounts counts() const
    {
        return {int(participants.size()), int(rows.size()), int(gaps.size())};
    }
};

SetColumn::Values valuesOr(const CatalogueColumns &columns, Dimension dimension, size_t row, int gap)
{
    if (info(dimension).ofGap && gap < 0)
        return {{}};
    const auto &values = columns.column(dimension).valuesOf(info(dimension).ofGap ? size_t(gap) : row);
    return values.empty() ? SetColumn::Values{{}} : values;
}

class CountsTest : public QObject
{
    Q_OBJECT

private:
    // The units that a filter leaves, found the slow way.
    static std::vector<std::pair<size_t, int>> units(const CatalogueColumns &columns, const Filter &filter)
    {
        std::vector<std::pair<size_t, int>> all, chosen;
        std::set<int> withGaps;
        for (size_t gap = 0; gap < columns.gapIds().size(); ++gap) {
            if (columns.isGapShown(gap)) {
                all.emplace_back(size_t(columns.rowOfGap()[gap]), int(gap));
                withGaps.insert(columns.rowOfGap()[gap]);
            }
        }
        for (size_t row = 0; row < columns.rowIds().size(); ++row) {
            if (columns.isShown(row) && !withGaps.contains(int(row)))
                all.emplace_back(row, -1);
        }
        for (const auto &[row, gap] : all) {
            bool meets = true;
            for (const auto &[dimension, wanted] : filter.values.asKeyValueRange()) {
                bool any = false;
                for (const DimensionValue &value : valuesOr(columns, dimension, row, gap))
                    any = any || wanted.contains(value);
                meets = meets && any;
            }
            if (meets)
                chosen.emplace_back(row, gap);
        }
        return chosen;
    }

private Q_SLOTS:
    void agreesWithTheSlowWay_data()
    {
        QTest::addColumn<QString>("limit");
        for (const char *limit :
             {"", "owner", "owner and needed by", "nobody coded", "element", "not a mismatch"})
            QTest::newRow(*limit ? limit : "none") << QString::fromLatin1(limit);
    }
    void agreesWithTheSlowWay()
    {
        QFETCH(QString, limit);
        TempStudy study;
        fillCoded(study, {.participants = 5, .examples = 60, .seed = 7});
        const CatalogueColumns columns = CatalogueColumns::load(study.db());
        const Codebook codebook = Codebook::read(study.db());
        const DimensionValue role{codebook.inFacet(u"role").first().id.value, 0},
            element{codebook.inFacet(u"element").first().id.value, 0};
        Filter filter;
        if (limit.startsWith(u"owner"))
            filter.toggle(Dimension::Owner, role);
        if (limit.endsWith(u"needed by"))
            filter.toggle(Dimension::NeededBy, {codebook.inFacet(u"role").at(1).id.value, 0});
        if (limit.startsWith(u"nobody"))
            filter.toggle(Dimension::Owner, {});
        if (limit == u"element")
            filter.toggle(Dimension::Element, element);
        if (limit == u"not a mismatch")
            filter = withoutNonMismatches(filter);

        const Selection selection = select(columns, filter);
        const auto expected = units(columns, filter);
        QVERIFY(!expected.empty());
        Distinct all;
        for (const auto &[row, gap] : expected)
            all.add(columns, row, gap);
        QCOMPARE(selection.counts, all.counts());
        for (const auto &[rows, across] : {std::pair(Dimension::ItemElement, Dimension::NeededBy),
                                           std::pair(Dimension::Element, Dimension::Flow),
                                           std::pair(Dimension::ParticipantRole, Dimension::Effect),
                                           std::pair(Dimension::Owner, Dimension::Owner)}) {
            std::map<std::pair<DimensionValue, DimensionValue>, Distinct> cells;
            std::map<DimensionValue, Distinct> down;
            for (const auto &[row, gap] : expected) {
                for (const DimensionValue &r : valuesOr(columns, rows, row, gap)) {
                    down[r].add(columns, row, gap);
                    for (const DimensionValue &c : valuesOr(columns, across, row, gap))
                        cells[{r, c}].add(columns, row, gap);
                }
            }
            const CrossTab table = crossTab(columns, selection, rows, across);
            QCOMPARE(table.total, all.counts());
            QCOMPARE(size_t(table.rows.size()), down.size());
            for (qsizetype r = 0; r < table.rows.size(); ++r) {
                QCOMPARE(table.rowTotals[r], down[table.rows[r]].counts());
                for (qsizetype c = 0; c < table.columns.size(); ++c)
                    QCOMPARE(table.cell(r, c), (cells[{table.rows[r], table.columns[c]}].counts()));
            }
            const QVector<ValueCount> counted = countValues(columns, selection, rows);
            for (qsizetype r = 0; r < table.rows.size(); ++r)
                QCOMPARE(counted[r], (ValueCount{table.rows[r], table.rowTotals[r]}));
        }
    }

    void textChoosesTheGapOrAllOfItsExample()
    {
        TempStudy study;
        fillCoded(study, {.participants = 2, .examples = 20, .seed = 3});
        const CatalogueColumns columns = CatalogueColumns::load(study.db());
        std::map<int, std::vector<size_t>> gapsOfRow;
        for (size_t gap = 0; gap < columns.gapIds().size(); ++gap) {
            if (columns.isGapShown(gap))
                gapsOfRow[columns.rowOfGap()[gap]].push_back(gap);
        }
        for (const auto &[row, gaps] : gapsOfRow) {
            if (gaps.size() < 2)
                continue;
            const Selection own = select(columns, {}, std::vector{columns.gapIds()[gaps[0]]});
            QCOMPARE(own.counts.gaps, 1);
            QCOMPARE(own.counts.examples, 1);
            QCOMPARE(select(columns, {}, std::vector{columns.rowIds()[size_t(row)]}).counts.gaps,
                     int(gaps.size()));
        }
        QCOMPARE(select(columns, {}, std::vector<qint64>{}).counts, UnitCounts{});
        QCOMPARE(select(columns, {}, std::vector<qint64>{1, 2, 3}).counts, UnitCounts{});
    }

    void rankingPutsWhatIsNotCodedLast()
    {
        TempStudy study;
        fillCoded(study);
        const CatalogueColumns columns = CatalogueColumns::load(study.db());
        const QVector<ValueCount> ranked = ranking(columns, select(columns, {}));
        QVERIFY(ranked.size() > 2);
        QCOMPARE(ranked.last().value, DimensionValue{});
        for (qsizetype i = 1; i + 1 < ranked.size(); ++i)
            QVERIFY(ranked[i - 1].counts.participants >= ranked[i].counts.participants);
    }
};
} // namespace

QTEST_GUILESS_MAIN(CountsTest)
#include "test_counts.moc"
