#include "core/catalogue/EditFields.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadStudy.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "tests/support/ui/InterviewBench.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/EditedRow.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/FieldEditor.h"
#include "ui/common/TermPicker.h"
#include "ui/interview/AnswerEditor.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/QuestionView.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;

/// What is being typed to find something in a list is in the file meanwhile, is nobody's change, and comes
/// back after a kill.
class TestHeldSearch : public test::InterviewBench
{
    Q_OBJECT

    QStringList held() const
    {
        QStringList words;
        for (const OpenSearch &search : interview().openSearches())
            words += search.words;
        return words;
    }
    QString nextUndo() const
    {
        const auto &entry = m_open->session.nextUndo();
        return entry ? entry->label : QString();
    }
    QString note(const QString &question) const { return interview().lastNote({question, {}}); }
    ExampleCard *openCard()
    {
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        auto *card = m_workspace->findChild<ExampleCard *>();
        [&] { QTRY_VERIFY(card && card->example() && card->isVisible()); }();
        return card;
    }
    /// As after a kill: what the list held is still there, and no list.
    void reopen()
    {
        const InterviewId id = interview().id();
        m_workspace->showList();
        QTRY_VERIFY(!m_workspace->page());
        m_workspace->openInterview(id);
        QTRY_VERIFY(m_workspace->page());
    }

private Q_SLOTS:
    void lettersInAQuestionsListAreHeldUntilTheyPick()
    {
        start();
        goTo({u"roles"_s, {}});
        const QString before = nextUndo();
        type(u"data sc"_s);
        QTRY_COMPARE(held(), QStringList{u"data sc"_s});
        QCOMPARE(nextUndo(), before);
        QCOMPARE(note(u"roles"_s), QString());
        type(u"i"_s);
        QTRY_COMPARE(held(), QStringList{u"data sci"_s});
        press(Qt::Key_Return);
        QTRY_VERIFY(!interview().lastAnswer({u"roles"_s, {}}).isBlank());
        QTRY_COMPARE(held(), QStringList());
        for (const ParadataEvent &event : readParadata(m_open->session.reader(), interview().id()))
            QVERIFY2(!event.detail.contains(u"data sc"_s), qPrintable(event.detail));
    }

    void lettersTakenAwayAreNotHeld()
    {
        start();
        goTo({u"roles"_s, {}});
        type(u"data"_s);
        QTRY_COMPARE(held(), QStringList{u"data"_s});
        press(Qt::Key_Escape);
        QTRY_COMPARE(held(), QStringList());
        type(u"zebra"_s); // nothing has that: a note, as before
        QTRY_COMPARE(note(u"roles"_s), u"zebra"_s);
        QCOMPARE(held(), QStringList());
        press(Qt::Key_Escape);
        QTRY_COMPARE(note(u"roles"_s), QString());
        QCOMPARE(held(), QStringList());
    }

    void wordsThatAreLeftAreTheNoteAndNoLongerHeld()
    {
        start();
        goTo({u"roles"_s, {}});
        type(u"e"_s);
        QTRY_COMPARE(held(), QStringList{u"e"_s});
        m_workspace->page()->next();
        QTRY_COMPARE(note(u"roles"_s), u"e"_s);
        QTRY_COMPARE(held(), QStringList());
    }

    void lettersInACardsListAreHeldForItsRow_data()
    {
        QTest::addColumn<QString>("field");
        QTest::newRow("terms") << u"element"_s;
        QTest::newRow("options") << u"occurrence"_s;
        QTest::newRow("system") << u"system"_s;
    }
    void lettersInACardsListAreHeldForItsRow()
    {
        QFETCH(QString, field);
        start();
        ExampleCard *card = openCard();
        QVERIFY(card->focusField(field));
        type(u"da"_s);
        QTRY_COMPARE(held(), QStringList{u"da"_s});
        QCOMPARE(interview().openSearches().first().row, card->example().value);
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        QTRY_COMPARE(held(), QStringList());
    }

    void lettersThatTickedSomethingAreNotHeldWhileTheListStaysOpen()
    {
        start();
        ExampleCard *card = openCard();
        QVERIFY(card->focusField(u"element"_s));
        type(u"da"_s);
        QTRY_COMPARE(held(), QStringList{u"da"_s});
        press(Qt::Key_Space, Qt::ControlModifier);
        QTRY_COMPARE(held(), QStringList());
        const auto lists = m_workspace->window()->findChildren<TermPicker *>();
        QVERIFY(std::any_of(lists.begin(), lists.end(),
                            [](const TermPicker *each) { return each->isVisible(); }));
    }

