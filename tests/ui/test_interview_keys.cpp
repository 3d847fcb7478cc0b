#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "core/protocol/SpokenLabels.h"
#include "tests/support/ui/InterviewBench.h"
#include "tests/support/ui/Shots.h"
#include "tests/support/ui/Typing.h"
#include "ui/interview/AnswerEditor.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/MarkList.h"
#include "ui/interview/QuestionView.h"
#include "ui/interview/TranscriptView.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;

/// Moving through an interview by keyboard: where the focus goes, and that no letter goes astray.
class TestInterviewKeys : public test::InterviewBench
{
    Q_OBJECT

private Q_SLOTS:
    // Answers that are fields of the interview, the participant or the system come back as they were given,
    // too.
    void comingBackShowsWhatWasAnswered_data()
    {
        QTest::addColumn<QString>("question");
        for (const char *name : {"setup-people", "setup-mode", "briefing-reminds", "roles", "years"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void comingBackShowsWhatWasAnswered()
    {
        QFETCH(QString, question);
        start();
        goTo({question, {}});
        const auto input = [this] { return m_workspace->page()->question().answer()->input(); };
        QVERIFY(input());
        if (question == u"briefing-reminds")
            type(u"They changed the feed"_s);
        else
            press(question == u"setup-people" ? Qt::Key_1 : Qt::Key_2); // of a list; two years
        QTRY_VERIFY(!input()->value().isBlank());
        const Value given = input()->value();
        m_workspace->page()->next();
        QTRY_VERIFY(interview().currentRef().question != question);
        m_workspace->page()->previous();
        QTRY_COMPARE(interview().currentRef().question, question);
        QCOMPARE(input()->value(), given);
        QTRY_VERIFY(interview().isSaved());
        QCOMPARE(input()->value(), given);
    }

    void goingOnPutsTheFocusIntoTheAnswer()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        m_workspace->page()->panes().first()->setFocus();
        QVERIFY(!m_workspace->page()->question().isAncestorOf(QApplication::focusWidget()));
        m_workspace->page()->next();
        QTRY_VERIFY(m_workspace->page()->question().isAncestorOf(QApplication::focusWidget()));
        QTRY_VERIFY(interview().isSaved());
        QVERIFY(m_workspace->page()->question().isAncestorOf(QApplication::focusWidget()));
    }

    void aProbeIsTickedWhereOneIs()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        const auto asked = [this] {
            return interview().data().probes.value(interview().currentRef()).size();
        };
        type(u"as I say"_s);
        QWidget *const text = QApplication::focusWidget();
        press(Qt::Key_2, Qt::AltModifier);
        QTRY_COMPARE(asked(), 1);
        QCOMPARE(QApplication::focusWidget(), text);
        type(u"2"_s);
        QCOMPARE(answerText()->toPlainText(), u"as I say2"_s);

        auto *box = m_workspace->findChild<QCheckBox *>();
        box->setFocus();
        press(Qt::Key_Space);
        QTRY_COMPARE(asked(), 2);
        QTRY_VERIFY(interview().isSaved());
        QCOMPARE(QApplication::focusWidget(), box);
        QVERIFY(box->isChecked());
        press(Qt::Key_1, Qt::AltModifier);
        QTRY_COMPARE(asked(), 1);
        QVERIFY(!box->isChecked());
    }

    void typingAddsTheFirstOneAndLosesNothing()
    {
        start();
        goTo({u"headlines"_s, {}});
        QCOMPARE(QApplication::focusWidget()->objectName(), u"addInstance"_s);
        for (const QChar letter : u"hospitals store audio"_s) // while the row is being made
            type(letter);
        QTRY_COMPARE(interview().currentRef().question, u"headline-title"_s);
        QTRY_COMPARE(interview().lastAnswer(interview().currentRef()).toText(), u"hospitals store audio"_s);
        QTRY_COMPARE(interview().data().examples.size(), 1);
    }

    // A quick typist does not wait for the row to be made.
    void whatIsTypedAheadGoesWhereItWasMeant()
    {
        start();
        goTo({u"headlines"_s, {}});
        press(Qt::Key_Return);
        QTRY_COMPARE(interview().currentRef().question, u"headline-title"_s);
        type(u"first"_s);
        press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        type(u"second"_s);
        press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        type(u"third"_s);
        const auto titles = [this] {
            QStringList result;
            for (const ExampleRecord &example : interview().data().examples)
                result << example.text(fields::example::title);
            return result;
        };
        QTRY_COMPARE(interview().data().examples.size(), 3);
        m_workspace->page()->flush();
        QTRY_COMPARE(titles(), (QStringList{u"first"_s, u"second"_s, u"third"_s}));
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        type(u"who"_s);
        QTRY_COMPARE(interview().data().examples.size(), 4);
        QTest::qWait(100);
        QCOMPARE(interview().lastAnswer(interview().currentRef()).toText(), u"third"_s);
    }

    // The catalogue is in the same window, with commands that are single letters.
    void whatIsTypedAheadRunsNoCommandOfWhatIsHidden()
    {
        start();
        QWidget hidden(m_workspace.get());
        hidden.hide();
        int ran = 0;
        const auto addCommand = [&](const QKeySequence &keys, Qt::ShortcutContext context) {
            auto *action = new QAction(&hidden);
            action->setShortcut(keys);
            action->setShortcutContext(context);
            connect(action, &QAction::triggered, &hidden, [&ran] { ++ran; });
            hidden.addAction(action);
        };
        for (const Qt::Key key : {Qt::Key_F, Qt::Key_A, Qt::Key_S, Qt::Key_Space, Qt::Key_Delete})
            addCommand(key, Qt::WidgetShortcut);
        addCommand(Qt::CTRL | Qt::Key_E, Qt::WindowShortcut);
        goTo({u"headlines"_s, {}});
        press(Qt::Key_Return);
        type(u"a fast sea"_s);
        press(Qt::Key_E, Qt::ControlModifier);
        press(Qt::Key_Delete);
        QTRY_COMPARE(interview().currentRef().question, u"headline-title"_s);
        m_workspace->page()->flush();
        QTRY_COMPARE(interview().lastAnswer(interview().currentRef()).toText(), u"a fast sea"_s);
        QCOMPARE(ran, 0);
    }

    void escFromGoingToAQuestionGivesTheCaretBack()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        type(u"They wait"_s);
        press(Qt::Key_J, Qt::ControlModifier);
        type(u"zzz"_s);
        press(Qt::Key_Escape); // the search is empty
        press(Qt::Key_Escape);
        type(u" and see"_s);
        m_workspace->page()->flush();
        QTRY_COMPARE(interview().lastAnswer({u"briefing-reminds"_s, {}}).toText(), u"They wait and see"_s);
    }

