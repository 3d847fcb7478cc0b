#include "core/catalogue/EditStudy.h"
#include "core/interview/FinishWalk.h"
#include "core/interview/InterviewPlace.h"
#include "core/interview/InterviewSession.h"
#include "core/interview/ProtocolMove.h"
#include "tests/support/InterviewFile.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// The way through the finish queue, and what the interview is called meanwhile.
class TestFinishWalk : public test::InterviewFile
{
    Q_OBJECT

private:
    void star()
    {
        m_interview->mark(MarkKind::Star, {});
        settle();
    }
    ExampleId makeExampleOf(const Mark &mark)
    {
        const auto made = std::make_shared<ExampleId>();
        m_interview->makeExampleOf(mark, {}, [made](qint64 id) { *made = ExampleId{id}; });
        settle();
        return *made;
    }
    static QString count(const FinishWalk &walk)
    {
        return u"%1 of %2"_s.arg(walk.number()).arg(walk.count());
    }

private Q_SLOTS:
    void theCountGoesForwardAsExamplesAreMade()
    {
        star();
        star();
        m_interview->finish();
        settle();
        FinishWalk walk(*m_interview);
        walk.begin();
        const int before = walk.count();
        QVERIFY(before >= 2);
        QCOMPARE(walk.number(), 1);
        QVERIFY(!walk.canGoBack());
        const ExampleId made = makeExampleOf(*walk.mark());
        walk.settle({.example = made, .isNew = true});
        walk.renew();
        QCOMPARE(count(walk), u"1 of %1"_s.arg(before + 1));
        QCOMPARE(walk.outcome().example, made);
        walk.next();
        QCOMPARE(count(walk), u"2 of %1"_s.arg(before + 1));
        QVERIFY(walk.mark());
        QVERIFY(!walk.outcome().example);
        walk.back(); // to what was just done
        QCOMPARE(count(walk), u"1 of %1"_s.arg(before + 1));
        QCOMPARE(walk.outcome().example, made);
        QVERIFY(walk.outcome().isNew);
        QVERIFY(!walk.canGoBack());
        walk.next();
        QCOMPARE(count(walk), u"2 of %1"_s.arg(before + 1));
        m_interview->setMarkDone(walk.mark()->id, true);
        walk.settle();
        walk.next(); // the file need not say so yet
        QCOMPARE(count(walk), u"3 of %1"_s.arg(before + 1));
        QCOMPARE(walk.here()->example, made);
        for (int i = 0; i < 10 && !walk.isAtEnd(); ++i)
            walk.next();
        QVERIFY(walk.isAtEnd());
        QVERIFY(walk.canGoBack());
    }

    void anExampleThatIsGoneIsNoStop()
    {
        star();
        m_interview->finish();
        settle();
        FinishWalk walk(*m_interview);
        walk.begin();
        const int before = walk.count();
        makeExampleOf(*walk.mark());
        walk.settle();
        walk.renew();
        QCOMPARE(walk.count(), before + 1);
        m_study->undo();
        QTRY_VERIFY(m_interview->data().examples.isEmpty());
        QVERIFY(!walk.dropLost()); // it was not here
        QCOMPARE(walk.count(), before);
        walk.next();
        QVERIFY(walk.goToReopenedMark({}));
        QCOMPARE(count(walk), u"1 of %1"_s.arg(before));
        QVERIFY(!walk.goToReopenedMark({}));
    }

    void whatIsRedoneIsSettledAgain()
    {
        star();
        star();
        m_interview->createExample();
        settle();
        m_interview->finish();
        settle();
        FinishWalk walk(*m_interview);
        walk.begin();
        const ExampleId example = m_interview->data().examples.first().exampleId();
        const Mark mark = *walk.mark();
        m_interview->makeEvidenceOf(mark, {.quote = u"It broke"_s}, example.value);
        settle();
        walk.settle({.example = example});
        walk.next();
        QVERIFY(!walk.settleRedone());
        m_study->undo();
        QTRY_VERIFY(!m_interview->data().marks.first().done);
        QVERIFY(walk.goToReopenedMark({}));
        QVERIFY(!walk.outcome().example);
        QVERIFY(!walk.settleRedone());
        m_study->redo();
        QTRY_VERIFY(m_interview->data().marks.first().done);
        QVERIFY(walk.settleRedone());
        QCOMPARE(walk.outcome().example, example);
        QVERIFY(!walk.outcome().isNew);
        walk.next();
        QVERIFY(walk.mark() && walk.mark()->id != mark.id);
    }

