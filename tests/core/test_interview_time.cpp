#include "core/interview/InterviewTime.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

Protocol twoSections()
{
    Protocol protocol;
    for (const QString &key : {u"first"_s, u"second"_s}) {
        Section section;
        section.key = key;
        section.minutes = 5;
        for (const QString &place : {u"1"_s, u"2"_s}) {
            Question question;
            question.name = key + place;
            section.questions.append(question);
        }
        protocol.sections.append(section);
    }
    return protocol;
}

/// "second event question detail" in lines; a line "---" starts another stretch of work.
QVector<ParadataEvent> eventsOf(const QString &script)
{
    QVector<ParadataEvent> events;
    qint64 session = 1;
    for (const QString &line : script.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.trimmed() == "---"_L1) {
            ++session;
            continue;
        }
        const QStringList words = line.simplified().split(u' ');
        ParadataEvent event;
        event.session = session;
        event.time = words[0].toLongLong() * 1000;
        event.event = words.value(1);
        event.place.question = words.value(2);
        event.detail = words.mid(3).join(u' ');
        events.append(event);
    }
    return events;
}

/// "first1 0-60, second1 60-90"
QString stretchesOf(const InterviewTime &time)
{
    QStringList parts;
    for (const InterviewTime::Stretch &each : time.stretches)
        parts << u"%1 %2-%3"_s.arg(each.question).arg(each.from / 1000).arg(each.to / 1000);
    return parts.join(u", "_s);
}

QString pausesOf(const InterviewTime &time)
{
    QStringList parts;
    for (const InterviewTime::Pause &each : time.pauses)
        parts << u"%1-%2 %3"_s.arg(each.from / 1000).arg(each.to / 1000).arg(each.reason).trimmed();
    return parts.join(u", "_s);
}

} // namespace

