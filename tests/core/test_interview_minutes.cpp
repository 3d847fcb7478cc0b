#include "core/catalogue/EditInterview.h"
#include "core/catalogue/ReadStudy.h"
#include "core/interview/InterviewMinutes.h"
#include "tests/support/TempStudy.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {
constexpr qint64 start = 1'700'000'000'000, minute = 60'000, day = 24 * (60 * minute);
}

/// The study's page counts an interview's minutes as the interview's own clock does.
class TestInterviewMinutes : public QObject
{
    Q_OBJECT

private:
    test::TempStudy m_file;
    InterviewId m_interview;

    void perform(const std::function<void(Edit &)> &change)
    {
        m_file.writer().perform({u"change"_s}, change);
    }
    [[nodiscard]] std::optional<int> minutes()
    {
        const auto found = minutesTaken(m_file.db(), {m_interview});
        const auto mine = found.constFind(m_interview);
        return mine == found.cend() ? std::nullopt : std::optional(*mine);
    }
    /// A stretch of work that begins at `from` and of which the last thing known is `length` later.
    void work(qint64 from, qint64 length)
    {
        perform([&](Edit &edit) {
            edit.setNow(from);
            const qint64 session = startParadataSession(edit, m_interview);
            addParadata(edit, session, 0, "resume"_L1, {u"walk"_s, {}});
            addParadata(edit, session, length, "answered"_L1, {u"walk"_s, {}});
        });
    }

private Q_SLOTS:
    void init()
    {
        perform([this](Edit &edit) {
            m_interview = createInterview(edit, readProtocolVersions(edit.db()).value(0).id, {});
        });
    }

    void nothingIsKnownOfOneThatIsPlanned() { QVERIFY(!minutes()); }

    void aKilledProgramLeavesNoSittingWithoutAnEnd()
    {
        perform([this](Edit &edit) {
            edit.setNow(start);
            setInterviewState(edit, m_interview, interview_state::inProgress);
        });
        work(start, 10 * minute); // killed after that
        QCOMPARE(minutes(), 10);
        work(start + day, 5 * minute);
        perform([this](Edit &edit) {
            edit.setNow(start + day + 5 * minute);
            setInterviewState(edit, m_interview, interview_state::complete);
        });
        // Not the day in between, which the sitting that was left open spans.
        QCOMPARE(minutes(), 15);
    }

    void withoutParadataSittingsCount()
    {
        perform([this](Edit &edit) {
            edit.setNow(start);
            setInterviewState(edit, m_interview, interview_state::inProgress);
            edit.setNow(start + 40 * minute);
            setInterviewState(edit, m_interview, interview_state::paused);
        });
        QCOMPARE(minutes(), 40);
    }
};

QTEST_GUILESS_MAIN(TestInterviewMinutes)
#include "test_interview_minutes.moc"
