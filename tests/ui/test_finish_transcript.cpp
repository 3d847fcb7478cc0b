#include "core/catalogue/ReadExamples.h"
#include "core/interview/InterviewSession.h"
#include "tests/support/ui/InterviewBench.h"
#include "tests/support/ui/Shots.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/ExampleCard.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/MarkList.h"
#include "ui/interview/NewTranscript.h"
#include "ui/interview/TranscriptView.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;

/// The transcript at the left of Finish: what is found, selected and taken there.
class TestFinishTranscript : public test::InterviewBench
{
    Q_OBJECT

private:
    const QString m_talk = u"Q: One?\n\nA: It broke.\n\nQ: And?\n\nA: There used to be a hundred.\n"_s;

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
    /// On the page of a mark.
    void finish()
    {
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
    }
    void finishStar(const QString &text)
    {
        start();
        if (!text.isEmpty())
            addTranscript(text);
        star();
        finish();
    }
    TranscriptView *said() { return shown<TranscriptView>(); }
    static void select(TranscriptView &said, const QString &words)
    {
        const int at = int(said.toPlainText().indexOf(words));
        QVERIFY(at >= 0);
        QTextCursor cursor = said.textCursor();
        cursor.setPosition(at);
        cursor.setPosition(at + int(words.size()), QTextCursor::KeepAnchor);
        said.setTextCursor(cursor);
    }
    void take(int row)
    {
        auto *targets = shown<QListWidget>(u"markTargets"_s);
        QVERIFY(targets);
        targets->setCurrentRow(row);
        targets->setFocus();
        press(Qt::Key_Return);
    }
    QStringList quotesOf(qint64 example)
    {
        QStringList quotes;
        for (const EvidenceRecord &each : readEvidence(m_open->session.reader(), example))
            quotes << each.quote;
        return quotes;
    }
    QString hint()
    {
        const auto *label = shown<QLabel>(u"markHint"_s);
        return label ? label->text() : QString();
    }
    static int topOf(const TranscriptView &view)
    {
        QTextCursor first = view.textCursor();
        first.setPosition(first.selectionStart());
        return view.cursorRect(first).top();
    }
    /// As the window does after undo and redo.
    void followJournal()
    {
        const auto follow = [this](const Commit &commit) { m_workspace->goToPlace(commit.action.place); };
        connect(&m_open->session, &StudySession::undone, m_workspace.get(), follow);
        connect(&m_open->session, &StudySession::redone, m_workspace.get(), follow);
    }

private Q_SLOTS:
    void wordsThatAreFoundAreTakenWithoutAPause()
    {
        finishStar(m_talk);
        QVERIFY(m_workspace->find());
        type(u"used to be"_s);
        press(Qt::Key_Escape);
        QVERIFY(said()->hasFocus());
        QCOMPARE(said()->textCursor().selectedText(), u"used to be"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<ExampleCard>());
        QCOMPARE(quotesOf(interview().data().examples.first().id), QStringList{u"used to be"_s});
        const QTextCursor before = said()->textCursor();
        QTest::qWait(250); // no search comes late
        QCOMPARE(said()->textCursor(), before);
    }

    void enterInTheStripFindsTheFirstPlaceWithoutAPause()
    {
        finishStar(u"Q: One?\n\nA: rain, rain and rain.\n"_s);
        QVERIFY(m_workspace->find());
        said()->moveCursor(QTextCursor::Start);
        type(u"rain"_s);
        press(Qt::Key_Return);
        const int first = int(said()->toPlainText().indexOf(u"rain"_s));
        QCOMPARE(said()->textCursor().selectionStart(), first);
        press(Qt::Key_Return);
        QVERIFY(said()->textCursor().selectionStart() > first);
    }

    void whatIsSelectedElsewhereIsNotUndoneByALateSearch()
    {
        finishStar(m_talk);
        QVERIFY(m_workspace->find());
        type(u"broke"_s);
        said()->setFocus(Qt::MouseFocusReason);
        select(*said(), u"a hundred"_s);
        QTest::qWait(250);
        QCOMPARE(said()->textCursor().selectedText(), u"a hundred"_s);
    }

