#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditPeople.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadStudy.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "tests/support/ui/InterviewBench.h"
#include "tests/support/ui/Shots.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/Chip.h"
#include "ui/common/EditedRow.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/FieldEditor.h"
#include "ui/common/OptionInput.h"
#include "ui/interview/ConsentStrip.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/PeoplePanel.h"
#include "ui/interview/QuestionView.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;

/// Several participants and interviewers in one interview, and whose words are whose.
class TestInterviewPeople : public test::InterviewBench
{
    Q_OBJECT

private:
    PeoplePanel *panel() { return m_workspace->findChild<PeoplePanel *>(); }
    QToolButton *speaker() { return m_workspace->page()->question().findChild<QToolButton *>(u"speaker"_s); }
    /// Opens the list of a button by keyboard and takes what is marked there.
    void pickFirst(const QString &button)
    {
        auto *add = panel()->findChild<QToolButton *>(button);
        add->setFocus();
        press(Qt::Key_Space);
        press(Qt::Key_Return);
        QVERIFY(add->hasFocus());
        m_open->session.flush();
    }
    void addSecond()
    {
        pickFirst(u"addInterviewParticipant"_s);
        QTRY_COMPARE(interview().data().interview.participants.size(), 2);
    }
    ParticipantId participant(int place) { return interview().data().interview.participants.value(place); }

private Q_SLOTS:
    // Who types in a card means the example when they say who speaks.
    void theKeyForTheSpeakerIsTheCardsWhileOneIsInIt()
    {
        start();
        interview().addParticipant({});
        QTRY_COMPARE(interview().data().interview.participants.size(), 2);
        goTo({u"briefing-reminds"_s, {}});
        type(u"said by the first"_s);
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        auto *card = m_workspace->findChild<ExampleCard *>();
        QTRY_VERIFY(card->example() && card->isVisible());
        m_open->session.perform({u"gap"_s}, [id = card->example()](Edit &edit) { createGap(edit, id); });
        QTRY_COMPARE(interview().data().examples.first().gaps.size(), 1);
        QVERIFY(card->focusField(u"counted_on"));
        type(u"the feed"_s);
        m_workspace->page()->nextSpeaker();
        QTRY_COMPARE(interview().data().examples.first().participant, participant(1));
        QTRY_VERIFY(interview().isSaved());
        for (const GapRecord &gap : interview().data().examples.first().gaps)
            QCOMPARE(gap.participant, participant(1)); // what was told with it
        QCOMPARE(interview().speaker({u"briefing-reminds"_s, {}}), participant(0));
        QTRY_COMPARE(interview().data().examples.first().text(fields::example::countedOn), u"the feed"_s);
        m_workspace->page()->finish();
        for (int i = 0; i < 10 && !(shown<QToolButton>(u"exampleTeller"_s)); ++i)
            m_workspace->page()->next();
        QVERIFY(shown<QToolButton>(u"exampleTeller"_s));
        m_workspace->page()->nextSpeaker();
        QTRY_COMPARE(interview().data().examples.first().participant, participant(0));
        QTRY_VERIFY(shown<QToolButton>(u"exampleTeller"_s)->text().contains(u"P01"_s));
    }

    void aNoteOnACardIsOfWhoSpeaks()
    {
        start();
        interview().addParticipant({});
        QTRY_COMPARE(interview().data().interview.participants.size(), 2);
        const QuestionRef card{u"card-goals"_s, {}};
        goTo(card);
        QVERIFY(speaker()->isEnabled());
        m_workspace->page()->nextSpeaker();
        type(u"the second says"_s);
        m_workspace->page()->flush();
        QTRY_VERIFY(interview().isSaved());
        QCOMPARE(interview().data().answers.value(card).note, u"the second says"_s);
        QCOMPARE(interview().data().answers.value(card).speaker, participant(1));
    }

