#include "core/catalogue/EditFields.h"
#include "core/catalogue/ReadExamples.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "core/interview/MarksOfExample.h"
#include "tests/support/ui/InterviewBench.h"
#include "tests/support/ui/Shots.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/EditedRow.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/FieldEditor.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;

/// What a mark is about, and the words that it gets after the interview.
class TestFinishMarks : public test::InterviewBench
{
    Q_OBJECT

private:
    QString textOf(const QString &label)
    {
        const auto *shownLabel = shown<QLabel>(label);
        return shownLabel ? shownLabel->text() : QString();
    }
    void star()
    {
        const qsizetype before = interview().data().marks.size();
        interview().mark(MarkKind::Star, {});
        QTRY_COMPARE(interview().data().marks.size(), before + 1);
    }
    ExampleId addExample(const QString &countedOn)
    {
        const auto made = std::make_shared<ExampleId>();
        interview().createExample([made](qint64 id) { *made = ExampleId{id}; });
        [&] { QTRY_VERIFY(*made); }();
        m_open->session.perform({u"set"_s}, [id = made->value, countedOn](Edit &edit) {
            setValue(edit, fields::example::countedOn, id, countedOn);
        });
        m_open->session.flush();
        return *made;
    }

private Q_SLOTS:
    void undoLeadsToTheMarkWhoseWordsItTakes()
    {
        start();
        star();
        star();
        m_workspace->page()->finish();
        for (const QString &words : {u"rain"_s, u"snow"_s}) {
            QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
            QTRY_VERIFY(shown<QPlainTextEdit>(u"heardWords"_s)->hasFocus());
            type(words);
            m_workspace->page()->next();
        }
        QTRY_COMPARE(interview().data().marks.last().words.quote, u"snow"_s);
        QVERIFY(!shown<QListWidget>(u"markTargets"_s));
        for (const QString &left : {u"2 of"_s, u"1 of"_s}) {
            m_open->session.flush();
            const auto step = m_open->session.nextUndo();
            QVERIFY(step);
            m_open->session.undo();
            m_open->session.flush();
            QVERIFY(m_workspace->goToPlace(step->place));
            QTRY_VERIFY2(textOf(u"finishCount"_s).startsWith(left), qPrintable(textOf(u"finishCount"_s)));
            QTRY_COMPARE(shown<QPlainTextEdit>(u"heardWords"_s)->toPlainText(), QString());
        }
    }

    void aKeyListensAtTheMarkThatIsShown()
    {
        start();
        press(Qt::Key_L, Qt::ControlModifier | Qt::AltModifier); // says where there is something to hear
        QTRY_VERIFY(!m_open->messages.shown.isEmpty());
        QVERIFY(m_open->messages.shown.last().text.contains(u"no mark to listen at"_s));
        interview().recordingStarts();
        star();
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        type(u"they said"_s);
        press(Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
        const auto asks = [this]() -> QFileDialog * {
            return m_workspace->window()->findChild<QFileDialog *>();
        };
        QTRY_VERIFY(asks() && asks()->isVisible()); // nobody said which file it is
        asks()->reject();
        QTRY_VERIFY(!asks());
        QCOMPARE(shown<QPlainTextEdit>(u"heardWords"_s)->toPlainText(), u"they said"_s);
    }

    void anExampleThatSomethingWasMarkedInStays()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        for (const bool marks : {false, true}) {
            m_workspace->page()->newExample();
            QTRY_VERIFY(shown<ExampleCard>());
            QTRY_VERIFY(shown<ExampleCard>()->isAncestorOf(QApplication::focusWidget()));
            if (marks) {
                press(Qt::Key_F8);
                press(Qt::Key_F8);
                QTRY_COMPARE(interview().data().marks.size(), 1);
            }
            press(Qt::Key_Escape);
            QTRY_VERIFY(!shown<ExampleCard>());
            QTRY_VERIFY(interview().isSaved());
            QTRY_COMPARE(interview().data().examples.size(), marks ? 1 : 0);
        }
        QCOMPARE(exampleOf(interview().data().marks.first()),
                 interview().data().examples.first().exampleId());
    }