    void wordsThatAreNotThereTakeNothing()
    {
        finishStar(m_talk);
        QVERIFY(m_workspace->find());
        type(u"used to be a thousand"_s);
        press(Qt::Key_Escape);
        QVERIFY(said()->hasFocus());
        QVERIFY(!said()->textCursor().hasSelection());
        press(Qt::Key_Return);
        QVERIFY2(hint().contains(u"Nothing is selected"_s), qPrintable(hint()));
        press(Qt::Key_E);
        QTest::qWait(50);
        QVERIFY(interview().data().examples.isEmpty());
        QVERIFY(!interview().data().marks.first().done);
        test::shoot(*m_workspace, u"interview-finish-nothing-selected"_s);
        // Who selects afterwards takes that.
        select(*said(), u"It broke."_s);
        QVERIFY(!hint().contains(u"Nothing is selected"_s));
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<ExampleCard>());
        QCOMPARE(quotesOf(interview().data().examples.first().id), QStringList{u"It broke."_s});
    }

    void halfOfTheWordsThatWereFoundAreNotLeftSelected()
    {
        finishStar(m_talk);
        QVERIFY(m_workspace->find());
        type(u"used"_s);
        QTRY_COMPARE(said()->textCursor().selectedText(), u"used"_s);
        type(u" for"_s);
        press(Qt::Key_Escape);
        QVERIFY(!said()->textCursor().hasSelection());
    }

    void aSelectionIsTakenInWholeWords()
    {
        finishStar(m_talk);
        select(*said(), u"to be a hun"_s);
        said()->setFocus();
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<ExampleCard>());
        QCOMPARE(quotesOf(interview().data().examples.first().id), QStringList{u"to be a hundred"_s});
    }

    void nothingMovesWhenAnExampleIsMade()
    {
        finishStar(m_talk.repeated(30));
        QTRY_VERIFY(said()->height() > said()->fontMetrics().lineSpacing() * 7);
        TranscriptView *before = said();
        QVERIFY2(before->mapTo(m_workspace.get(), QPoint()).x() <
                     shown<QListWidget>(u"markTargets"_s)->mapTo(m_workspace.get(), QPoint()).x(),
                 "at the left of what it can be");
        before->moveCursor(QTextCursor::Start); // it stood about where the mark came
        select(*before, u"It broke.\n\nQ: And?"_s);
        before->ensureCursorVisible();
        QTest::qWait(20);
        const QPoint place = before->mapTo(m_workspace.get(), QPoint());
        const int top = topOf(*before);
        QVERIFY2(top >= 0, "its first line is seen");
        take(0);
        QTRY_VERIFY(shown<ExampleCard>());
        QTest::qWait(50);
        QCOMPARE(said(), before);
        QCOMPARE(before->mapTo(m_workspace.get(), QPoint()), place);
        QCOMPARE(topOf(*before), top);
    }

    void theFirstLineOfALongPassageIsSeen()
    {
        start();
        const QString passage = u"It went on and on, without an end. "_s.repeated(200);
        addTranscript(m_talk.repeated(40) + u"\nA: "_s + passage + u"\n\nQ: Oh.\n\n"_s + m_talk);
        star();
        finish();
        QTRY_VERIFY(said()->height() > said()->fontMetrics().lineSpacing() * 7);
        select(*said(), passage.trimmed());
        take(0);
        QTRY_VERIFY(shown<ExampleCard>());
        QTRY_VERIFY2(topOf(*said()) > said()->fontMetrics().lineSpacing(),
                     "something of what was said before is seen");
        QVERIFY(topOf(*said()) < said()->viewport()->height() / 2);
        test::shoot(*m_workspace, u"interview-finish-long-passage"_s);
    }

    void besideAnExampleASelectionIsItsEvidence_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("E") << int(Qt::Key_E);
        QTest::newRow("Enter") << int(Qt::Key_Return);
        QTest::newRow("keypad") << int(Qt::Key_Enter);
    }
    void besideAnExampleASelectionIsItsEvidence()
    {
        QFETCH(int, key);
        finishStar(m_talk);
        select(*said(), u"It broke."_s);
        take(0);
        QTRY_VERIFY(shown<ExampleCard>());
        const qint64 example = interview().data().examples.first().id;
        said()->setFocus();
        press(Qt::Key(key)); // it is taken already
        QTest::qWait(50);
        QCOMPARE(quotesOf(example).size(), 1);
        select(*said(), u"a hund"_s);
        press(Qt::Key(key));
        QTRY_COMPARE(quotesOf(example).size(), 2);
        QVERIFY(quotesOf(example).contains(u"a hundred"_s));
        QTRY_VERIFY(shown<QLabel>(u"transcriptSaid"_s)->text().contains(u"a hundred"_s));
        QCOMPARE(interview().data().examples.size(), 1);
        said()->moveCursor(QTextCursor::Start);
        press(Qt::Key(key));
        QVERIFY(shown<QLabel>(u"transcriptSaid"_s)->text().contains(u"Nothing is selected"_s));
        // The button does the same.
        select(*said(), u"And?"_s);
        auto *button = shown<QPushButton>(u"takeAsEvidence"_s);
        QVERIFY(button && button->isEnabled());
        button->setFocus();
        press(Qt::Key_Space);
        QTRY_COMPARE(quotesOf(example).size(), 3);
        // Undo stays there.
        followJournal();
        m_open->session.undo();
        QTRY_COMPARE(quotesOf(example).size(), 2);
        QTRY_VERIFY(shown<ExampleCard>() && shown<ExampleCard>()->example().value == example);
    }

    void theKeyAsksForATranscriptInFinish()
    {
        finishStar({});
        QVERIFY(!said());
        press(Qt::Key_T, Qt::ControlModifier);
        QVERIFY2(shown<QListWidget>(u"markTargets"_s), "Finish is not left");
        auto *asking = shown<NewTranscript>();
        QVERIFY(asking);
        QGuiApplication::clipboard()->setText(m_talk);
        press(Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(said());
        QTRY_VERIFY(said()->hasFocus());
        QVERIFY(!shown<NewTranscript>());
        // And words of it can be taken.
        select(*said(), u"It broke."_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<ExampleCard>());
        QCOMPARE(quotesOf(interview().data().examples.first().id), QStringList{u"It broke."_s});
        shown<ExampleCard>()->setFocus();
        press(Qt::Key_T, Qt::ControlModifier);
        QVERIFY(said()->hasFocus());
    }

    void theKeyShowsTheTranscriptBesideAnyExample()
    {
        start();
        addTranscript(m_talk);
        interview().createExample();
        QTRY_COMPARE(interview().data().examples.size(), 1);
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QLabel>(u"finishHeading"_s));
        QVERIFY(!said());
        press(Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(said() && said()->hasFocus());
        QCOMPARE(said()->objectName(), u"finishTranscript"_s);
        select(*said(), u"It broke."_s);
        press(Qt::Key_E);
        const qint64 example = interview().data().examples.first().id;
        QTRY_COMPARE(quotesOf(example), QStringList{u"It broke."_s});
        QVERIFY(m_workspace->find());
        type(u"hundred"_s);
        press(Qt::Key_Return);
        QCOMPARE(said()->textCursor().selectedText(), u"hundred"_s);
    }

    void whatIsRedoneIsNotAskedAboutAgain()
    {
        start();
        addTranscript(m_talk);
        interview().createExample();
        QTRY_COMPARE(interview().data().examples.size(), 1);
        const qint64 example = interview().data().examples.first().id;
        star();
        star();
        followJournal();
        finish();
        select(*said(), u"It broke."_s);
        take(2); // evidence for the example
        QTRY_VERIFY(interview().data().marks.first().done);
        QTRY_COMPARE(shown<QLabel>(u"finishCount"_s)->text().section(u' ', 0, 0), u"2"_s);
        m_open->session.undo();
        QTRY_VERIFY(!interview().data().marks.first().done);
        QTRY_COMPARE(shown<QLabel>(u"finishCount"_s)->text().section(u' ', 0, 0), u"1"_s);
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        m_open->session.redo();
        QTRY_VERIFY(interview().data().marks.first().done);
        QTRY_VERIFY(shown<ExampleCard>());
        QVERIFY(!shown<QListWidget>(u"markTargets"_s));
        QCOMPARE(shown<ExampleCard>()->example().value, example);
    }

    void backLeadsToTheEvidenceThatAMarkBecame()
    {
        start();
        addTranscript(m_talk);
        interview().createExample();
        QTRY_COMPARE(interview().data().examples.size(), 1);
        star();
        star();
        finish();
        select(*said(), u"It broke."_s);
        take(2);
        QTRY_VERIFY(interview().data().marks.first().done);
        QTRY_COMPARE(shown<QLabel>(u"finishCount"_s)->text().section(u' ', 0, 0), u"2"_s);
        auto *back = shown<QPushButton>(u"finishBack"_s);
        QVERIFY(back->isEnabled());
        press(Qt::Key_PageUp, Qt::ControlModifier);
        QTRY_VERIFY(shown<ExampleCard>());
        QCOMPARE(said()->textCursor().selectedText(), u"It broke."_s);
        m_workspace->page()->next();
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
    }

    void aMarkHasOneTimeEverywhere()
    {
        start();
        star();
        auto *list = m_workspace->findChild<MarkList *>();
        QVERIFY(list);
        QTRY_COMPARE(list->count(), 1);
        static const QRegularExpression time(u"\\d+:\\d\\d(:\\d\\d)?"_s);
        const QString inList = time.match(list->item(0)->text()).captured();
        QVERIFY(!inList.isEmpty());
        const QString ofDay =
            QDateTime::fromMSecsSinceEpoch(interview().data().marks.first().time).toString(u"HH:mm:ss"_s);
        QVERIFY(list->item(0)->toolTip().contains(ofDay));
        finish();
        const auto *heading = shown<QLabel>(u"finishHeading"_s);
        QCOMPARE(time.match(heading->text()).captured(), inList);
        QVERIFY(heading->toolTip().contains(ofDay));
    }
};

QTEST_MAIN(TestFinishTranscript)
#include "test_finish_transcript.moc"