/// Paradata in, where the time went out.
class TestInterviewTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeOf_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<int>("now"); // seconds; 0: none
        QTest::addColumn<QString>("stretches");
        QTest::addColumn<QString>("pauses");
        QTest::addColumn<int>("first"); // seconds by section
        QTest::addColumn<int>("second");
        QTest::newRow("nothing") << u""_s << 100 << u""_s << u""_s << 0 << 0;
        QTest::newRow("one question") << u"0 begin first1\n0 shown first1\n60 answered first1"_s << 0
                                      << u"first1 0-60"_s << u""_s << 60 << 0;
        QTest::newRow("goes on until now")
            << u"0 begin first1"_s << 30 << u"first1 0-30"_s << u""_s << 30 << 0;
        QTest::newRow("two sections")
            << u"0 begin first1\n20 shown first2\n50 jump second1\n60 answered second1"_s << 0
            << u"first1 0-20, first2 20-50, second1 50-60"_s << u""_s << 50 << 10;
        QTest::newRow("back and forth")
            << u"0 begin first1\n10 jump second1\n15 jump first1\n20 finish first1"_s << 99
            << u"first1 0-10, second1 10-15, first1 15-20"_s << u""_s << 15 << 5;
        QTest::newRow("pause with a reason")
            << u"0 begin first1\n10 pause first1\n12 pause-reason first1 a telephone call\n40 resume first1\n50 shown second1"_s
            << 0 << u"first1 0-10, first1 40-50"_s << u"10-40 a telephone call"_s << 20 << 0;
        QTest::newRow("still paused")
            << u"0 begin first1\n10 pause first1"_s << 99 << u"first1 0-10"_s << u"10-99"_s << 10 << 0;
        QTest::newRow("closed without a pause")
            << u"0 begin first1\n30 shown first2\n---\n1000 jump second1\n1010 answered second1"_s << 0
            << u"first1 0-30, second1 1000-1010"_s << u""_s << 30 << 10;
        QTest::newRow("paused overnight")
            << u"0 begin first1\n10 pause first1\n---\n900 resume first1\n960 finish first1"_s << 0
            << u"first1 0-10, first1 900-960"_s << u"10-900"_s << 70 << 0;
        QTest::newRow("a question that is gone") << u"0 begin gone\n10 shown first1\n15 finish first1"_s << 0
                                                 << u"gone 0-10, first1 10-15"_s << u""_s << 5 << 0;
        QTest::newRow("the clock went back") << u"100 begin first1\n90 shown first2\n120 finish first2"_s << 0
                                             << u"first2 100-120"_s << u""_s << 20 << 0;
    }

    void timeOf()
    {
        QFETCH(QString, script);
        QFETCH(int, now);
        const InterviewTime time = interviewTime(eventsOf(script), twoSections(),
                                                 now ? std::optional(qint64(now) * 1000) : std::nullopt);
        QTEST(stretchesOf(time), "stretches");
        QTEST(pausesOf(time), "pauses");
        const QVector<qint64> used = time.bySection(2);
        QTEST(int(used[0] / 1000), "first");
        QTEST(int(used[1] / 1000), "second");
    }

    void anHourWithoutAnythingIsAnotherSitting()
    {
        const InterviewTime time = interviewTime(
            eventsOf(u"0 begin first1\n60 pause first1\n600 resume first1\n660 shown first2\n---\n"
                     "90000 jump second1\n90030 answered second1"_s),
            twoSections());
        const QVector<InterviewTime::Sitting> sittings = time.sittings();
        QCOMPARE(sittings.size(), 2);
        QCOMPARE(sittings[0].to, 660'000); // ten minutes of a pause are none
        QCOMPARE(sittings[1].from, 90'000'000);
        QCOMPARE(time.total(), 150'000);
        QCOMPARE(time.sittingOffset(600'000), 600'000);
        QCOMPARE(time.sittingOffset(50'000'000), 660'000); // the day in between takes no room
        QCOMPARE(time.sittingOffset(90'010'000), 670'000);
        QCOMPARE(time.sittingAt(90'040'000), 2);
        QCOMPARE(time.sittingAt(180'000'000), 3);
        QCOMPARE(interviewTime({}, twoSections()).sittingAt(5), 1);
    }

    void offsetsIntoTheRecordingThatRan()
    {
        const InterviewTime time = interviewTime(
            eventsOf(u"0 begin first1\n10 recording first1\n50 recording first2\n60 finish first2"_s),
            twoSections());
        QVERIFY(!time.recordingOffset(9'999));
        QCOMPARE(time.recordingOffset(10'000), 0);
        QCOMPARE(time.recordingOffset(49'000), 39'000);
        QCOMPARE(time.recordingOffset(55'000), 5'000);
    }

    void aRecordingLastsNoLongerThanItsSitting()
    {
        const InterviewTime time = interviewTime(
            eventsOf(
                u"0 begin first1\n10 recording first1\n60 pause first1\n600 resume first1\n660 shown first2\n"
                "---\n90000 jump second1\n90030 answered second1\n90100 recording second1\n"
                "90200 finish second1\n90300 changed second1"_s),
            twoSections());
        QCOMPARE(time.recordingOffset(300'000), 290'000); // ten minutes of a pause: the recorder ran on
        QCOMPARE(time.recordingOffset(660'000), 650'000);
        QVERIFY(!time.recordingOffset(90'000'000)); // the next day
        QVERIFY(!time.recordingOffset(90'030'000));
        QCOMPARE(time.recordingOffset(90'150'000), 50'000);
        QCOMPARE(time.recordingOffset(90'200'000), 100'000);
        QVERIFY(!time.recordingOffset(90'300'000)); // the conversation was over
    }

    void aRecordingLastsUntilItIsSaidToStop_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<int>("offset"); // at 100 seconds; -1: none
        const auto row = [](const char *name, const QString &script, int offset) {
            QTest::newRow(name) << u"0 begin first1\n10 recording first1\n"_s + script << offset;
        };
        row("stopped", u"50 recording first1 stops\n99 shown first2"_s, -1);
        row("stopped by mistake",
            u"50 recording first1 stops\n60 recording first1 goes-on\n99 shown first2"_s, 90);
        row("another one", u"50 recording first1 stops\n60 recording first1\n99 shown first2"_s, 40);
        row("finished and soon opened again", u"50 finish first1\n70 resume first1\n99 shown first2"_s, 90);
        row("finished", u"50 finish first1\n99 changed first2"_s, -1);
        row("finished twice", u"50 finish first1\n51 finish first1\n70 resume first1\n99 shown first2"_s, 90);
        row("stopped by mistake, finished and opened again",
            u"40 recording first1 stops\n50 finish first1\n60 recording first1 goes-on\n70 resume first1\n"
            "99 shown first2"_s,
            90);
        row("stopped, finished and opened again",
            u"40 recording first1 stops\n50 finish first1\n70 resume first1\n99 shown first2"_s, -1);
    }
    void aRecordingLastsUntilItIsSaidToStop()
    {
        QFETCH(QString, script);
        QFETCH(int, offset);
        const auto found = interviewTime(eventsOf(script), twoSections()).recordingOffset(100'000);
        QCOMPARE(found ? int(*found / 1000) : -1, offset);
    }

    void aRecordingOfAFinishedConversationIsOverTheNextDay()
    {
        const InterviewTime time =
            interviewTime(eventsOf(u"0 begin first1\n10 recording first1\n50 finish first1\n"
                                   "90000 resume first1\n90010 shown first2"_s),
                          twoSections());
        QVERIFY(!time.recordingOffset(90'005'000));
    }

    void aRecordingMayStartBeforeTheConversation()
    {
        const InterviewTime time = interviewTime(
            eventsOf(u"0 recording first1\n30 begin first1\n9000 shown first2"_s), twoSections());
        QCOMPARE(time.recordingOffset(20'000), 20'000);
        QCOMPARE(time.recordingOffset(9'000'000), 9'000'000); // one long talk is one sitting
    }
};

QTEST_APPLESS_MAIN(TestInterviewTime)
#include "test_interview_time.moc"