    void nextPassesOverWhatIsForAfterwards()
    {
        start();
        const auto isForAfterwards = [this](int index) {
            const Step &step = interview().flow().steps()[index];
            return step.question->when == AnswerWhen::After &&
                   !interview().flow().protocol().sections[step.section].interviewerOnly;
        };
        goTo({u"headlines"_s, {}});
        interview().addInstance({u"headlines"_s, {}});
        QTRY_VERIFY(interview().isSaved());
        const ExampleRecord &example = interview().data().examples.first();
        interview().answer({u"headline-picks"_s, {}}, Value::keys({crockford(example.id)}));
        QTRY_VERIFY(interview().isSaved());
        int passed = 0;
        for (int i = interview().flow().next(-1); i >= 0; i = interview().flow().next(i))
            passed += isForAfterwards(i);
        QVERIFY(passed > 0);
        goTo({u"setup-people"_s, {}});
        int walked = 0;
        while (interview().nextIndex() >= 0 && walked < 1000) {
            const int next = interview().nextIndex();
            QVERIFY(!isForAfterwards(next));
            QVERIFY(interview().goTo(interview().flow().steps()[next].ref));
            ++walked;
        }
        QVERIFY(walked > 30);
        // Who is at one goes on with the next of them; afterwards nothing is passed over.
        for (int i = interview().flow().next(-1); i >= 0; i = interview().flow().next(i)) {
            const int after = interview().flow().next(i);
            if (isForAfterwards(i) && after >= 0) {
                QVERIFY(interview().goTo(interview().flow().steps()[i].ref));
                QCOMPARE(interview().nextIndex(), after);
            }
        }
    }

