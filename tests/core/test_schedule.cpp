#include "core/interview/Schedule.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

/// Set-up (the interviewer's alone), two sections of four minutes, one of one, and a debrief.
Protocol plan()
{
    Protocol protocol;
    for (const int minutes : {0, 4, 4, 1, 0}) {
        Section section;
        section.minutes = minutes;
        section.interviewerOnly = minutes == 0;
        protocol.sections.append(section);
    }
    return protocol;
}

/// Seconds in each section, one after the other; something was answered in these.
InterviewTime spent(const QVector<int> &seconds, const QSet<int> &answered)
{
    InterviewTime time;
    time.isRunning = true;
    qint64 now = 0;
    for (int section = 0; section < int(seconds.size()); ++section) {
        const qint64 end = now + qint64(seconds[section]) * 1000;
        time.stretches.append({now, end, section, QString::number(section)});
        if (answered.contains(section))
            time.moments.append({end, u"answered"_s, QString::number(section), {}, section});
        time.moments.append({end, u"jump"_s, QString::number(section), {}, section});
        now = end;
    }
    return time;
}

} // namespace

/// Whether an interview is behind its plan.
class TestSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isBehind_data()
    {
        QTest::addColumn<QVector<int>>("seconds"); // in set-up, first, second, short, debrief
        QTest::addColumn<QSet<int>>("answered");
        QTest::addColumn<int>("reached"); // -1: none
        QTest::addColumn<bool>("late");
        using Seconds = QVector<int>;
        using Sections = QSet<int>;

        QTest::newRow("nothing yet") << Seconds{} << Sections{} << -1 << false;
        QTest::newRow("as planned") << Seconds{0, 200} << Sections{1} << 1 << false;
        QTest::newRow("too long in the first") << Seconds{0, 250} << Sections{1} << 1 << true;
        QTest::newRow("a long set-up is not the participant's time")
            << Seconds{900, 200} << Sections{0, 1} << 1 << false;
        QTest::newRow("only set up") << Seconds{900} << Sections{0} << -1 << false;
        QTest::newRow("a look ahead is no progress") << Seconds{0, 250, 10} << Sections{1} << 1 << true;
        QTest::newRow("an answer is") << Seconds{0, 250, 10} << Sections{1, 2} << 2 << false;
        QTest::newRow("staying is, too") << Seconds{0, 250, 40} << Sections{1} << 2 << false;
        QTest::newRow("a short section, answered at once")
            << Seconds{0, 230, 290, 5} << Sections{1, 2, 3} << 3 << false;
        QTest::newRow("the same, over its time") << Seconds{0, 230, 310, 5} << Sections{1, 2, 3} << 3 << true;
        QTest::newRow("the debrief is not the participant's time")
            << Seconds{0, 230, 230, 40, 900} << Sections{1, 2, 3, 4} << 3 << false;
    }

    void isBehind()
    {
        QFETCH(QVector<int>, seconds);
        QFETCH(QSet<int>, answered);
        QTEST(sectionReached(plan(), spent(seconds, answered)).value_or(-1), "reached");
        QTEST(runsLate(plan(), spent(seconds, answered)), "late");
    }
};

QTEST_APPLESS_MAIN(TestSchedule)
#include "test_schedule.moc"