    void theOneThatIsGoneIsLeft()
    {
        m_interview->createExample();
        m_interview->createExample();
        settle();
        m_interview->finish();
        settle();
        FinishWalk walk(*m_interview);
        walk.begin();
        walk.next();
        const ExampleId second = m_interview->data().examples.last().exampleId();
        QCOMPARE(walk.here()->example, second);
        QVERIFY(walk.isAt({.isHere = true, .example = second, .question = {}}));
        const int before = walk.count();
        m_study->perform({u"bin"_s}, [second](Edit &edit) { deleteExample(edit, second); });
        m_study->flush();
        QTRY_COMPARE(m_interview->data().examples.size(), 1);
        QVERIFY(walk.dropLost());
        QCOMPARE(walk.count(), before - 1);
        QVERIFY(walk.isAtEnd() || walk.here()->example != second);
    }

    void finishingIsNotComplete()
    {
        m_interview->complete(); // not while it is held
        m_interview->setLocked(true);
        settle();
        QCOMPARE(m_interview->state(), QString(interview_state::inProgress));
        QVERIFY(!m_interview->isLocked());
        m_interview->finish();
        settle();
        QCOMPARE(m_interview->state(), QString(interview_state::finishing));
        QVERIFY(m_interview->isOver());
        QCOMPARE(m_interview->stage(), CodingStage::After);
        QVERIFY(!whyNotMoved(m_interview->data().interview).isEmpty());
        const auto finished = m_interview->data().interview.finished;
        QVERIFY(finished);
        m_interview->begin(); // opened again another day
        settle();
        QCOMPARE(m_interview->state(), QString(interview_state::finishing));
        QTest::qWait(5);
        m_interview->complete();
        settle();
        QCOMPARE(m_interview->state(), QString(interview_state::complete));
        QCOMPARE(m_interview->data().interview.finished, finished);
        m_study->undo();
        QTRY_COMPARE(m_interview->state(), QString(interview_state::finishing));
        m_interview->reopen();
        settle();
        QCOMPARE(m_interview->state(), QString(interview_state::inProgress));
        QVERIFY(!m_interview->data().interview.finished);
    }

    void anUndoneFinishGoesOnWithTheClock()
    {
        m_interview->finish();
        settle();
        QVERIFY(!m_interview->time().isRunning);
        m_study->undo();
        QTRY_COMPARE(m_interview->state(), QString(interview_state::inProgress));
        settle();
        QVERIFY(m_interview->time().isRunning);
        const qint64 passed = m_interview->time().total();
        QTest::qWait(20);
        QVERIFY(m_interview->time().total() > passed);
        QVERIFY(m_study->nextRedo()); // the clock is no step of its own
        m_study->redo();
        QTRY_VERIFY(m_interview->isOver());
        settle();
        QVERIFY(!m_interview->time().isRunning);
    }

    void lockingSaysThatItIsComplete()
    {
        m_interview->finish();
        settle();
        m_interview->setLocked(true);
        QTRY_VERIFY(m_interview->isLocked());
        QCOMPARE(m_interview->state(), QString(interview_state::complete));
        FinishWalk walk(*m_interview);
        walk.begin();
        QVERIFY(walk.isAtEnd() && walk.isEmpty());
        m_study->undo(); // both, in one step
        QTRY_VERIFY(!m_interview->isLocked());
        QCOMPARE(m_interview->state(), QString(interview_state::finishing));
    }

    void anExampleOfAMarkIsWhoSaidIt()
    {
        ParticipantId second;
        m_study->perform({u"second"_s},
                         [&second](Edit &edit) { second = createParticipant(edit, u"P02"_s); });
        m_study->flush();
        m_interview->addParticipant(second);
        star();
        const Mark mark = m_interview->data().marks.first();
        m_interview->makeExampleOf(mark, {.quote = u"It broke"_s, .speaker = second});
        settle();
        QCOMPARE(m_interview->data().examples.first().participant, second);
    }
};

QTEST_GUILESS_MAIN(TestFinishWalk)
#include "test_finish_walk.moc"
