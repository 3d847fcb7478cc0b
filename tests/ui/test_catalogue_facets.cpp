#include "ui/catalogue/FacetModel.h"
#include "ui/catalogue/FilterChips.h"
#include "ui/common/StudyNames.h"

#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/StudySession.h"
#include "tests/support/TempStudy.h"
#include "ui/common/Chip.h"
#include "ui/common/CodebookCache.h"

#include <QAbstractItemModelTester>
#include <QFrame>
#include <QSignalSpy>
#include <QTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// The lines of the facet panel and the chips: what is shown for which counts and filter, without a window.
class TestCatalogueFacets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_study = std::make_unique<test::TempStudy>();
        m_codebook = Codebook::read(m_study->db());
        m_names = std::make_shared<const DimensionLabels>(DimensionLabels::read(m_study->db()));
    }

    void valuesStandInCodebookOrderAndNoneLast();
    void whatLimitsIsNeverHidden();
    void longFacetsAreCut();
    void typingFindsValuesInFoldedFacets_data();
    void typingFindsValuesInFoldedFacets();
    void chipsSayThatGapFiltersHoldTogether();
    void aChipThatRemovesItselfSurvives();

private:
    [[nodiscard]] DimensionValue term(QLatin1StringView facet, int place) const
    {
        return {m_codebook.inFacet(QString(facet)).at(place).id.value, 0};
    }
    [[nodiscard]] static QStringList lines(const FacetModel &model)
    {
        QStringList result;
        for (int row = 0; row < model.rowCount(); ++row) {
            const FacetModel::Line &line = model.line(row);
            if (line.kind == FacetModel::Value)
                result << u"%1 %2"_s.arg(line.text).arg(line.counts.examples);
            else if (line.kind == FacetModel::More)
                result << u"+%1"_s.arg(line.number);
        }
        return result;
    }

    std::unique_ptr<test::TempStudy> m_study;
    Codebook m_codebook;
    std::shared_ptr<const DimensionLabels> m_names;
};

void TestCatalogueFacets::valuesStandInCodebookOrderAndNoneLast()
{
    FacetModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNames(m_names);
    model.setUnfolded(QSet{Dimension::Effect});
    const DimensionValue second = term("effect"_L1, 1);
    const DimensionValue first = term("effect"_L1, 0);
    model.setCounts({{Dimension::Effect, {{{}, {1, 7, 0}}, {second, {1, 2, 3}}, {first, {1, 1, 1}}}}});
    const QStringList expected{m_names->label(Dimension::Effect, first) + u" 1"_s,
                               m_names->label(Dimension::Effect, second) + u" 2"_s,
                               m_names->label(Dimension::Effect, {}) + u" 7"_s};
    QCOMPARE(lines(model), expected);
    QVERIFY(model.wanted() == QVector<Dimension>{Dimension::Effect});
}

