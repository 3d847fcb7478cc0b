#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditPeople.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadExamples.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "tests/support/ui/InterviewBench.h"
#include "tests/support/ui/Shots.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/EvidenceList.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/InterviewState.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/TranscriptView.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;

/// Finish: what it says of the interview, its count, and the transcript beside what is made of a mark.
class TestFinish : public test::InterviewBench
{
    Q_OBJECT

private:
    QString textOf(const QString &label)
    {
        const auto *shownLabel = shown<QLabel>(label);
        return shownLabel ? shownLabel->text() : QString();
    }
    QString title()
    {
        const auto *head = shown<ElidedLabel>(u"interviewTitle"_s);
        return head ? head->text() : QString();
    }
    int total() { return textOf(u"finishCount"_s).section(u' ', -1).toInt(); }
    QString count(int number, int of) { return u"%1 of %2"_s.arg(number).arg(of); }
    void star()
    {
        const qsizetype before = interview().data().marks.size();
        interview().mark(MarkKind::Star, {});
        QTRY_COMPARE(interview().data().marks.size(), before + 1);
    }
    void addTranscript(const QString &text)
    {
        interview().addTranscript(u"talk"_s, text);
        QTRY_VERIFY(interview().isSaved());
    }
    /// In the transcript beside the list of what the mark can be.
    void select(const QString &words)
    {
        auto *said = shown<TranscriptView>(u"markTranscript"_s);
        QVERIFY(said);
        QTextCursor cursor = said->textCursor();
        const int at = int(said->toPlainText().indexOf(words));
        QVERIFY(at >= 0);
        cursor.setPosition(at);
        cursor.setPosition(at + int(words.size()), QTextCursor::KeepAnchor);
        said->setTextCursor(cursor);
    }
    void takeAsNewExample()
    {
        auto *targets = shown<QListWidget>(u"markTargets"_s);
        QVERIFY(targets);
        targets->setCurrentRow(0);
        targets->setFocus();
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<ExampleCard>());
    }
    /// Into which nothing is noted, it would go with its card.
    void nameIt(const QString &title)
    {
        const qint64 made = shown<ExampleCard>()->example().value;
        m_open->session.perform(
            {u"title"_s}, [made, title](Edit &edit) { setValue(edit, fields::example::title, made, title); });
        QTRY_COMPARE(interview().data().example(made)->text(fields::example::title), title);
    }

    /// At the first stop of an example without anything in it.
    EvidenceList *finishAtQuotes()
    {
        start();
        interview().createExample();
        [[maybe_unused]] const bool made =
            QTest::qWaitFor([this] { return interview().data().examples.size() == 1; });
        m_workspace->page()->finish();
        for (int i = 0; i < 10 && !shown<EvidenceList>(u"finishQuotes"_s); ++i)
            m_workspace->page()->next();
        return shown<EvidenceList>(u"finishQuotes"_s);
    }