    void aNumberThatWasHeardIsNoLineOfTheList()
    {
        start();
        star();
        star();
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QPlainTextEdit>(u"heardWords"_s));
        QTRY_VERIFY(shown<QPlainTextEdit>(u"heardWords"_s)->hasFocus());
        type(u"2 weeks later"_s);
        QTRY_COMPARE(interview().data().marks.first().words.quote, u"2 weeks later"_s);
        QVERIFY(!interview().data().marks.first().done);
        m_workspace->page()->next();
        QTRY_VERIFY(shown<QPlainTextEdit>(u"heardWords"_s)->toPlainText().isEmpty());
        QTRY_VERIFY(shown<QPlainTextEdit>(u"heardWords"_s)->hasFocus());
        type(u"2"_s); // alone it is one
        press(Qt::Key_Return);
        QTRY_VERIFY(interview().data().marks.last().done);
        QTRY_COMPARE(interview().data().marks.last().words.quote, QString());
        QCOMPARE(interview().data().examples.size(), 0);
    }

    void aMarkInACardIsOfItsExample()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        m_workspace->page()->newExample();
        QTRY_VERIFY(shown<ExampleCard>());
        QTRY_VERIFY(shown<ExampleCard>()->isAncestorOf(QApplication::focusWidget()));
        press(Qt::Key_Tab); // to the first words
        type(u"the feed"_s);
        press(Qt::Key_F8);
        press(Qt::Key_Q);
        QTRY_COMPARE(interview().data().marks.size(), 1);
        const Mark mark = interview().data().marks.first();
        QCOMPARE(exampleOf(mark), interview().data().examples.first().exampleId());
        QCOMPARE(mark.words.quote, u"the feed"_s);
        QCOMPARE(marksOf(interview().data().examples.first(), interview().data()).size(), 1);
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        QVERIFY(shown<QListWidget>(u"markTargets"_s)->item(2)->text().contains(u"Marked here"_s));
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s)->hasFocus());
        press(Qt::Key_3);
        QTRY_VERIFY(interview().data().marks.first().done);
        const auto evidence = readEvidence(m_open->session.reader(), interview().data().examples.first().id);
        QCOMPARE(evidence.value(0).quote, u"the feed"_s);
        QCOMPARE(evidence.value(0).sourceKind, u"spoken"_s);
        QCOMPARE(evidence.value(0).source, qint64(0));
    }

    void lettersAtTheListOfAMarkWithWordsMoveNothing()
    {
        start();
        addExample(u"every feed"_s);
        goTo({u"briefing-reminds"_s, {}});
        type(u"It fails."_s);
        press(Qt::Key_F8);
        press(Qt::Key_Q);
        QTRY_COMPARE(interview().data().marks.size(), 1);
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        auto *targets = shown<QListWidget>(u"markTargets"_s);
        QTRY_VERIFY(targets->hasFocus());
        type(u"vid"_s); // of "Evidence"; E alone is a command
        QCOMPARE(targets->currentRow(), 0);
        QVERIFY(textOf(u"markHint"_s).contains(u"Nothing is typed here"_s));
    }

    void aMarkIsOfTheExampleThatWasWrittenDownAlone()
    {
        start();
        const ExampleId first = addExample(u"the feed"_s), second = addExample(u"the clock"_s);
        m_workspace->page()->openExample(second);
        QTRY_VERIFY(shown<ExampleCard>());
        QTRY_VERIFY(shown<ExampleCard>()->isAncestorOf(QApplication::focusWidget()));
        press(Qt::Key_F8);
        press(Qt::Key_F8);
        QTRY_COMPARE(interview().data().marks.size(), 1);
        QCOMPARE(marksOf(*interview().data().example(second.value), interview().data()).size(), 1);
        QCOMPARE(marksOf(*interview().data().example(first.value), interview().data()).size(), 0);
    }

    void finishGoesOnWhereItWasLeft()
    {
        start();
        star();
        star();
        star();
        m_workspace->page()->finish();
        QTRY_VERIFY(textOf(u"finishCount"_s).startsWith(u"1 of"_s));
        m_workspace->page()->next();
        QTRY_VERIFY(textOf(u"finishCount"_s).startsWith(u"2 of"_s));
        press(Qt::Key_Escape);
        QTRY_VERIFY(!shown<QLabel>(u"finishCount"_s));
        m_workspace->page()->finish();
        QTRY_VERIFY2(textOf(u"finishCount"_s).startsWith(u"2 of"_s), qPrintable(textOf(u"finishCount"_s)));
    }

    void whatWasBeingWrittenInFinishIsGoneOnWith()
    {
        start();
        const ExampleId example = addExample(u"the fe"_s); // as far as it came
        QTRY_VERIFY(interview().data().example(example.value)->has(fields::example::countedOn));
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QLabel>(u"finishCount"_s));
        QTRY_VERIFY(QApplication::focusWidget());
        m_workspace->page()->goOnAt(toText(example) + u"#counted_on"_s);
        QTRY_VERIFY(shown<ExampleCard>());
        const auto text = [] { return qobject_cast<QPlainTextEdit *>(QApplication::focusWidget()); };
        QTRY_VERIFY(text() && text()->toPlainText() == u"the fe"_s);
        type(u"ed"_s);
        const auto stored = [&](const Field &field) {
            m_workspace->page()->flush();
            m_open->session.flush();
            return readExample(m_open->session.reader(), example)->text(field);
        };
        QCOMPARE(stored(fields::example::countedOn), u"the feed"_s);
        // And what is typed at the left, beside the card.
        FieldEditor *title = nullptr;
        for (FieldEditor *each : m_workspace->findChildren<FieldEditor *>()) {
            if (each->isVisible() && each->field() == fields::example::title &&
                !shown<ExampleCard>()->isAncestorOf(each))
                title = each;
        }
        QVERIFY(title);
        title->setFocus();
        type(u"The feed"_s);
        QTest::qWait(50);
        QCOMPARE(stored(fields::example::title), u"The feed"_s);
    }

    void wordsTypedAtAMarkGoOnWhereTheyEnded()
    {
        start();
        addExample(u"rain"_s);
        star();
        star();
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QPlainTextEdit>(u"heardWords"_s));
        type(u"it comes"_s);
        m_workspace->page()->next();
        m_workspace->page()->previous();
        QTRY_VERIFY(shown<QPlainTextEdit>(u"heardWords"_s)->hasFocus());
        type(u" every 2 weeks"_s);
        QCOMPARE(shown<QPlainTextEdit>(u"heardWords"_s)->toPlainText(), u"it comes every 2 weeks"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(interview().data().examples.size(), 2); // a new one, as ever
        QCOMPARE(readEvidence(m_open->session.reader(), interview().data().examples.last().id).first().quote,
                 u"it comes every 2 weeks"_s);
    }

    void eAndDigitsAtTheListMayBeginWords()
    {
        start();
        addExample(u"rain"_s);
        star();
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QPlainTextEdit>(u"heardWords"_s));
        type(u"it comes"_s);
        const auto list = [this] { return shown<QListWidget>(u"markTargets"_s); };
        const auto typeAtList = [&](const QString &words) {
            list()->setFocus();
            QTest::qWait(900); // a run of its own
            for (const QChar each : words)
                each.isDigit() ? press(Qt::Key(Qt::Key_0 + each.digitValue()))
                : each == u'e' ? press(Qt::Key_E)
                               : type(each);
        };
        typeAtList(u"even"_s);
        QCOMPARE(shown<QPlainTextEdit>(u"heardWords"_s)->toPlainText(), u"it comes even"_s);
        QCOMPARE(list()->currentRow(), 0);
        typeAtList(u"2x"_s);
        QCOMPARE(shown<QPlainTextEdit>(u"heardWords"_s)->toPlainText(), u"it comes even 2x"_s);
        QTest::qWait(500);
        QCOMPARE(interview().data().examples.size(), 1);
        QVERIFY(!interview().data().marks.first().done);
        typeAtList(u"e"_s);
        QCOMPARE(list()->currentRow(), 2); // alone it is evidence
        typeAtList(u"2"_s);
        QTRY_VERIFY(interview().data().marks.first().done); // and a digit its line
    }

    void undoneEvidenceShowsItsMarkAgain()
    {
        start();
        const ExampleId rain = addExample(u"rain"_s);
        star();
        star();
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QPlainTextEdit>(u"heardWords"_s));
        type(u"it comes"_s);
        const auto list = [this] { return shown<QListWidget>(u"markTargets"_s); };
        list()->setFocus();
        press(Qt::Key_2); // nothing more, at first
        QTRY_COMPARE(textOf(u"finishCount"_s).section(u' ', 0, 0), u"2"_s);
        m_workspace->page()->previous();
        QTRY_VERIFY(list());
        list()->setFocus();
        press(Qt::Key_3);
        QTRY_COMPARE(readEvidence(m_open->session.reader(), rain.value).size(), 1);
        QTRY_COMPARE(textOf(u"finishCount"_s).section(u' ', 0, 0), u"2"_s);
        m_workspace->page()->previous();
        QTRY_VERIFY(shown<ExampleCard>());
        QTRY_VERIFY(interview().isSaved() && !m_open->session.isSaving());
        const auto step = m_open->session.nextUndo();
        m_open->session.undo();
        m_open->session.flush();
        QVERIFY(readEvidence(m_open->session.reader(), rain.value).isEmpty());
        m_workspace->goToPlace(step->place);
        QTRY_VERIFY(list()); // it can be something else
        QVERIFY(!shown<ExampleCard>());
    }

    void aNoteAtTheQuestionIsShownAtItsMark()
    {
        start();
        const QuestionRef how{u"close-other-side"_s, {}};
        goTo(how);
        interview().mark(MarkKind::Time, {});
        QTRY_COMPARE(interview().data().marks.size(), 1);
        interview().setNote(how, u"same pipeline for both"_s);
        QTRY_VERIFY(interview().isSaved());
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s)->hasFocus());
        press(Qt::Key_1);
        QTRY_VERIFY(shown<ExampleCard>());
        const auto evidence = readEvidence(m_open->session.reader(), interview().data().examples.first().id);
        QCOMPARE(evidence.value(0).quote, u"same pipeline for both"_s);
    }

    void whatWasSaidIsTypedAtAMarkWithoutWords()
    {
        start();
        star();
        const ExampleId other = addExample(u"the feed"_s);
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        auto *targets = shown<QListWidget>(u"markTargets"_s);
        QTRY_VERIFY(shown<QPlainTextEdit>(u"heardWords"_s)->hasFocus());
        QVERIFY2(!(targets->item(2)->flags() & Qt::ItemIsEnabled), "evidence needs words");
        type(u"even the weather changed"_s); // with its E
        auto *heard = shown<QPlainTextEdit>(u"heardWords"_s);
        QVERIFY(heard && heard->hasFocus());
        test::shoot(*m_workspace, u"finish-mark-heard"_s);
        QCOMPARE(heard->toPlainText(), u"even the weather changed"_s);
        QVERIFY(targets->item(2)->flags() & Qt::ItemIsEnabled);
        QTRY_COMPARE(interview().data().marks.first().words.quote, u"even the weather changed"_s);
        press(Qt::Key_Tab);
        QVERIFY(targets->hasFocus());
        press(Qt::Key_3);
        QTRY_VERIFY(interview().data().marks.first().done);
        const auto evidence = readEvidence(m_open->session.reader(), other.value);
        QCOMPARE(evidence.value(0).quote, u"even the weather changed"_s);
        QCOMPARE(evidence.value(0).speaker, interview().data().interview.participants.value(0));
    }

    void aMarkInAnEmptyFieldHasNoWordsEither()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        QTRY_VERIFY(answerText()->hasFocus());
        press(Qt::Key_F8);
        press(Qt::Key_F8);
        QTRY_COMPARE(interview().data().marks.size(), 1);
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        QTRY_VERIFY(shown<QPlainTextEdit>(u"heardWords"_s)->hasFocus());
        type(u"rain"_s);
        QVERIFY(shown<QPlainTextEdit>(u"heardWords"_s));
        QTRY_COMPARE(interview().data().marks.first().words.quote, u"rain"_s);
        m_open->session.undo();
        QTRY_COMPARE(interview().data().marks.first().words.quote, QString());
        QTRY_COMPARE(shown<QPlainTextEdit>(u"heardWords"_s)->toPlainText(), QString());
        m_open->session.redo();
        QTRY_COMPARE(shown<QPlainTextEdit>(u"heardWords"_s)->toPlainText(), u"rain"_s);
    }

    void whatWasTypedAtAMarkStaysThere()
    {
        start();
        star();
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        QTRY_VERIFY(shown<QPlainTextEdit>(u"heardWords"_s)->hasFocus());
        type(u"rain"_s);
        m_workspace->page()->next(); // at once
        QTRY_COMPARE(interview().data().marks.first().words.quote, u"rain"_s);
        for (int i = 0; i < 20 && !shown<QLabel>(u"finishState"_s); ++i)
            m_workspace->page()->next();
        QVERIFY(textOf(u"finishState"_s).contains(u"One mark waits."_s));
        for (int i = 0; i < 20 && !shown<QListWidget>(u"markTargets"_s); ++i)
            m_workspace->page()->previous();
        m_workspace->page()->next();
        QVERIFY(!interview().data().marks.first().done);
        m_workspace->page()->previous();
        QTRY_VERIFY(shown<QPlainTextEdit>(u"heardWords"_s));
        auto *heard = shown<QPlainTextEdit>(u"heardWords"_s);
        QCOMPARE(heard->toPlainText(), u"rain"_s);
        heard->setFocus();
        press(Qt::Key_End);
        type(u" fell"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<ExampleCard>());
        const auto evidence = readEvidence(m_open->session.reader(), interview().data().examples.first().id);
        QCOMPARE(evidence.value(0).quote, u"rain fell"_s);
    }
};

QTEST_MAIN(TestFinishMarks)
#include "test_finish_marks.moc"
