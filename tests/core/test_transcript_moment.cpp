#include "core/interview/InterviewTime.h"
#include "core/interview/TranscriptMoment.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// What a transcript says at the moment of a mark.
class TestTranscriptMoment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("seconds"); // into the recording; -1: not known
        QTest::addColumn<double>("share");
        QTest::addColumn<QString>("found"); // with ~ before it where it is about there
        const QString minutes = u"[00:00] Q: Hello.\n[00:12] A: The data changed.\n[01:30] Q: And then?\n"_s;
        QTest::newRow("at its start") << minutes << 12 << 0.9 << u"[00:12] A: The data changed."_s;
        QTest::newRow("within") << minutes << 89 << 0.0 << u"[00:12] A: The data changed."_s;
        QTest::newRow("behind the last time") << minutes << 4000 << 0.0 << u"[01:30] Q: And then?"_s;
        QTest::newRow("hours and parts of seconds")
            << u"1\n01:00:00,500 --> 01:00:04,000\nFirst.\n\n2\n01:00:04,000 --> 01:00:08,000\nSecond.\n"_s
            << 3602 << 0.0 << u"01:00:00,500 --> 01:00:04,000\nFirst.\n\n2"_s;
        QTest::newRow("before the first time")
            << u"A: Early.\n[00:30] A: Later.\n[00:40] A: Last.\n"_s << 5 << 0.0 << u"~A: Early."_s;
        QTest::newRow("times but no recording") << minutes << -1 << 0.0 << u"~[00:00] Q: Hello."_s;
        const QString plain = u"Q: One?\n\nA: Two.\n\nQ: Three?\n\nA: Four.\n"_s;
        QTest::newRow("no times, the beginning") << plain << -1 << 0.0 << u"~Q: One?"_s;
        QTest::newRow("no times, the middle") << plain << 500 << 0.4 << u"~A: Two."_s;
        QTest::newRow("no times, the end") << plain << -1 << 1.0 << u"~A: Four."_s;
        QTest::newRow("beyond the end") << plain << -1 << 7.0 << u"~A: Four."_s;
        QTest::newRow("times that go back are none")
            << u"10:30 is when we met.\nA: x\n09:15 was earlier.\nA: y\nA: z\n"_s << 40000 << 0.0
            << u"~10:30 is when we met."_s;
        QTest::newRow("one time is none")
            << u"12:30 we ate.\nThat was all."_s << 99999 << 0.5 << u"~12:30 we ate.\nThat was all."_s;
        QTest::newRow("no speakers") << u"Just prose, 😀 all of it."_s << -1 << 0.5
                                     << u"~Just prose, 😀 all of it."_s;
        QTest::newRow("nothing") << u" \n\n"_s << 3 << 0.5 << QString();
        QTest::newRow("empty") << QString() << -1 << 0.0 << QString();
    }

    void finds()
    {
        QFETCH(QString, text);
        QFETCH(int, seconds);
        QFETCH(double, share);
        QFETCH(QString, found);
        MomentOfTalk moment{{}, share};
        if (seconds >= 0)
            moment.recordingOffset = seconds * 1000;
        const auto place = transcriptMoment(text, moment);
        QCOMPARE(place.has_value(), !found.isEmpty());
        if (place)
            QCOMPARE((place->exact ? QString() : u"~"_s) +
                         text.sliced(place->start, place->end - place->start),
                     found);
    }

    void pausesAreNoTalk()
    {
        InterviewTime time;
        time.stretches = {{1000, 2000, 0, u"a"_s},
                          {5000, 8000, 0, u"b"_s}}; // a pause of three seconds between
        const auto share = [&time](qint64 moment) { return momentOfTalk(time, moment).share; };
        QCOMPARE(share(0), 0.0);
        QCOMPARE(share(2000), 0.25);
        QCOMPARE(share(4000), 0.25);
        QCOMPARE(share(6000), 0.5);
        QCOMPARE(share(99000), 1.0);
        QCOMPARE(momentOfTalk({}, 6000).share, 0.0);
    }

    void whatWasNotRecordedIsNotInTheTranscript()
    {
        InterviewTime time;
        time.stretches = {{1000, 2000, 0, u"a"_s}, {5000, 8000, 0, u"b"_s}};
        time.recordings = {6000}; // two of four seconds had passed
        const auto share = [&time](qint64 moment) { return momentOfTalk(time, moment).share; };
        QCOMPARE(share(1500), 0.0);
        QCOMPARE(share(6000), 0.0);
        QCOMPARE(share(7000), 0.5);
        QCOMPARE(share(8000), 1.0);
        QVERIFY(!momentOfTalk(time, 5500).recordingOffset);
        QCOMPARE(momentOfTalk(time, 7000).recordingOffset, 1000);
        time.recordings = {8000};
        QCOMPARE(share(8000), 0.0); // nothing was recorded yet
    }
};

QTEST_GUILESS_MAIN(TestTranscriptMoment)
#include "test_transcript_moment.moc"