    void aCardOpenedByMistakeLeavesNothing()
    {
        start();
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(interview().data().examples.size(), 1);
        press(Qt::Key_Escape);
        QTRY_COMPARE(interview().data().examples.size(), 0);
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(interview().data().examples.size(), 1);
        press(Qt::Key_Tab);
        type(u"the feed stays as it is"_s);
        press(Qt::Key_Escape);
        QTRY_VERIFY(interview().isSaved() && !m_open->session.isSaving());
        QCOMPARE(interview().data().examples.size(), 1);
    }

    void aSlipAtTheConsentIsTakenBack()
    {
        start();
        goTo({u"takes-part"_s, {}});
        press(Qt::Key_2);
        QTRY_COMPARE(interview().state(), QString(u"complete"_s));
        QVERIFY(interview().isDeclined());
        press(Qt::Key_1);
        QTRY_COMPARE(interview().state(), QString(u"in-progress"_s));
        QVERIFY(!interview().isDeclined());
    }

    void whatWasFinishedByMistakeIsOpenedAgain()
    {
        start();
        m_workspace->page()->finish();
        QTRY_COMPARE(interview().state(), QString(u"finishing"_s));
        m_workspace->page()->pause(); // the same button: Open again
        QTRY_COMPARE(interview().state(), QString(u"in-progress"_s));
    }

    void backToWhereOneJumpedFrom()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        goTo({u"takes-part"_s, {}});
        goTo({u"years"_s, {}});
        press(Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(interview().currentRef().question, u"takes-part"_s);
        press(Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(interview().currentRef().question, u"briefing-reminds"_s);
        QVERIFY(interview().goBack()); // the first question
        QVERIFY(!interview().goBack());
        QCOMPARE(interview().currentRef().question, u"setup-people"_s);
    }

    void enterGoesOnWithWhatIsNotFinished()
    {
        start();
        m_workspace->showList();
        m_workspace->newInterview();
        QCOMPARE(QApplication::focusWidget()->objectName(), u"pseudonym"_s);
        m_workspace->focusDefault();
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"interviews"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(m_workspace->page());
        QCOMPARE(readInterviews(m_open->session.reader()).size(), 1);
    }

    void enterGoesOnWithWhatIsBeingFinished()
    {
        start();
        interview().finish();
        QTRY_COMPARE(interview().state(), QString(interview_state::finishing));
        m_workspace->showList();
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"interviews"_s);
        QCOMPARE(m_workspace->findChild<QTreeView *>(u"interviews"_s)->actions().size(), 2); // Shift+F10
        press(Qt::Key_Return);
        QTRY_VERIFY(m_workspace->page());
        QCOMPARE(readInterviews(m_open->session.reader()).size(), 1);
    }

