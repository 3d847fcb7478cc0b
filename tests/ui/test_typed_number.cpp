#include "ui/interview/TypedNumber.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// A number that was said, at choices that are ranges.
class TestTypedNumber : public QObject
{
    Q_OBJECT

    static QStringList sizes()
    {
        return {u"1 to 9 people"_s, u"10 to 49 people"_s, u"50 to 249 people"_s, u"250 to 999 people"_s,
                u"1000 people or more"_s};
    }

private Q_SLOTS:
    void ranges_data()
    {
        QTest::addColumn<QStringList>("labels");
        QTest::addColumn<qint64>("number");
        QTest::addColumn<int>("choice");
        const auto row = [](const char *name, const QStringList &labels, qint64 number, int choice) {
            QTest::newRow(name) << labels << number << choice;
        };
        row("first", sizes(), 9, 0);
        row("second", sizes(), 10, 1);
        row("in the middle", sizes(), 100, 2);
        row("open end", sizes(), 250'000, 4);
        row("none", sizes(), 0, -1);
        row("French",
            {u"De 1 à 9 personnes"_s, u"De 250 à 999 personnes"_s, u"1\u00a0000 personnes ou plus"_s}, 1200,
            2);
        row("German", {u"1 bis 9 Personen"_s, u"10 bis 1.999 Personen"_s, u"2.000 Personen oder mehr"_s},
            1500, 1);
        row("beside one without a number", QStringList{u"Not known"_s} + sizes(), 12, 2);
        row("steps of a scale", {u"1  not at all"_s, u"2"_s, u"3"_s, u"4  very much"_s}, 12, -1);
        row("not in order", {u"10 to 49"_s, u"1 to 9"_s}, 12, -1);
        row("no numbers", {u"Yes"_s, u"No"_s}, 12, -1);
        row("nothing", {}, 12, -1);
    }
    void ranges()
    {
        QFETCH(QStringList, labels);
        QFETCH(qint64, number);
        QTEST(rangeOf(number, labels), "choice");
    }

    void theFirstDigitIsAPlaceAndMoreAreANumber()
    {
        TypedNumber number;
        QCOMPARE(number.choiceFor(1, sizes()), -1);
        QCOMPARE(number.choiceFor(2, sizes()), 1);
        QCOMPARE(number.choiceFor(0, sizes()), 2);
    }

    void whereNoPlaceIsMeantItIsTheNumber()
    {
        QCOMPARE(TypedNumber().choiceFor(7, sizes()), 0);
        QCOMPARE(TypedNumber().choiceFor(7, {u"Yes"_s, u"No"_s}), -1);
    }

    void noNumberBeginsWithNoughtOrGoesOnForEver()
    {
        TypedNumber number;
        QCOMPARE(number.choiceFor(0, sizes()), -1);
        QCOMPARE(number.choiceFor(2, sizes()), -1); // the place of the second
        for (int i = 0; i < 40; ++i)
            QVERIFY(number.choiceFor(5, sizes()) != 0);
    }

    void afterAPauseANewOneBegins()
    {
        TypedNumber number;
        QCOMPARE(number.choiceFor(2, sizes()), -1);
        QTest::qWait(1000);
        QCOMPARE(number.choiceFor(3, sizes()), -1); // the third, instead of the second
    }
};

QTEST_MAIN(TestTypedNumber)
#include "test_typed_number.moc"
