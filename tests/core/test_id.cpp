#include "core/domain/Id.h"
#include "core/domain/IdGenerator.h"

#include <QtTest>

using namespace seamfinder;

class IdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textFormIsPrefixAndThirteenDigits()
    {
        QCOMPARE(toText(ExampleId{1}), QStringLiteral("ex-0000000000001"));
        QCOMPARE(toText(GapId{}), QString());
        QCOMPARE(toText(GapId{std::numeric_limits<qint64>::max()}), QStringLiteral("gap-7zzzzzzzzzzzz"));
    }

    void readsBackWhatItWrote()
    {
        IdGenerator ids;
        for (int i = 0; i < 1000; ++i) {
            const ExampleId id{ids.next()};
            QCOMPARE(fromText<ExampleTag>(toText(id)), std::optional(id));
            QCOMPARE(fromText<ExampleTag>(toText(id).toUpper()), std::optional(id));
        }
    }

    void refusesOtherPrefixesLengthsAndDigits()
    {
        QVERIFY(!fromText<ExampleTag>(u"gap-0000000000001"));
        QVERIFY(!fromText<ExampleTag>(u"ex-000000000001"));
        QVERIFY(!fromText<ExampleTag>(u"ex-u000000000001"));
        QVERIFY(!fromText<ExampleTag>(u"ex-zzzzzzzzzzzzz"));
        QVERIFY(!fromText<ExampleTag>(u""));
    }

    void growsWhenTheClockStandsStillOrGoesBack()
    {
        qint64 now = 1'800'000'000'000;
        IdGenerator ids([&] { return now; });
        qint64 last = 0;
        for (int i = 0; i < 5000; ++i) {
            if (i == 2000)
                now -= 3'600'000;
            const qint64 id = ids.next();
            QVERIFY(id > last);
            last = id;
        }
        QCOMPARE(IdGenerator::timeOf(last), 1'800'000'000'000);
    }

    void staysAboveIdsThatAreTaken()
    {
        IdGenerator ids([] { return qint64(1'800'000'000'000); });
        IdGenerator later([] { return qint64(1'900'000'000'000); });
        const qint64 taken = later.next();
        ids.continueAfter(taken);
        QVERIFY(ids.next() > taken);
    }
};

QTEST_APPLESS_MAIN(IdTest)
#include "test_id.moc"