private Q_SLOTS:
    void openingItClaimsNothing()
    {
        start();
        const StepCounts counts = interview().flow().counts();
        QVERIFY(counts.requiredAnswered < counts.required);
        m_workspace->page()->finish();
        QTRY_COMPARE(interview().state(), QString(interview_state::finishing));
        QVERIFY2(!title().contains(stateLabel(interview_state::complete)), qUtf8Printable(title()));
        QVERIFY(title().contains(stateLabel(interview_state::finishing)));
        QVERIFY(!title().contains(u"core questions"_s)); // more of them come with each example
        for (int i = 0; i < 20 && !shown<QPushButton>(u"completeInterview"_s); ++i)
            m_workspace->page()->next();
        QVERIFY2(!textOf(u"finishState"_s).contains(u"marked as complete"_s),
                 "the end claims nothing, either");
        test::shoot(*m_workspace, u"interview-finish-end"_s);
        auto *complete = shown<QPushButton>(u"completeInterview"_s);
        QVERIFY(complete);
        complete->setFocus();
        press(Qt::Key_Space);
        QTRY_COMPARE(interview().state(), QString(interview_state::complete));
        QTRY_VERIFY(title().contains(stateLabel(interview_state::complete)));
        QVERIFY(textOf(u"finishState"_s).contains(u"marked as complete"_s));
        QVERIFY(!shown<QPushButton>(u"completeInterview"_s));
        QVERIFY(interview().isWritable());
        m_open->session.undo();
        QTRY_COMPARE(interview().state(), QString(interview_state::finishing));
        QTRY_VERIFY(shown<QPushButton>(u"completeInterview"_s));
    }

    void aPracticeEndsAsOne()
    {
        m_workspace->tryInterview();
        QTRY_VERIFY(m_workspace->page());
        m_workspace->page()->finish();
        for (int i = 0; i < 40 && !shown<QLabel>(u"finishState"_s); ++i)
            m_workspace->page()->next();
        QTRY_VERIFY(shown<QLabel>(u"finishState"_s));
        QVERIFY(!shown<QPushButton>(u"completeInterview"_s));
        QVERIFY(!shown<QPushButton>(u"lockInterview"_s));
        bool isSaid = false;
        for (const QLabel *label : m_workspace->findChildren<QLabel *>()) {
            isSaid = isSaid || (label->isVisible() && label->text().contains(u"nothing of it is kept"_s));
            QVERIFY2(!label->isVisible() || !label->text().contains(u"is in the catalogue"_s),
                     qPrintable(label->text()));
        }
        QVERIFY(isSaid);
    }

    // As beside the questions: nothing that is typed vanishes, and Enter leads on.
    void whatNoAnswerTakesBecomesANote()
    {
        start();
        m_workspace->page()->finish();
        for (int i = 0; i < 40 && !shown<QListView>(u"answerChoices"_s); ++i)
            m_workspace->page()->next();
        const QPointer list = shown<QListView>(u"answerChoices"_s);
        QVERIFY(list);
        list->setFocus();
        type(u"of a call "_s);
        auto *note = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
        QVERIFY(note && note->objectName() == "questionNote"_L1);
        QCOMPARE(note->toPlainText(), u"of a call "_s);
        press(Qt::Key_Escape);
        QVERIFY(list->hasFocus());
        m_workspace->page()->flush();
        QTRY_VERIFY(interview().isSaved());
        const auto &answers = interview().data().answers;
        QVERIFY(std::any_of(answers.cbegin(), answers.cend(),
                            [](const Answer &answer) { return answer.note.contains(u"of a call"_s); }));
        press(Qt::Key_2);
        press(Qt::Key_Return);
        QVERIFY2(!list || !list->hasFocus(), "Enter on what is answered leads on");
    }

    void addingAQuoteStaysWithTheQuotes()
    {
        auto *quotes = finishAtQuotes();
        QVERIFY(quotes);
        quotes->setFocus();
        type(u"nobody told us"_s);
        QPushButton *add = nullptr;
        for (auto *button : quotes->findChildren<QPushButton *>()) {
            if (button->text() == u"Add quote"_s)
                add = button;
        }
        QVERIFY(add);
        add->setFocus();
        press(Qt::Key_Space);
        QVERIFY(quotes->focusProxy()->hasFocus());
        QTRY_COMPARE(readEvidence(m_open->session.reader(), interview().data().examples.first().id).size(),
                     1);
        QTRY_VERIFY(
            !shown<EvidenceList>(u"finishQuotes"_s)->findChild<QPlainTextEdit *>()->toPlainText().size());
        QVERIFY(quotes->focusProxy()->hasFocus());
    }

    void escFromConsentLeadsBackToWhatWasWritten()
    {
        auto *quotes = finishAtQuotes();
        QVERIFY(quotes);
        quotes->setFocus();
        const QWidget *before = QApplication::focusWidget();
        m_workspace->page()->consent();
        QTRY_VERIFY(QApplication::focusWidget() != before);
        press(Qt::Key_Escape);
        QTRY_COMPARE(QApplication::focusWidget(), before);
    }

    void aQuoteThatWasBegunIsKept()
    {
        auto *quotes = finishAtQuotes();
        QVERIFY(quotes);
        const qint64 example = interview().data().examples.first().id;
        quotes->setFocus();
        type(u"nobody told us"_s);
        m_workspace->page()->next();
        QTRY_COMPARE(readEvidence(m_open->session.reader(), example).size(), 1);
        QCOMPARE(readEvidence(m_open->session.reader(), example).first().quote, u"nobody told us"_s);
    }

    void whoWasFinishingGoesOnFinishing()
    {
        start();
        star();
        const InterviewId id = interview().id();
        m_workspace->page()->finish();
        QTRY_COMPARE(interview().state(), interview_state::finishing);
        m_workspace->showList();
        QVERIFY(!m_workspace->page());
        m_workspace->goOnWith(id);
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        QTRY_VERIFY(shown<QPlainTextEdit>(u"heardWords"_s)->hasFocus());
        press(Qt::Key_Escape); // back to the questions
        QTRY_VERIFY(!shown<QListWidget>(u"markTargets"_s));
    }

    void whoTakesNoPartLeavesNoFieldOpenInFinish()
    {
        start();
        star();
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        interview().setConsent(fields::interview::takesPart, u"no"_s);
        QTRY_VERIFY(interview().isDeclined());
        QTRY_VERIFY(!shown<QWidget>(u"finishNext"_s));
    }

    void whoTakesNoPartHasNothingToFinish()
    {
        start();
        interview().setConsent(fields::interview::takesPart, u"no"_s);
        QTRY_VERIFY(interview().isDeclined());
        m_workspace->page()->finish();
        QVERIFY(!shown<QWidget>(u"finishNext"_s));
        QVERIFY(m_open->messages.shown.last().text.contains(u"nothing to finish"_s));
    }

    void aQuoteIsInTheFileAsItIsTyped()
    {
        auto *quotes = finishAtQuotes();
        QVERIFY(quotes);
        const qint64 example = interview().data().examples.first().id;
        const auto inFile = [&] { return readEvidence(m_open->session.reader(), example); };
        quotes->setFocus();
        type(u"nobody told"_s);
        QTRY_COMPARE(inFile().size(), 1);
        QCOMPARE(quotes->findChildren<QLabel *>().size(), 0); // it stands in the field, once
        type(u" us"_s);
        QTRY_COMPARE(inFile().value(0).quote, u"nobody told us"_s);
        QCOMPARE(inFile().size(), 1);
        QCOMPARE(quotes->count(), 1);
        // Emptied again it is none; typed on it is one.
        auto *field = qobject_cast<QPlainTextEdit *>(quotes->focusProxy());
        field->selectAll();
        press(Qt::Key_Delete);
        QTRY_COMPARE(inFile().size(), 0);
        // A later visit is a step of its own: the field shows what undo leaves.
        type(u"they knew"_s);
        QTRY_COMPARE(inFile().size(), 1);
        m_open->session.undo();
        QTRY_COMPARE(inFile().size(), 0);
        QTRY_COMPARE(field->toPlainText(), QString());
        m_open->session.redo();
        QTRY_COMPARE(inFile().size(), 1);
        QTRY_COMPARE(quotes->findChildren<QLabel *>().size(), 1);
        QCOMPARE(quotes->findChildren<QLabel *>().first()->text(), u"“they knew”"_s);
        QCOMPARE(field->toPlainText(), QString());
    }

    void twoQuickEntersMakeOneExample()
    {
        start();
        star();
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        auto *targets = shown<QListWidget>(u"markTargets"_s);
        targets->setFocus();
        QTest::keyClick(targets, Qt::Key_Return);
        QTest::keyClick(targets, Qt::Key_Return);
        QTRY_VERIFY(shown<ExampleCard>());
        m_open->session.flush();
        QTRY_VERIFY(interview().isSaved());
        QCOMPARE(interview().data().examples.size(), 1);
    }

    void theCountFollowsWhatIsMade()
    {
        start();
        star();
        star();
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        const int before = total();
        QCOMPARE(textOf(u"finishCount"_s), count(1, before));
        takeAsNewExample();
        QTRY_COMPARE(textOf(u"finishCount"_s), count(1, before + 1));
        nameIt(u"one"_s);
        m_workspace->page()->next();
        QCOMPARE(textOf(u"finishCount"_s), count(2, before + 1));
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        takeAsNewExample();
        QTRY_COMPARE(textOf(u"finishCount"_s), count(2, before + 2));
        nameIt(u"two"_s);
        m_workspace->page()->next();
        QCOMPARE(textOf(u"finishCount"_s), count(3, before + 2));
        QVERIFY(!shown<QListWidget>(u"markTargets"_s));
        // Back comes to what was just done: the example that the mark became.
        m_workspace->page()->previous();
        QCOMPARE(textOf(u"finishCount"_s), count(2, before + 2));
        QVERIFY(!shown<QListWidget>(u"markTargets"_s));
        QTRY_VERIFY(shown<ExampleCard>());
        QCOMPARE(shown<ExampleCard>()->example(), interview().data().examples.last().exampleId());
        m_workspace->page()->previous();
        QCOMPARE(textOf(u"finishCount"_s), count(1, before + 2));
        QCOMPARE(shown<ExampleCard>()->example(), interview().data().examples.first().exampleId());
        QVERIFY(!shown<QPushButton>(u"finishBack"_s)->isEnabled());
        m_workspace->page()->next(); // past what is settled
        QCOMPARE(textOf(u"finishCount"_s), count(3, before + 2));
    }

    void theTranscriptStaysBesideTheCard()
    {
        start();
        addTranscript(u"Q: One?\n\nA: It broke.\n\nQ: And?\n\nA: We did not know.\n"_s);
        star();
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<TranscriptView>(u"markTranscript"_s));
        select(u"We did not know"_s);
        takeAsNewExample();
        auto *said = shown<TranscriptView>(u"markTranscript"_s);
        QVERIFY2(said, "the transcript is gone");
        QVERIFY(said->toPlainText().contains(u"It broke."_s));
        QCOMPARE(said->textCursor().selectedText(), u"We did not know"_s);
        QTRY_VERIFY(said->height() > said->fontMetrics().lineSpacing() * 7);
        QVERIFY2(said->mapTo(m_workspace.get(), QPoint()).x() <
                     shown<ExampleCard>()->mapTo(m_workspace.get(), QPoint()).x(),
                 "at the left of the card");
        test::shoot(*m_workspace, u"interview-finish-transcript"_s);
        // Words are found in it, while the card is worked on.
        QVERIFY(m_workspace->find());
        type(u"broke"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(said->textCursor().selectedText(), u"broke"_s);
        press(Qt::Key_Escape);
        QVERIFY(said->hasFocus());
        m_workspace->page()->next();
        QVERIFY(!shown<TranscriptView>());
    }

    void aMarkWithoutWordsMakesNothingByAccident()
    {
        start();
        star();
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        auto *targets = shown<QListWidget>(u"markTargets"_s);
        QTRY_VERIFY(shown<QPlainTextEdit>(u"heardWords"_s)->hasFocus());
        QCOMPARE(targets->currentRow(), 0); // as at every mark
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<ExampleCard>());
        m_workspace->page()->next();
        QTRY_VERIFY(interview().data().examples.isEmpty());
        QTRY_VERIFY(!interview().data().marks.first().done);
    }

    void anExampleOfNothingGoesWithItsCard()
    {
        start();
        star();
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        takeAsNewExample();
        QTRY_COMPARE(interview().data().examples.size(), 1);
        m_workspace->page()->next();
        QTRY_COMPARE(interview().data().examples.size(), 0);
        QTRY_VERIFY2(!interview().data().marks.first().done, "as if never made: the mark waits");
    }

    void enterInTheTranscriptTakesWhatIsSelected()
    {
        start();
        addTranscript(u"Q: One?\n\nA: It broke.\n\nQ: And?\n\nA: We did not know.\n"_s);
        star();
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<TranscriptView>(u"markTranscript"_s));
        select(u"We did not know"_s);
        shown<TranscriptView>(u"markTranscript"_s)->setFocus();
        type(u"xyz"_s); // goes nowhere
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<ExampleCard>());
        const auto evidence = readEvidence(m_open->session.reader(), interview().data().examples.first().id);
        QCOMPARE(evidence.value(0).quote, u"We did not know"_s);
    }

    void inOtherWordsOnlyIsTheInterviewersWording()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        type(u"They changed the feed."_s);
        press(Qt::Key_F8);
        press(Qt::Key_Q);
        QTRY_COMPARE(interview().data().marks.size(), 1);
        interview().setConsent(fields::interview::quotes, u"paraphrase"_s);
        QTRY_COMPARE(interview().data().interview.quotes, u"paraphrase"_s);
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        takeAsNewExample();
        const ExampleRecord &example = interview().data().examples.first();
        const auto evidence = readEvidence(m_open->session.reader(), example.id);
        QCOMPARE(evidence.value(0).quote, u"They changed the feed."_s);
        QCOMPARE(evidence.value(0).relation, u"interviewer"_s);
        QCOMPARE(example.participant, interview().data().interview.participants.value(0));
    }

    void theMarksOfAnExampleStandBesideIt()
    {
        start();
        goTo({u"headlines"_s, {}});
        const auto made = std::make_shared<qint64>(0);
        interview().addInstance({u"headlines"_s, {}}, [made](qint64 id) { *made = id; });
        QTRY_VERIFY(*made);
        QTRY_VERIFY(interview().isSaved());
        goTo({u"headline-title"_s, {*made}});
        type(u"The feed broke"_s);
        press(Qt::Key_F8);
        press(Qt::Key_F8);
        QTRY_COMPARE(interview().data().marks.size(), 1);
        interview().setMarkDone(interview().data().marks.first().id, true);
        QTRY_VERIFY(interview().data().marks.first().done);
        addTranscript(u"Q: One?\n\nA: It broke.\n"_s);
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QListWidget>(u"storyMarks"_s));
        auto *marks = shown<QListWidget>(u"storyMarks"_s);
        QCOMPARE(marks->count(), 1);
        QVERIFY2(marks->item(0)->text().contains(u"The feed broke"_s), qPrintable(marks->item(0)->text()));
        marks->setFocus();
        press(Qt::Key_Return);
        QVERIFY(shown<TranscriptView>(u"storyTranscript"_s));
        test::shoot(*m_workspace, u"interview-finish-marks"_s);
    }

    void withoutATranscriptTheWordsAreEnough()
    {
        start();
        star();
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        takeAsNewExample();
        QVERIFY(!shown<TranscriptView>());
        QVERIFY(m_workspace->find()); // and nothing else is searched
    }

    void theLabelSaysWhoseWordsTheyAre_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("speaker"); // of the participants; -1: none
        QTest::addColumn<QString>("relation");
        QTest::newRow("the first") << u"It broke."_s << 0 << u"supports"_s;
        QTest::newRow("the second") << u"At night."_s << 1 << u"supports"_s;
        QTest::newRow("the interviewer") << u"So it was the feed?"_s << -1 << u"interviewer"_s;
    }
    void theLabelSaysWhoseWordsTheyAre()
    {
        QFETCH(QString, words);
        QFETCH(int, speaker);
        start();
        interview().addParticipant({});
        QTRY_COMPARE(interview().data().interview.participants.size(), 2);
        const QVector<QString> names = interview().data().interview.pseudonyms;
        addTranscript(u"%1: It broke.\n\n%2: At night.\n\nInterviewer: So it was the feed?\n"_s.arg(
            names[0], names[1]));
        star();
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<TranscriptView>(u"markTranscript"_s));
        select(words);
        takeAsNewExample();
        const ExampleRecord &example = interview().data().examples.first();
        const auto evidence = readEvidence(m_open->session.reader(), example.id);
        QCOMPARE(evidence.size(), 1);
        QCOMPARE(evidence.first().quote, words);
        QTEST(evidence.first().relation, "relation");
        const QVector<ParticipantId> people = interview().data().interview.participants;
        QCOMPARE(evidence.first().speaker, people.value(speaker));
        QCOMPARE(example.participant, people.value(qMax(0, speaker)));
        // Words of the interviewer are shown as nobody else's.
        m_workspace->page()->openExample(example.exampleId());
        const auto button = [this] { return shown<QToolButton>(u"evidenceSpeaker"_s); };
        if (speaker < 0) {
            QTRY_VERIFY(shown<QToolButton>(u"removeEvidence"_s)); // it is there
            QVERIFY(!button());
        } else {
            QTRY_VERIFY(button());
            QCOMPARE(button()->text(), names.value(speaker));
        }
    }
};

QTEST_MAIN(TestFinish)
#include "test_finish.moc"