    void lettersInAListAtTheMomentOfAKillBecomeTheNote()
    {
        start();
        goTo({u"roles"_s, {}});
        interview().setSearched(u"a list that is gone"_s, u"data eng"_s);
        QTRY_COMPARE(held(), QStringList{u"data eng"_s});
        m_workspace->page()->next();
        QTRY_VERIFY(interview().isSaved());
        reopen();
        QTRY_COMPARE(note(u"roles"_s), u"data eng"_s);
        QVERIFY(!m_open->messages.shown.isEmpty());
        QVERIFY2(m_open->messages.shown.last().text.contains(u"“data eng”"_s),
                 qPrintable(m_open->messages.shown.last().text));
        QTRY_COMPARE(held(), QStringList());
        reopen(); // once
        QTRY_VERIFY(interview().isSaved());
        QCOMPARE(note(u"roles"_s), u"data eng"_s);
    }

    void thoseOfACardAreKeptWithItsExample()
    {
        start();
        const ExampleId example = openCard()->example();
        m_open->session.perform({u"title"_s}, [example](Edit &edit) {
            setValue(edit, fields::example::title, example.value,
                     u"The feed"_s); // else it goes with its card
        });
        interview().setSearched(u"a list that is gone"_s, u"the feed"_s, example.value);
        QTRY_COMPARE(held(), QStringList{u"the feed"_s});
        reopen();
        QTRY_COMPARE(held(), QStringList());
        const auto kept = [&] {
            const ExampleRecord *record = interview().data().example(example.value);
            QString texts = record ? record->text(fields::example::story) : QString();
            for (const Answer &answer : interview().data().answers)
                texts += answer.note;
            return texts;
        };
        QTRY_VERIFY2(kept().contains(u"the feed"_s), qPrintable(kept()));
    }

    void thoseOfAnOpenCardAreKeptWhenTheProgramIsClosed()
    {
        start();
        ExampleCard *card = openCard();
        const ExampleId example = card->example();
        QVERIFY(card->focusField(u"element"_s));
        type(u"koala"_s);
        m_workspace->leaveForGood();
        m_open->session.flush();
        QString texts = readExample(m_open->session.reader(), example)->text(fields::example::story);
        for (const Answer &answer : readAnswers(m_open->session.reader(), interview().id()))
            texts += answer.note;
        QVERIFY2(texts.contains(u"koala"_s), qPrintable(texts));
        QTRY_COMPARE(held(), QStringList());
    }

    void lettersAreOfWhoSpokeWhenTheyWereTyped()
    {
        start();
        interview().addParticipant({});
        QTRY_COMPARE(interview().data().interview.participants.size(), 2);
        const QVector<ParticipantId> people = interview().data().interview.participants;
        goTo({u"roles"_s, {}});
        const auto roles = [&](int person) {
            return readParticipants(m_open->session.reader()).value(person).roles.size();
        };
        type(u"software eng"_s);
        press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
        m_open->session.flush();
        QTRY_COMPARE(roles(0), 1);
        QCOMPARE(roles(1), 0);
        type(u"data sci"_s); // begins anew
        press(Qt::Key_Return);
        m_open->session.flush();
        QTRY_COMPARE(roles(1), 1);
        QCOMPARE(roles(0), 1);
    }

    void lettersForAGapThatIsNotThereYetAreOfItsExample()
    {
        start();
        ExampleCard *card = openCard();
        bool typed = false;
        for (FieldEditor *each : card->findChildren<FieldEditor *>()) {
            if (!typed && each->isVisible() && each->field() == fields::gap::neededBy) {
                each->setFocus();
                type(u"quo"_s);
                typed = true;
            }
        }
        QVERIFY(typed);
        QTRY_COMPARE(held(), QStringList{u"quo"_s});
        const qint64 row = interview().openSearches().first().row;
        QVERIFY(row == card->example().value || interview().data().gap(row));
    }

    void aNoteThatIsOpenedInTheMiddleHasTheWordsOnce()
    {
        start();
        goTo({u"roles"_s, {}});
        type(u"crow"_s);
        press(Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
        type(u" badger"_s);
        m_workspace->page()->next();
        QTRY_VERIFY(interview().isSaved());
        QCOMPARE(note(u"roles"_s), u"crow badger"_s);
    }

    void aLockedInterviewKeepsThemForLater()
    {
        start();
        interview().setSearched(u"a list that is gone"_s, u"data eng"_s);
        interview().finish();
        QTRY_VERIFY(interview().isOver());
        interview().setLocked(true);
        QTRY_VERIFY(interview().isLocked());
        reopen();
        QCOMPARE(held(), QStringList{u"data eng"_s});
        interview().setLocked(false);
        QTRY_VERIFY(!interview().isLocked());
        reopen();
        QTRY_COMPARE(held(), QStringList());
    }
};

QTEST_MAIN(TestHeldSearch)
#include "test_held_search.moc"
