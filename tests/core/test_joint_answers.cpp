#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/EditPeople.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ErasedRows.h"
#include "core/catalogue/ParadataChange.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadMarks.h"
#include "core/domain/Fields.h"
#include "core/interview/WordsAround.h"
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

    void eachAnswersInTheirOwnWords()
    {
        addSecond();
        m_interview->goTo(m_ref);
        const auto said = [this] { return m_interview->lastAnswer(m_ref).toText(); };
        m_interview->setSpeaker(m_ref, participant(0));
        m_interview->answer(m_ref, Value::text(u"The feed"_s));
        m_interview->setNote(m_ref, u"hesitates"_s);
        m_interview->setSpeaker(m_ref, participant(1));
        QCOMPARE(said(), QString()); // at once, though the first's may be on its way
        QCOMPARE(m_interview->lastNote(m_ref), QString());
        m_interview->answer(m_ref, Value::text(u"The clock"_s));
        m_interview->setNote(m_ref, u"laughs"_s);
        settle();
        QCOMPARE(said(), u"The clock"_s);
        QCOMPARE(m_interview->lastNote(m_ref), u"laughs"_s);
        QCOMPARE(m_interview->data().allAnswers().size(), 2);
        QVERIFY(isAnswered(m_ref));
        m_interview->setSpeaker(m_ref, participant(0));
        QCOMPARE(said(), u"The feed"_s);
        QCOMPARE(m_interview->lastNote(m_ref), u"hesitates"_s);
        m_interview->setMissing(m_ref, MissingCode::Declined); // of one of them
        settle();
        QVERIFY(m_interview->missing(m_ref).has_value());
        m_interview->setSpeaker(m_ref, participant(1));
        QVERIFY(!m_interview->missing(m_ref));
        QCOMPARE(said(), u"The clock"_s);
        m_study->undo(); // shows whose it was
        QTRY_COMPARE(m_interview->speaker(m_ref), participant(0));
        QTRY_COMPARE(said(), u"The feed"_s);
    }

    void whatWasAnsweredIsShownUntilItIsSaidWhoseTurnItIs()
    {
        addSecond();
        const QuestionRef other{u"briefing-unclear"_s, {}};
        m_interview->goTo(m_ref);
        m_interview->setSpeaker(m_ref, participant(0));
        m_interview->answer(m_ref, Value::text(u"The feed"_s));
        settle();
        m_interview->goTo(other);
        m_interview->setSpeaker(other, participant(1));
        m_interview->goTo(m_ref);
        QCOMPARE(m_interview->speaker(m_ref), participant(0));
        m_interview->nextSpeaker(m_ref);
        QCOMPARE(m_interview->speaker(m_ref), participant(1));
        QVERIFY(m_interview->lastAnswer(m_ref).isBlank());
        m_interview->goTo(other);
        QCOMPARE(m_interview->speaker(other), participant(1));
        m_interview->goTo(m_ref); // nothing came of the turn
        QCOMPARE(m_interview->speaker(m_ref), participant(0));
    }

    void anAnswerIsGivenToWhoSaidIt()
    {
        addSecond();
        m_interview->goTo(m_ref);
        m_interview->setSpeaker(m_ref, participant(0));
        m_interview->answer(m_ref, Value::text(u"The feed"_s));
        m_interview->setNote(m_ref, u"laughs"_s);
        m_interview->giveAnswer(m_ref, participant(1));
        settle();
        QCOMPARE(m_interview->data().allAnswers().size(), 1);
        QCOMPARE(m_interview->speaker(m_ref), participant(1));
        QCOMPARE(m_interview->lastAnswer(m_ref).toText(), u"The feed"_s);
        QCOMPARE(m_interview->lastNote(m_ref), u"laughs"_s);
        m_interview->setSpeaker(m_ref, participant(0));
        m_interview->answer(m_ref, Value::text(u"The clock"_s));
        settle();
        m_interview->giveAnswer(m_ref, participant(1)); // who has an answer: nothing is lost
        settle();
        QCOMPARE(m_interview->data().allAnswers().size(), 2);
    }

    void whatWasChangedBeforeItWasGivenGoesWithEither()
    {
        addSecond();
        m_interview->goTo(m_ref);
        m_interview->setSpeaker(m_ref, participant(0));
        for (const QString &words : {u"The"_s, u"The feed"_s}) {
            m_interview->answer(m_ref, Value::text(words));
            m_interview->endVisit();
            settle();
        }
        m_interview->giveAnswer(m_ref, participant(1));
        settle();
        for (const ParadataEvent &each : readParadata(m_study->reader(), m_interview->id())) {
            if (const auto change = ParadataChange::fromDetail(each.detail))
                QVERIFY(!change->by);
        }
        m_study->undo(); // the course of an interview is not undone
        settle();
        m_interview->giveAnswer(m_ref, participant(1));
        settle();
        const ErasedRows gone = ErasedRows::of(m_study->reader(), {.participant = participant(1)});
        QVERIFY(!gone.byTable().value(u"paradata"_s).isEmpty());
    }

    void aMarkHasNothingOfAnother()
    {
        addSecond();
        m_interview->goTo(m_ref);
        m_interview->setSpeaker(m_ref, participant(0));
        m_interview->setNote(m_ref, u"hesitates"_s);
        m_interview->setSpeaker(m_ref, participant(1));
        m_interview->mark(MarkKind::Star, {});
        settle();
        const auto around = [this] {
            return wordsAround(m_interview->data().marks.first(), m_interview->answers());
        };
        QVERIFY(around().isEmpty());
        m_interview->setNote(m_ref, u"laughs"_s);
        settle();
        QCOMPARE(around().after, u"laughs"_s);
    }

    void whoSaidSomethingBeforeOthersCameStays()
    {
        m_interview->answer(m_ref, Value::text(u"The feed"_s)); // alone: nobody is named
        settle();
        addSecond();
        const ParticipantId first = participant(0);
        m_interview->removeParticipant(first);
        settle();
        QCOMPARE(m_interview->data().interview.participants.value(0), first);
    }

    void whatIsToldOfAnExampleIsOneText()
    {
        addSecond();
        noteExample();
        lookAtClosely();
        const QuestionRef quotes{u"deep-quotes"_s, {example().id}};
        QVERIFY(m_interview->flow().indexOf(quotes) >= 0);
        QVERIFY(!m_interview->answers().hasRowOfEach(quotes));
        QVERIFY(!m_interview->answers().hasRowOfEach({u"share-first"_s, {}})); // a gap has one priority
    }

    void eachDescribesTheSystem()
    {
        addSecond();
        const QuestionRef walk{u"walk"_s, {}};
        const auto said = [&] { return m_interview->lastAnswer(walk).toText(); };
        m_interview->setSpeaker(walk, participant(0));
        m_interview->answer(walk, Value::text(u"The feed comes"_s));
        m_interview->setSpeaker(walk, participant(1)); // the first's may be on its way
        QCOMPARE(said(), QString());
        m_interview->answer(walk, Value::text(u"The model runs"_s));
        settle();
        QCOMPARE(said(), u"The model runs"_s);
        QCOMPARE(m_interview->data().system.text(fields::system::description), u"The feed comes"_s);
        m_interview->setSpeaker(walk, participant(0));
        QCOMPARE(said(), u"The feed comes"_s);
        m_interview->setSpeaker(walk, participant(1));
        m_interview->setMissing(walk, MissingCode::Declined);
        settle();
        QVERIFY(m_interview->missing(walk).has_value());
        QCOMPARE(m_interview->data().system.text(fields::system::description), u"The feed comes"_s);
        m_study->undo();
        settle();
        QTRY_COMPARE(said(), u"The model runs"_s);
        // What it is called has one name.
        QVERIFY(!m_interview->answers().hasRowOfEach({u"system-alias"_s, {}}));
    }

    void aNoteAtAFieldOfTheirOwnIsTheirs()
    {
        addSecond();
        m_interview->setSpeaker(m_years, participant(0));
        m_interview->answer(m_years, Value::number(6));
        m_interview->setSpeaker(m_years, participant(1));
        m_interview->setNote(m_years, u"since 2019"_s);
        settle();
        QCOMPARE(m_interview->data().answerOf(m_years, participant(1))->note, u"since 2019"_s);
        QCOMPARE(m_interview->data().answerOf(m_years, participant(0))->note, QString());
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
