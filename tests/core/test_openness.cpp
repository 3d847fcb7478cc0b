#include "core/domain/Openness.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

class TestOpenness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void open_data()
    {
        QTest::addColumn<OpennessFacts>("facts");
        QTest::addColumn<QString>("expected");
        const OpennessFacts whole{.element = true,
                                  .believedBy = true,
                                  .countedOn = true,
                                  .turnedOut = true,
                                  .effect = true,
                                  .gaps = {{true, true, true}}};
        QTest::newRow("whole") << whole << QString();
        QTest::newRow("nothing")
            << OpennessFacts{}
            << u"open: element, who counted on it, what they counted on, what turned out, "
               "kind of effect, an information gap"_s;
        OpennessFacts facts = whole;
        facts.gaps = {{true, true, true}, {true, false, true}};
        facts.effect = false;
        QTest::newRow("one of two gaps lacks who needed it")
            << facts << u"open: kind of effect, who needed it"_s;
        facts.gaps = {{false, true, true}, {true, false, true}};
        QTest::newRow("each lacks another")
            << facts << u"open: kind of effect, who would tell, who needed it"_s;
        facts.gaps = {{true, true, true}, {true, true, false}};
        QTest::newRow("one of two gaps lacks its kind of information")
            << facts << u"open: kind of effect, kind of information"_s;
        facts = whole;
        facts.likely = true;
        QTest::newRow("likely needs what is feared, not what turned out")
            << facts << u"open: what turned out"_s;
        facts.turnedOut = false;
        facts.feared = true;
        QTest::newRow("likely, feared") << facts << QString();
        facts.likely = false;
        QTest::newRow("feared does not help one that happened") << facts << u"open: what turned out"_s;
        facts = whole;
        facts.gaps.clear();
        QTest::newRow("no gap") << facts << u"open: an information gap"_s;
    }
    void open()
    {
        QFETCH(OpennessFacts, facts);
        QFETCH(QString, expected);
        QCOMPARE(openSentence(openFieldsOf(facts)), expected);
    }

    void bitsAreThoseOfTheDimension()
    {
        for (const OpenField field : openFields()) {
            const OpenFields only = OpenFields(1U << (unsigned(field) - 1U));
            QVERIFY(isOpen(only, field));
            QCOMPARE(openSentence(only), u"open: "_s + label(field));
        }
    }
};

Q_DECLARE_METATYPE(OpennessFacts)

QTEST_GUILESS_MAIN(TestOpenness)
#include "test_openness.moc"
