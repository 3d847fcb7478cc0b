#include "core/catalogue/CatalogueColumns.h"
#include "core/catalogue/CatalogueOrder.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditInterview.h"
#include "core/domain/Fields.h"
#include "tests/support/CodedStudy.h"

#include <algorithm>
#include <QtTest>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

namespace {
class SearchTest : public QObject
{
    Q_OBJECT

private:
    TempStudy m_study;
    ExampleId m_weather, m_rates;
    GapId m_gap;

private Q_SLOTS:
    void initTestCase()
    {
        m_study.writer().perform({u"fill"_s}, [&](Edit &edit) {
            const InterviewId interview = createInterview(edit, {}, {});
            setAnswerNote(edit, interview, {u"q1"_s, {}}, u"weather in an answer"_s);
            addTranscript(edit, interview, u"t"_s, u"weather in a transcript"_s);
            m_weather = createExample(edit, {});
            setValue(edit, fields::example::countedOn, m_weather.value,
                     u"Weather data café \"raw\" foo-bar NEAR"_s);
            m_rates = createExample(edit, {});
            setValue(edit, fields::example::turnedOut, m_rates.value, u"the raw weathered rates"_s);
            m_gap = createGap(edit, m_rates);
            setValue(edit, fields::gap::information, m_gap.value, u"sampling interval"_s);
            addEvidence(edit, m_gap.value, {.quote = u"we never heard of hysteresis"_s}, "supports"_L1);
        });
    }

    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hits");
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("blanks") << u" \t\n"_s << u""_s;
        QTest::newRow("prefix, not answers or transcripts") << u"weath"_s << u"we ra"_s;
        QTest::newRow("all words") << u"weather caf"_s << u"we"_s;
        QTest::newRow("accents and case") << u"CAFE"_s << u"we"_s;
        QTest::newRow("phrase") << u"\"raw weathered\""_s << u"ra"_s;
        QTest::newRow("phrase is exact") << u"\"raw weather\""_s << u""_s;
        QTest::newRow("open phrase") << u"\"raw weath"_s << u"ra"_s;
        QTest::newRow("typographic quotes") << u"“raw weathered”"_s << u"ra"_s;
        QTest::newRow("gap") << u"sampl inter"_s << u"gap"_s;
        QTest::newRow("evidence") << u"hyster"_s << u"gap"_s;
        QTest::newRow("operators are words") << u"NEAR"_s << u"we"_s;
        QTest::newRow("not an operator") << u"weather NOT raw"_s << u""_s;
        QTest::newRow("column syntax") << u"text:weather"_s << u""_s;
        QTest::newRow("hyphen") << u"foo-ba"_s << u"we"_s;
        QTest::newRow("syntax") << u"weather ) ( * ^ -- ' ; {} + :"_s << u"we ra"_s;
        QTest::newRow("only syntax") << u"*()\"\"\"'^-"_s << u""_s;
        QTest::newRow("emoji") << u"🦊"_s << u""_s;
        QTest::newRow("right to left") << u"مرحبا"_s << u""_s;
        QTest::newRow("zero byte") << u"weather"_s + QChar(0) + u"café"_s << u"we"_s;
        QTest::newRow("very many words") << u"weather "_s.repeated(5000) << u"we ra"_s;
        QTest::newRow("one long word") << u"w"_s.repeated(100'000) << u""_s;
    }
    void finds()
    {
        QFETCH(QString, text);
        QFETCH(QString, hits);
        std::vector<qint64> expected;
        for (const QString &name : hits.split(u' ', Qt::SkipEmptyParts))
            expected.push_back(name == u"we" ? m_weather.value : name == u"ra" ? m_rates.value : m_gap.value);
        QCOMPARE(searchText(m_study.db(), text), expected);
        std::vector<qint64> newest = searchText(m_study.db(), text, 10);
        QVERIFY(std::is_sorted(newest.rbegin(), newest.rend()));
        std::sort(newest.begin(), newest.end());
        QCOMPARE(newest, expected);
        QVERIFY(searchText(m_study.db(), text, 1).size() <= 1);
    }

    void manyHitsAreTheSameHits()
    {
        TempStudy study;
        study.writer().perform({u"many"_s}, [&](Edit &edit) {
            for (int i = 0; i < 20'500; ++i)
                setValue(edit, fields::example::title, createExample(edit, {}).value, u"common"_s);
            addEvidence(edit, createGap(edit, {}).value, {.quote = u"common"_s}, "supports"_L1);
        });
        QCOMPARE(searchText(study.db(), u"common"_s).size(), size_t(20'501));
    }

    void everyOrderHasEveryRowOnce()
    {
        TempStudy study;
        fillCoded(study);
        const CatalogueColumns columns = CatalogueColumns::load(study.db());
        std::vector<qint64> shown;
        for (size_t row = 0; row < columns.rowIds().size(); ++row) {
            if (columns.isShown(row))
                shown.push_back(columns.rowIds()[row]);
        }
        QVERIFY(shown.size() > 30);
        for (int key = 0; key <= int(SortKey::Open); ++key) {
            std::vector<CatalogueRow> up = readOrder(study.db(), SortKey(key), Qt::AscendingOrder);
            QCOMPARE(up, readOrder(study.db(), SortKey(key), Qt::AscendingOrder, &columns));
            std::vector<CatalogueRow> down = readOrder(study.db(), SortKey(key), Qt::DescendingOrder);
            std::reverse(down.begin(), down.end());
            QCOMPARE(up, down);
            std::vector<qint64> ids;
            for (const CatalogueRow &row : up) {
                ids.push_back(row.id);
                QCOMPARE(row.isNeed, columns.isNeed(size_t(columns.findRow(row.id))));
            }
            std::sort(ids.begin(), ids.end());
            QCOMPARE(ids, shown);
        }
    }
};
} // namespace

QTEST_GUILESS_MAIN(SearchTest)
#include "test_search.moc"