    void wordsOfACardAreItsTellersAndLeaveWhoSpeaks()
    {
        start();
        interview().addParticipant({});
        QTRY_COMPARE(interview().data().interview.participants.size(), 2);
        const QuestionRef ref{u"briefing-reminds"_s, {}};
        goTo(ref);
        m_workspace->page()->nextSpeaker();
        interview().createExample();
        QTRY_COMPARE(interview().data().examples.size(), 1);
        QCOMPARE(interview().data().examples.first().participant, participant(1));
        m_workspace->page()->focusQuestion();
        m_workspace->page()->nextSpeaker();
        QCOMPARE(interview().speaker(ref), participant(0));
        m_workspace->page()->openExample(interview().data().examples.first().exampleId());
        QVERIFY(m_workspace->findChild<ExampleCard *>()->focusField(u"occurrence"));
        type(u"zzz"_s);
        press(Qt::Key_Tab);
        QTRY_VERIFY(interview().isSaved());
        QTRY_COMPARE(interview().data().examples.first().text(fields::example::story), u"zzz"_s);
        QVERIFY(!interview().data().answers.contains(ref)); // it is not about that example
        QCOMPARE(interview().speaker(ref), participant(0));
        QCOMPARE(interview().speaker({u"workflows"_s, {}}), participant(0)); // who speaks on
    }

    void aConsentIsAnsweredOnceAllHaveSaidSo()
    {
        start();
        interview().addParticipant({});
        QTRY_COMPARE(interview().data().interview.participants.size(), 2);
        const QuestionRef quotes{u"quotes"_s, {}};
        goTo(quotes);
        const auto isAnswered = [&] {
            return interview().flow().steps()[interview().flow().indexOf(quotes)].answered;
        };
        press(Qt::Key_1);
        QTRY_VERIFY(interview().isSaved());
        QVERIFY(!isAnswered());
        m_workspace->page()->nextSpeaker();
        press(Qt::Key_1);
        QTRY_VERIFY(interview().isSaved());
        QTRY_VERIFY(isAnswered());
    }

    void theSetUpShowsWhoIsThere()
    {
        start();
        QVERIFY(panel() && panel()->isVisible());
        QCOMPARE(panel()->findChildren<Chip *>().size(), 2); // one participant, one interviewer
        addSecond();
        QTRY_COMPARE(panel()->findChildren<Chip *>().size(), 3);
        test::shoot(*m_workspace, u"interview-people"_s);
        m_open->session.perform({u"coder"_s},
                                [](Edit &edit) { createCoder(edit, u"Ann"_s, u"AN"_s, false); });
        m_open->session.flush();
        pickFirst(u"addInterviewer"_s);
        QTRY_COMPARE(interview().data().interviewers.size(), 2);
        goTo({u"briefing-reminds"_s, {}});
        QVERIFY(!panel()->isVisible());
    }

    void whoSaidNothingCanBeTakenOut()
    {
        start();
        addSecond();
        const auto second = [this]() -> Chip * {
            for (Chip *chip : panel()->findChildren<Chip *>()) {
                if (chip->text() == interview().data().interview.pseudonyms.value(1))
                    return chip;
            }
            return nullptr;
        };
        QTRY_VERIFY(second() && second()->isVisible());
        second()->setFocus();
        press(Qt::Key_Delete);
        QTRY_COMPARE(interview().data().interview.participants.size(), 1);
        m_open->session.undo();
        QTRY_COMPARE(interview().data().interview.participants.size(), 2);
        interview().setSpeaker({u"briefing-reminds"_s, {}}, participant(1));
        interview().answer({u"briefing-reminds"_s, {}}, Value::text(u"The feed"_s));
        QTRY_VERIFY(interview().isSaved());
        interview().removeParticipant(participant(1)); // refused
        QTRY_VERIFY(interview().isSaved());
        QCOMPARE(interview().data().interview.participants.size(), 2);
    }