    void theProtocolUsedLastIsOfferedAgain()
    {
        auto *protocols = m_workspace->findChild<QComboBox *>(u"newInterviewProtocol"_s);
        QVERIFY(protocols->currentText().contains(u"60"_s));
        const int shorter = protocols->findText(u"30"_s, Qt::MatchContains);
        QVERIFY(shorter >= 0);
        protocols->setCurrentIndex(shorter);
        Q_EMIT protocols->activated(shorter);
        start();
        m_workspace->newInterview();
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"pseudonym"_s);
        QCOMPARE(protocols->currentIndex(), shorter);
        close(); // another day
        open();
        QTRY_VERIFY(
            m_workspace->findChild<QComboBox *>(u"newInterviewProtocol"_s)->currentText().contains(u"30"_s));
    }

    void whatIsOnItsWayToTheFileIsShown()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        type(u"kept"_s);
        m_workspace->page()->flush();
        QTRY_VERIFY(interview().isSaved());
        interview().answer({u"briefing-reminds"_s, {}}, Value::text(u"kept and more"_s));
        QCOMPARE(interview().lastAnswer({u"briefing-reminds"_s, {}}).toText(), u"kept and more"_s);
        QTRY_VERIFY(interview().isSaved());
        QCOMPARE(interview().lastAnswer({u"briefing-reminds"_s, {}}).toText(), u"kept and more"_s);
        QTRY_COMPARE(answerText()->toPlainText(), u"kept and more"_s);
    }

    void aStarOpensTheTranscriptAtItsMoment()
    {
        start();
        interview().addTranscript(u"talk"_s,
                                  u"Q: One?\n\nA: It broke.\n\nQ: And?\n\nA: We did not know.\n"_s);
        QTRY_VERIFY(interview().isSaved());
        press(Qt::Key_F8);
        press(Qt::Key_F8);
        QTRY_COMPARE(interview().data().marks.size(), 1);
        interview().createExample();
        QTRY_COMPARE(interview().data().examples.size(), 1);
        m_workspace->page()->finish();
        auto *said = m_workspace->findChild<TranscriptView *>(u"markTranscript"_s);
        auto *targets = m_workspace->findChild<QListWidget *>(u"markTargets"_s);
        QVERIFY(said && targets);
        QTRY_VERIFY(said->isVisible());
        // Nothing was typed: what is said at the caret counts, once somebody has put it, until words are
        // selected.
        QVERIFY(!(targets->item(2)->flags() & Qt::ItemIsEnabled));
        said->moveCursor(QTextCursor::Down);
        QVERIFY(targets->item(2)->flags() & Qt::ItemIsEnabled);
        said->setFocus();
        QVERIFY(m_workspace->find());
        type(u"broke"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(said->textCursor().selectedText(), u"broke"_s);
        press(Qt::Key_Escape);
        QVERIFY(said->hasFocus());
        QTextCursor cursor = said->textCursor();
        const int at = int(said->toPlainText().indexOf(u"We did not know"_s));
        cursor.setPosition(at);
        cursor.setPosition(at + 15, QTextCursor::KeepAnchor);
        said->setTextCursor(cursor);
        QVERIFY(targets->item(2)->flags() & Qt::ItemIsEnabled);
        test::shoot(*m_workspace, u"interview-mark-transcript"_s);
        targets->setFocus();
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QTRY_VERIFY(interview().data().marks.first().done);
        const auto evidence = readEvidence(m_open->session.reader(), interview().data().examples.first().id);
        QCOMPARE(evidence.size(), 1);
        QCOMPARE(evidence.first().quote, u"We did not know"_s);
    }

    void aStarWithoutWordsTakesWhatIsSaidAtTheCaret()
    {
        start();
        interview().addTranscript(u"talk"_s, u"Q: One?\n\nA: It broke.\nOften.\n\nQ: And?\n"_s);
        QTRY_VERIFY(interview().isSaved());
        press(Qt::Key_F8);
        press(Qt::Key_F8);
        QTRY_COMPARE(interview().data().marks.size(), 1);
        m_workspace->page()->finish();
        auto *said = m_workspace->findChild<TranscriptView *>(u"markTranscript"_s);
        QVERIFY(said);
        QTRY_VERIFY(said->isVisible());
        QTextCursor cursor = said->textCursor();
        cursor.setPosition(int(said->toPlainText().indexOf(u"broke")));
        said->setTextCursor(cursor);
        m_workspace->findChild<QListWidget *>(u"markTargets"_s)->setFocus();
        press(Qt::Key_Return);
        QTRY_COMPARE(interview().data().examples.size(), 1);
        const auto evidence = readEvidence(m_open->session.reader(), interview().data().examples.first().id);
        QCOMPARE(evidence.value(0).quote, u"It broke.\nOften."_s);
        // What it is about stays beside the fields.
        QTRY_VERIFY(said->isVisible());
        QTRY_COMPARE(said->textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n'),
                     u"It broke.\nOften."_s);
        test::shoot(*m_workspace, u"interview-mark-new-example"_s);

        // Undone, the mark is asked about again, and nowhere else is gone to.
        bool stayed = false;
        connect(&m_open->session, &StudySession::undone, m_workspace.get(),
                [&](const Commit &commit) { stayed = m_workspace->goToPlace(commit.action.place); });
        m_open->session.undo();
        QTRY_VERIFY(interview().data().examples.isEmpty());
        QVERIFY(stayed);
        const auto isAsked = [this] {
            const auto lists = m_workspace->findChildren<QListWidget *>(u"markTargets"_s);
            return std::ranges::any_of(lists, [](const QListWidget *list) { return list->isVisible(); });
        };
        QTRY_VERIFY(isAsked());
    }

    void findDoesNotLeaveFinish()
    {
        start();
        press(Qt::Key_F8);
        press(Qt::Key_F8);
        QTRY_COMPARE(interview().data().marks.size(), 1);
        QVERIFY(!m_workspace->find());
        m_workspace->page()->finish();
        QVERIFY(m_workspace->find()); // a mark without a transcript
        m_workspace->page()->next();
        QVERIFY(m_workspace->find());
    }

    void aMarkWithoutWordsTellsItsPlace()
    {
        start();
        goTo({u"setup-mode"_s, {}});
        press(Qt::Key_F8);
        press(Qt::Key_Q);
        QTRY_COMPARE(interview().data().marks.size(), 1);
        QVERIFY(interview().data().marks.first().words.quote.isEmpty());
        auto *list = m_workspace->findChild<MarkList *>();
        QVERIFY(list);
        QTRY_VERIFY(list->isVisible());
        QCOMPARE(list->count(), 1);
        QVERIFY2(list->item(0)->text().contains(u"at: "_s), qPrintable(list->item(0)->text()));
        // Selected is what has the focus.
        QVERIFY(list->selectedItems().isEmpty());
        list->setFocus();
        QCOMPARE(list->selectedItems().size(), 1);
        m_workspace->page()->focusQuestion();
        QVERIFY(list->selectedItems().isEmpty());
    }

    void theChoicesSpeakTheLanguageOfTheQuestion()
    {
        start();
        goTo({u"setup-mode"_s, {}});
        const auto offered = [this] {
            QStringList labels;
            auto *list = m_workspace->findChild<QAbstractItemView *>(u"answerChoices"_s);
            for (int row = 0; list && row < list->model()->rowCount(); ++row)
                labels += list->model()->index(row, 0).data().toString();
            return labels.join(u" | "_s);
        };
        const auto says = [&offered](const QString &language) {
            const SpokenLabels &spoken = SpokenLabels::in(language);
            return std::ranges::all_of(fields::interview::mode.choices, [&](const Choice &choice) {
                return offered().contains(spoken.option(fields::interview::mode, choice.key));
            });
        };
        QVERIFY2(says(u"en"_s) && !says(u"fr"_s), qPrintable(offered()));
        for (const QString &language : {u"fr"_s, u"de"_s, u"es"_s}) {
            interview().setLanguage(language);
            QTRY_VERIFY2(says(language) && !says(u"en"_s), qPrintable(offered()));
        }
    }

    void wordsAreFoundInTheTranscriptThatIsRead()
    {
        start();
        interview().addTranscript(u"talk"_s, u"Q: Rain?\n\nA: The RAIN gauge; rain again.\n"_s);
        QTRY_VERIFY(interview().isSaved());
        QVERIFY(!m_workspace->find()); // a question is being answered: Find is the catalogue's
        press(Qt::Key_T, Qt::ControlModifier);
        auto *text = m_workspace->findChild<TranscriptView *>(u"transcript"_s);
        QVERIFY(text);
        QTRY_VERIFY(text->isVisible());
        text->setFocus();
        QVERIFY(m_workspace->find());
        type(u"rain"_s);
        press(Qt::Key_Return);
        const auto found = [text] { return text->textCursor().selectionStart(); };
        QTRY_COMPARE(found(), text->toPlainText().indexOf(u"Rain?"_s));
        press(Qt::Key_Return);
        QCOMPARE(found(), text->toPlainText().indexOf(u"RAIN"_s));
        press(Qt::Key_Return);
        QCOMPARE(found(), text->toPlainText().indexOf(u"rain again"_s));
        press(Qt::Key_Return); // around the end
        QCOMPARE(found(), text->toPlainText().indexOf(u"Rain?"_s));
        press(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(found(), text->toPlainText().indexOf(u"rain again"_s));
        test::shoot(*m_workspace, u"interview-transcript-find"_s);
        press(Qt::Key_Escape);
        QVERIFY(text->hasFocus());
        QCOMPARE(text->textCursor().selectedText(), u"rain"_s);
    }

    void enterGoesOnFromWhatIsPicked()
    {
        start();
        QCOMPARE(interview().currentRef().question, u"setup-people"_s);
        press(Qt::Key_1);
        press(Qt::Key_Return);
        QTRY_COMPARE(interview().currentRef().question, u"setup-mode"_s);
        QVERIFY(interview().answers().value({u"setup-people"_s, {}}) == Value::boolean(true));
        press(Qt::Key_Return); // picks the first
        QTRY_VERIFY(!interview().answers().value(interview().currentRef()).isBlank());
        QCOMPARE(interview().currentRef().question, u"setup-mode"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(interview().currentRef().question != u"setup-mode");
    }
};

QTEST_MAIN(TestInterviewKeys)
#include "test_interview_keys.moc"
