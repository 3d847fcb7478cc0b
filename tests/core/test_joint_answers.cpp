#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/EditPeople.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ErasedRows.h"
#include "core/catalogue/ReadMarks.h"
#include "core/domain/Fields.h"
#include "tests/support/InterviewFile.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// What two participants of one interview say: when a question to each is answered, and whose an example and
/// what stands in it are.
class TestJointAnswers : public test::InterviewFile
{
    Q_OBJECT

private:
    const QuestionRef m_years{u"years"_s, {}};

    void addSecond()
    {
        m_interview->addParticipant({});
        settle();
        QCOMPARE(m_interview->data().interview.participants.size(), 2);
    }
    [[nodiscard]] ParticipantId participant(int place) const
    {
        return m_interview->data().interview.participants.value(place);
    }
    [[nodiscard]] const ExampleRecord &example() const { return m_interview->data().examples.first(); }
    /// Told by the first of them, beside a question that is not about examples.
    void noteExample()
    {
        m_interview->setSpeaker(m_ref, participant(0));
        m_interview->createExample();
        settle();
        m_study->perform({u"told"_s}, [id = example().id](Edit &edit) {
            setValue(edit, fields::example::title, id, u"History"_s);
            setValue(edit, fields::example::countedOn, id, u"history never changing"_s);
        });
        settle();
    }
    void lookAtClosely()
    {
        m_interview->addInstance({u"headlines"_s, {}});
        settle();
        m_interview->answer({u"headline-picks"_s, {}}, Value::keys({crockford(example().id)}));
        settle();
    }
    [[nodiscard]] bool isAnswered(const QuestionRef &ref) const
    {
        return m_interview->flow().steps()[m_interview->flow().indexOf(ref)].answered;
    }

private Q_SLOTS:
    void aQuestionToEachIsAnsweredWhenAllHave()
    {
        addSecond();
        m_interview->setSpeaker(m_years, participant(1));
        m_interview->answer(m_years, Value::number(7));
        settle();
        QVERIFY(!isAnswered(m_years));
        m_interview->setSpeaker(m_years, participant(0));
        m_interview->setMissing(m_years, MissingCode::DoesNotKnow);
        settle();
        QVERIFY(isAnswered(m_years));
        m_interview->setMissing(m_years, std::nullopt);
        settle();
        QVERIFY(!isAnswered(m_years));
        m_interview->answer(m_years, Value::number(3));
        settle();
        QVERIFY(isAnswered(m_years));
    }

    void whatStandsInAnExampleIsItsTellers()
    {
        addSecond();
        noteExample();
        const QuestionRef countedOn{u"deep-counted-on"_s, {example().id}};
        const QuestionRef turnedOut{u"deep-turned-out"_s, {example().id}};
        m_interview->setSpeaker(m_ref, participant(1)); // who speaks now
        QCOMPARE(m_interview->speaker(countedOn), participant(0));
        QCOMPARE(m_interview->speaker(turnedOut), participant(1));
        // Said of it, it holds.
        m_interview->setSpeaker(countedOn, participant(1));
        settle();
        QCOMPARE(m_interview->speaker(countedOn), participant(1));
        QCOMPARE(example().participant, participant(0));
    }

    void aMarkInAnAnswerDoesNotSayWhoseItIs()
    {
        addSecond();
        noteExample();
        m_study->perform({u"told"_s}, [id = ExampleId{example().id}, second = participant(1)](Edit &edit) {
            setExampleTeller(edit, id, second);
        });
        settle();
        const QuestionRef countedOn{u"deep-counted-on"_s, {example().id}};
        lookAtClosely();
        QVERIFY(m_interview->goTo(countedOn));
        m_interview->mark(MarkKind::Quote,
                          {.sourceKind = u"answer"_s, .start = 0, .end = 7, .quote = u"history"_s});
        settle();
        QCOMPARE(m_interview->speaker(countedOn), participant(1));
        QCOMPARE(m_interview->data().marks.first().words.speaker, participant(1));
    }

    void aGapIsOfWhoSpokeWhenItWasBegun()
    {
        addSecond();
        noteExample();
        lookAtClosely();
        m_interview->addInstance({u"deep-gaps"_s, {example().id}});
        settle();
        QCOMPARE(example().gaps.size(), 1);
        const GapId gap = example().gaps.first().gapId();
        QCOMPARE(example().gaps.first().participant, participant(0));
        const QuestionRef information{u"gap-information"_s, {example().id, gap.value}};
        QVERIFY(m_interview->goTo(information));
        m_interview->setSpeaker(information, participant(1));
        m_interview->answer(information, Value::text(u"which version"_s));
        settle();
        QCOMPARE(example().gaps.first().participant, participant(1));
        QCOMPARE(example().participant, participant(0));
        // Who adds to it does not take it over.
        const QuestionRef owner{u"gap-owner"_s, information.instances};
        m_interview->setSpeaker(owner, participant(0));
        settle();
        QCOMPARE(example().gaps.first().participant, participant(1));
    }

    void aMarkOfAnExampleGoesOverWithIt()
    {
        addSecond();
        noteExample();
        m_interview->mark(
            MarkKind::Quote,
            {.sourceKind = QString(mark_source::example), .source = example().id, .quote = u"history"_s});
        settle();
        QCOMPARE(m_interview->data().marks.first().words.speaker, participant(0));
        m_study->perform({u"told"_s}, [id = ExampleId{example().id}, second = participant(1)](Edit &edit) {
            setExampleTeller(edit, id, second);
        });
        settle();
        QCOMPARE(m_interview->data().marks.first().words.speaker, participant(1));
        const ErasedRows gone = ErasedRows::of(m_study->reader(), {.participant = participant(1)});
        QCOMPARE(gone.byTable().value(u"excerpt"_s).size(), 1);
    }

    void whoTakesNoPartIsNotWaitedFor()
    {
        addSecond();
        m_interview->setSpeaker(m_years, participant(0));
        m_interview->answer(m_years, Value::number(3));
        settle();
        QVERIFY(!isAnswered(m_years));
        const QuestionRef takesPart{u"takes-part"_s, {}};
        m_interview->setSpeaker(takesPart, participant(1));
        m_interview->answer(takesPart, Value::keys({u"no"_s}));
        settle();
        QVERIFY(isAnswered(m_years));
    }

    void whoAddsToAStoryDoesNotTakeTheExample()
    {
        addSecond();
        noteExample();
        lookAtClosely();
        const QuestionRef story{u"deep-story"_s, {example().id}};
        QVERIFY(m_interview->flow().indexOf(story) >= 0);
        m_interview->setSpeaker(story, participant(1));
        settle();
        m_interview->answer(story, Value::text(u"And then it rained."_s));
        settle();
        QCOMPARE(example().participant, participant(0));
        QCOMPARE(m_interview->speaker(story), participant(1));
    }
};

QTEST_MAIN(TestJointAnswers)
#include "test_joint_answers.moc"