    void aloneNobodyIsNamed()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        QVERIFY(speaker() && !speaker()->isVisible());
    }

    void anExampleNamesItsSystemWhereThereAreSeveral()
    {
        start();
        goTo({u"system-alias"_s, {}});
        interview().answer({u"system-alias"_s, {}}, Value::text(u"Quiet axle"_s));
        QTRY_VERIFY(interview().isSaved());
        const auto made = std::make_shared<ExampleId>();
        interview().createExample([made](qint64 id) { *made = ExampleId{id}; });
        QTRY_VERIFY(*made);
        m_workspace->page()->openExample(*made);
        auto *card = m_workspace->findChild<ExampleCard *>();
        QTRY_COMPARE(card->example(), *made);
        const auto systems = [card] {
            int shown = 0;
            for (const FieldEditor *editor : card->findChildren<FieldEditor *>()) {
                // Not isVisible: where it comes from is folded.
                shown += editor->field() == fields::example::system && !editor->isHidden();
            }
            return shown;
        };
        QCOMPARE(systems(), 0); // it is about the one
        QCOMPARE(interview().data().examples.first().system, interview().data().interview.systems.first());
        m_open->session.perform({u"system"_s}, [id = *made](Edit &edit) {
            setValue(edit, fields::example::system, id.value, systemByAlias(edit, u"Other"_s).value);
        });
        m_open->session.flush();
        QTRY_COMPARE(interview().data().interview.systems.size(), 2);
        QTRY_COMPARE(systems(), 1);
        test::shoot(*m_workspace, u"interview-example-system"_s);
        // Of a new one nobody can know which it is about.
        interview().createExample();
        QTRY_COMPARE(interview().data().examples.size(), 2);
        QVERIFY(!interview().data().examples.last().system);
    }

    void answersMarksAndExamplesAreTheSpeakers()
    {
        start();
        addSecond();
        goTo({u"briefing-reminds"_s, {}});
        QTRY_VERIFY(speaker()->isVisible());
        QVERIFY(speaker()->accessibleName().contains(interview().data().interview.pseudonyms[0]));
        answerText()->setFocus();
        type(u"The feed changed"_s);
        press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(interview().speaker({u"briefing-reminds"_s, {}}), participant(1));
        QVERIFY(speaker()->accessibleName().contains(interview().data().interview.pseudonyms[1]));
        QCOMPARE(answerText()->toPlainText(), QString()); // theirs, and what the first said beside it
        const auto *others = m_workspace->page()->question().findChild<QLabel *>(u"saidByOthers"_s);
        QTRY_VERIFY(others->isVisible());
        QCOMPARE(others->text(), interview().data().interview.pseudonyms[0] + u": The feed changed"_s);
        QVERIFY(answerText()->hasFocus());
        type(u"We mended it"_s);
        test::shoot(*m_workspace, u"interview-speaker"_s);
        press(Qt::Key_F8);
        press(Qt::Key_Q);
        QTRY_COMPARE(interview().data().marks.size(), 1);
        QCOMPARE(interview().data().marks.first().words.speaker, participant(1));
        interview().createExample();
        QTRY_COMPARE(interview().data().examples.size(), 1);
        QCOMPARE(interview().data().examples.first().participant, participant(1));
        const ExampleId example = interview().data().examples.first().exampleId();
        interview().addEvidence(example.value, {.quote = u"We were not told"_s, .speaker = participant(1)},
                                "supports"_L1);
        QTRY_VERIFY(interview().isSaved());
        m_workspace->page()->openExample(example);
        const auto said = [this] { return m_workspace->findChild<QToolButton *>(u"evidenceSpeaker"_s); };
        QTRY_VERIFY(said() && said()->isVisible());
        QCOMPARE(said()->text(), interview().data().interview.pseudonyms[1]);
        said()->setFocus();
        press(Qt::Key_Space);
        m_open->session.flush();
        QCOMPARE(readEvidence(m_open->session.reader(), example.value).first().speaker, participant(0));
        m_open->session.undo(); // whose words they are
        m_open->session.undo(); // the evidence
        m_open->session.undo(); // the example
        m_open->session.undo(); // the mark
        m_open->session.undo(); // what the second said
        QTRY_COMPARE(interview().data().allAnswers().size(), 1);
        QCOMPARE(interview().speaker({u"briefing-reminds"_s, {}}), participant(1));
        m_open->session.undo(); // what the first said
        QTRY_COMPARE(interview().speaker({u"briefing-reminds"_s, {}}), participant(0));
        QTRY_COMPARE(interview().speaker({u"roles"_s, {}}), participant(0)); // who is named there speaks on
    }

    void whoWasChosenLastSpeaksOn()
    {
        start();
        addSecond();
        goTo({u"years"_s, {}});
        QTRY_VERIFY(speaker()->isVisible());
        press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
        const QString second = interview().data().interview.pseudonyms[1];
        QTRY_VERIFY(speaker()->accessibleName().contains(second));
        goTo({u"briefing-reminds"_s, {}});
        QTRY_VERIFY(speaker()->accessibleName().contains(second));
        answerText()->setFocus();
        type(u"The feed changed"_s);
        m_workspace->page()->question().flush();
        QTRY_VERIFY(interview().data().answers.contains({u"briefing-reminds"_s, {}}));
        QCOMPARE(interview().data().answers.value({u"briefing-reminds"_s, {}}).speaker, participant(1));
        auto *give = m_workspace->page()->question().findChild<QToolButton *>(u"giveAnswer"_s);
        QVERIFY(give->accessibleName().contains(interview().data().interview.pseudonyms[0]));
        QTRY_VERIFY(give->isEnabled());
        give->click(); // it was the first who said so
        QTRY_COMPARE(interview().data().answers.value({u"briefing-reminds"_s, {}}).speaker, participant(0));
        QCOMPARE(interview().speaker({u"workflows"_s, {}}), participant(0));
    }

    void eachHasTheirOwnFields()
    {
        start();
        addSecond();
        const QuestionRef years{u"years"_s, {}};
        const auto yearsOf = [this](int place) {
            m_open->session.flush();
            const auto record =
                readRecord(m_open->session.reader(), Entity::Participant, participant(place).value);
            return record->value(fields::participant::years);
        };
        interview().answer(years, Value::number(12));
        interview().setSpeaker(years, participant(1));
        QVERIFY(interview().lastAnswer(years).isBlank());
        interview().answer(years, Value::number(3));
        QCOMPARE(interview().lastAnswer(years).number(), 3.0);
        QTRY_VERIFY(interview().isSaved());
        QCOMPARE(yearsOf(0).toInt(), 12);
        QCOMPARE(yearsOf(1).toInt(), 3);
        interview().setSpeaker(years, participant(0));
        QCOMPARE(interview().lastAnswer(years).number(), 12.0);
        interview().setSpeaker(years, participant(1));
        interview().setMissing(years, MissingCode::DoesNotKnow);
        QTRY_VERIFY(interview().isSaved());
        QVERIFY(interview().missing(years).has_value());
        interview().setSpeaker(years, participant(0));
        QVERIFY(!interview().missing(years));
        m_open->session.undo(); // no answer
        m_open->session.undo(); // the second's three
        QTRY_VERIFY(yearsOf(1).isNull());
        QCOMPARE(yearsOf(0).toInt(), 12);
        QCOMPARE(interview().lastAnswer(years).number(), 12.0);
        // Roles are terms: each has their own as well.
        const QuestionRef roles{u"roles"_s, {}};
        interview().setSpeaker(roles, participant(1));
        interview().answer(roles, Value::keys({interview().answers().terms(u"role"_s).value(0).key}));
        QTRY_VERIFY(interview().isSaved());
        m_open->session.flush();
        QVERIFY(!interview()
                     .data()
                     .record(Entity::Participant, participant(1).value)
                     ->coded(fields::participant::role)
                     .isEmpty());
        QVERIFY(interview().data().participant.coded(fields::participant::role).isEmpty());
    }

    void theHeadlineTakesTheExampleAlong()
    {
        start();
        addSecond();
        goTo({u"headlines"_s, {}});
        qint64 made = 0;
        interview().addInstance({u"headlines"_s, {}}, [&made](qint64 id) { made = id; });
        QTRY_VERIFY(made);
        const QuestionRef title = interview().currentRef();
        QCOMPARE(title.instances, QVector<qint64>{made});
        QCOMPARE(interview().speaker(title), participant(0));
        press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(interview().data().example(made)->participant, participant(1));
        QCOMPARE(interview().speaker(title), participant(1));
        m_open->session.undo();
        QTRY_COMPARE(interview().data().example(made)->participant, participant(0));
        QCOMPARE(interview().speaker(title), participant(0));
        interview().setSpeaker(title, participant(1));
        QTRY_COMPARE(interview().data().example(made)->participant, participant(1));
        // The next one is theirs, too.
        qint64 next = 0;
        interview().addInstance({u"headlines"_s, {}}, [&next](qint64 id) { next = id; });
        QTRY_VERIFY(next);
        QCOMPARE(interview().data().example(next)->participant, participant(1));
    }

    void whoseExampleIsReadBackIsSaid()
    {
        start();
        const auto made = std::make_shared<qint64>(0);
        interview().createExample([made](qint64 id) { *made = id; });
        QTRY_VERIFY(*made);
        m_workspace->page()->readBack();
        auto *place = m_workspace->findChild<QLabel *>(u"readBackPlace"_s);
        QVERIFY(place && place->isVisible());
        QVERIFY(!place->text().contains(interview().data().interview.pseudonyms[0]));
        interview().addParticipant({});
        QTRY_COMPARE(interview().data().interview.participants.size(), 2);
        QTRY_VERIFY(place->text().contains(interview().data().interview.pseudonyms[0]));
        m_open->session.perform({u"teller"_s}, [id = ExampleId{*made}, second = participant(1)](Edit &edit) {
            setExampleTeller(edit, id, second);
        });
        QTRY_VERIFY(place->text().contains(interview().data().interview.pseudonyms[1]));
    }

    void eachConsentsForThemselves()
    {
        start();
        const QuestionRef quotes{u"quotes"_s, {}};
        goTo(quotes);
        const auto says = [this] {
            for (const QLabel *label : m_workspace->page()->question().findChildren<QLabel *>()) {
                if (!label->isHidden() && label->text().contains(u"Each answers for themselves"_s))
                    return true;
            }
            return false;
        };
        QVERIFY(!says());
        QVERIFY(!speaker()->isVisible());
        auto *strip = m_workspace->findChild<ConsentStrip *>();
        QVERIFY(strip->findChild<OptionInput *>(u"consent-quotes"_s));
        QVERIFY(!strip->findChild<OptionInput *>(u"consent-quotes-2"_s));
        interview().addParticipant({});
        QTRY_COMPARE(interview().data().interview.participants.size(), 2);
        QTRY_VERIFY(says());
        QTRY_VERIFY(speaker()->isVisible());
        interview().answer(quotes, Value::keys({u"verbatim"_s}));
        press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(interview().speaker(quotes), participant(1));
        QVERIFY(interview().lastAnswer(quotes).isBlank());
        QTRY_VERIFY(interview().isSaved());
        QCOMPARE(interview().data().interview.quotes, QString()); // the second said nothing yet

        // The strip has a line for each.
        const auto *follows = strip->findChild<QLabel *>(u"consentFollows"_s);
        QVERIFY(follows && follows->text().contains(u"narrowest"_s));
        press(Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(strip->isVisible());
        auto *second = strip->findChild<OptionInput *>(u"consent-quotes-2"_s);
        QVERIFY(second && second->isVisible());
        QVERIFY(strip->isAncestorOf(QApplication::focusWidget()));
        second->setFocus();
        press(Qt::Key_3);
        QTRY_COMPARE(interview().data().interview.quotes, u"none"_s);
        QCOMPARE(interview().data().consents.value(0).text(fields::interview::quotes), u"verbatim"_s);
        QCOMPARE(strip->findChild<OptionInput *>(u"consent-quotes"_s)->content().value.toString(),
                 u"verbatim"_s);
        QTRY_COMPARE(second->content().value.toString(), u"none"_s);
        test::shoot(*m_workspace, u"consent-of-two"_s);
        // One who takes no part ends nothing for the other.
        auto *part = strip->findChild<OptionInput *>(u"consent-takes_part-2"_s);
        QVERIFY(part);
        part->setFocus();
        press(Qt::Key_2);
        QTRY_VERIFY(
            follows->text().contains(u"Takes no part: "_s + interview().data().interview.pseudonyms[1]));
        QVERIFY(!interview().isDeclined());
        QCOMPARE(strip->findChildren<QPushButton *>(u"withdraw"_s).size(), 2);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!strip->isVisible());
        QVERIFY(interview().namesSpeaker({u"roles"_s, {}}));
        for (const Step &step : interview().flow().steps()) {
            if (step.question->type == QuestionType::Note || step.question->type == QuestionType::Card)
                QVERIFY(!interview().answers().isAnsweredByOne(step.ref));
        }
    }
};

QTEST_MAIN(TestInterviewPeople)
#include "test_interview_people.moc"