void TestCatalogueFacets::whatLimitsIsNeverHidden()
{
    FacetModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNames(m_names);
    model.setUnfolded(QSet<Dimension>{});
    const DimensionValue chosen = term("effect"_L1, 3);
    model.setCounts({{Dimension::Effect, {{term("effect"_L1, 0), {1, 5, 0}}}}});
    QVERIFY(lines(model).isEmpty());
    Filter filter;
    filter.toggle(Dimension::Effect, chosen);
    model.setFilter(filter);
    // Folded, and not among the counts: it stands there all the same, with a zero.
    QCOMPARE(lines(model), QStringList{m_names->label(Dimension::Effect, chosen) + u" 0"_s});
    QVERIFY(model.wanted().contains(Dimension::Effect));
    const int row = model.rowOf(Dimension::Effect, chosen);
    QVERIFY(row >= 0);
    QCOMPARE(model.data(model.index(row), Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
}

void TestCatalogueFacets::longFacetsAreCut()
{
    FacetModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNames(m_names);
    model.setUnfolded(QSet{Dimension::Item});
    QVector<ValueCount> counts;
    const QVector<Term> items = m_codebook.inFacet(u"information-item");
    QVERIFY(items.size() > 20);
    for (const Term &item : items)
        counts.append(ValueCount{{item.id.value, 0}, {1, 1, 1}});
    model.setCounts({{Dimension::Item, counts}});
    QCOMPARE(lines(model).size(), 13);
    QCOMPARE(lines(model).last(), u"+%1"_s.arg(items.size() - 12));
    model.showAllOf(Dimension::Item);
    QCOMPARE(lines(model).size(), items.size());
    model.setUnfolded(Dimension::Item, false);
    QVERIFY(lines(model).isEmpty());
    // A chosen value far down moves the cut.
    Filter filter;
    filter.toggle(Dimension::Item, {items[17].id.value, 0});
    model.setFilter(filter);
    model.setUnfolded(Dimension::Item, true);
    QCOMPARE(lines(model).size(), 19);
}

void TestCatalogueFacets::typingFindsValuesInFoldedFacets_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("found"); // -1: at least one
    QTest::newRow("nothing") << QString() << 0;
    QTest::newRow("blank") << u"   "_s << 0;
    QTest::newRow("no such value") << u"zzzqqq"_s << 0;
    QTest::newRow("emoji") << u"🥐"_s << 0;
    QTest::newRow("case") << u"DEL"_s << -1;
    QTest::newRow("name of the facet") << u"effect"_s << -1;
}

void TestCatalogueFacets::typingFindsValuesInFoldedFacets()
{
    QFETCH(QString, typed);
    QFETCH(int, found);
    FacetModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNames(m_names);
    model.setUnfolded(QSet<Dimension>{});
    QVector<ValueCount> counts;
    for (const Term &one : m_codebook.inFacet(u"effect"))
        counts.append(ValueCount{{one.id.value, 0}, {1, 1, 0}});
    model.setCounts({{Dimension::Effect, counts}});
    model.setTyped(typed);
    if (found < 0)
        QVERIFY(!lines(model).isEmpty());
    else
        QCOMPARE(lines(model).size(), found);
    model.setTyped({});
    QVERIFY(lines(model).isEmpty());
}

void TestCatalogueFacets::chipsSayThatGapFiltersHoldTogether()
{
    StudySession session(m_study->take());
    CodebookCache codebook(session);
    StudyNames names(session);
    QSignalSpy read(&names, &StudyNames::changed);
    FilterChips chips(names);
    QVERIFY(chips.isHidden());
    QVERIFY(read.wait());
    Filter filter;
    filter.text = u" two  words "_s;
    filter.toggle(Dimension::Effect, term("effect"_L1, 0));
    filter.toggle(Dimension::Effect, term("effect"_L1, 1));
    chips.setFilter(filter);
    QVERIFY(!chips.findChild<QFrame *>(u"oneGap"_s));
    filter.toggle(Dimension::Owner, term("role"_L1, 0));
    filter.toggle(Dimension::NeededBy, term("role"_L1, 1));
    chips.setFilter(filter);
    auto *gap = chips.findChild<QFrame *>(u"oneGap"_s);
    QVERIFY(gap);
    QCOMPARE(gap->findChildren<Chip *>().size(), 2);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QStringList texts;
    for (const Chip *chip : chips.findChildren<Chip *>())
        texts << chip->text();
    QVERIFY(texts.contains(u"Text: two words"_s));
    QVERIFY(texts.contains(u"or "_s + names.label(Dimension::Effect, term("effect"_L1, 1))));
    QVERIFY(!chips.isHidden());
}

void TestCatalogueFacets::aChipThatRemovesItselfSurvives()
{
    StudySession session(m_study->take());
    CodebookCache codebook(session);
    StudyNames names(session);
    FilterChips chips(names);
    Filter filter;
    filter.toggle(Dimension::Effect, term("effect"_L1, 0));
    filter.toggle(Dimension::Tag, {});
    chips.setFilter(filter);
    connect(&chips, &FilterChips::removed, &chips, [&](Dimension dimension, DimensionValue value) {
        filter.toggle(dimension, value);
        chips.setFilter(filter);
    });
    chips.show();
    for (int left = 2; left > 0; --left) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QTRY_COMPARE(chips.findChildren<Chip *>().size(), left);
        Chip *first = chips.findChildren<Chip *>().first();
        QTRY_VERIFY(first->isVisible());
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Delete);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(filter.values.size(), left - 1);
    }
    QVERIFY(chips.isHidden());
}

QTEST_MAIN(TestCatalogueFacets)
#include "test_catalogue_facets.moc"
