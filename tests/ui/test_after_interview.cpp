#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "tests/support/ui/InterviewBench.h"
#include "tests/support/ui/Shots.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/EditedRow.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/FieldEditor.h"
#include "ui/common/GapCard.h"
#include "ui/common/LinkLabel.h"
#include "ui/interview/AnswerEditor.h"
#include "ui/interview/DebriefPanel.h"
#include "ui/interview/FinishView.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/QuestionView.h"
#include "ui/interview/ReadBackView.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;

/// After the interview: what it brought, locking it, reading it back, and the left of the finish queue.
class TestAfterInterview : public test::InterviewBench
{
    Q_OBJECT

private:
    ExampleId addExample(const QString &countedOn)
    {
        const auto made = std::make_shared<ExampleId>();
        interview().createExample([made](qint64 id) { *made = ExampleId{id}; });
        [&] { QTRY_VERIFY(*made); }();
        set(fields::example::countedOn, made->value, countedOn);
        return *made;
    }
    void set(const Field &field, qint64 row, const QVariant &value)
    {
        m_open->session.perform({u"set"_s},
                                [&field, row, value](Edit &edit) { setValue(edit, field, row, value); });
        m_open->session.flush();
    }
    void code(const Field &field, qint64 row, const QString &facet)
    {
        const TermId term = m_open->codebook.codebook().inFacet(facet).first().id;
        m_open->session.perform({u"code"_s}, [&field, row, term](Edit &edit) {
            setCodings(edit, field, row, {{.term = term}}, CodingStage::Live);
        });
        m_open->session.flush();
    }
    GapId addGap(ExampleId example)
    {
        const auto made = std::make_shared<GapId>();
        m_open->session.perform({u"gap"_s},
                                [made, example](Edit &edit) { *made = createGap(edit, example); });
        m_open->session.flush();
        return *made;
    }
    void finishToTheEnd()
    {
        m_workspace->page()->finish();
        QTRY_COMPARE(interview().state(), QString(interview_state::finishing));
        for (int i = 0; i < 20 && !shown<QLabel>(u"finishState"_s); ++i)
            m_workspace->page()->next();
        QVERIFY(shown<QLabel>(u"finishState"_s));
    }
    FieldEditor *editorOf(const Field &field)
    {
        for (FieldEditor *each : m_workspace->findChildren<FieldEditor *>()) {
            if (each->isVisible() && each->field() == field)
                return each;
        }
        return nullptr;
    }
    QString statusOf(ExampleId example)
    {
        return readExample(m_open->session.reader(), example)->text(fields::example::status);
    }

private Q_SLOTS:
    void whatItBroughtOpensItsExamples()
    {
        start();
        const ExampleId example = addExample(u"the feed"_s);
        code(fields::example::element, example.value, u"element"_s);
        code(fields::gap::item, addGap(example).value, u"information-item"_s);
        QSignalSpy wanted(m_workspace.get(), &InterviewWorkspace::catalogueWanted);
        finishToTheEnd();
        auto *sentence = shown<LinkLabel>(u"debriefSentence"_s);
        QVERIFY(sentence);
        QTRY_VERIFY(sentence->accessibleName().contains(u"1 information item"_s));
        QVERIFY2(sentence->accessibleName().contains(u"1 element"_s),
                 qUtf8Printable(sentence->accessibleName()));
        test::shoot(*m_workspace, u"interview-debrief"_s);
        // By keyboard: Tab comes to the first number, once more to the second.
        for (int i = 0; i < 10 && !sentence->hasFocus(); ++i)
            press(Qt::Key_Tab);
        QVERIFY(sentence->hasFocus());
        press(Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        const auto filter = wanted.last().first().value<Filter>();
        QVERIFY(filter.values.contains(Dimension::Item));
        QCOMPARE(filter.values[Dimension::Interview].first().first, interview().id().value);
        press(Qt::Key_Tab);
        QVERIFY(sentence->hasFocus());
        press(Qt::Key_Return);
        QCOMPARE(wanted.size(), 2);
        QVERIFY(wanted.last().first().value<Filter>().values.contains(Dimension::Element));
    }

    void aPracticeHasNoDebrief()
    {
        m_workspace->tryInterview();
        QTRY_VERIFY(m_workspace->page());
        QTRY_VERIFY(interview().isSaved());
        finishToTheEnd();
        QVERIFY(!shown<DebriefPanel>());
    }

    void lockedItIsReadAndNotChanged()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        type(u"They changed the feed"_s);
        const ExampleId example = addExample(u"the feed"_s);
        finishToTheEnd();
        shown<QPushButton>(u"lockInterview"_s)->setFocus();
        press(Qt::Key_Space);
        QTRY_VERIFY(interview().isLocked());
        QTRY_VERIFY(shown<QWidget>(u"lockStrip"_s));
        QTRY_VERIFY2(!shown<QPushButton>(u"lockInterview"_s), "one place to unlock: the strip");
        QTRY_COMPARE(shown<QLabel>(u"finishHeading"_s)->text(), u"The interview is locked."_s);
        QVERIFY(m_workspace->isAncestorOf(QApplication::focusWidget()));
        test::shoot(*m_workspace, u"interview-locked"_s);
        m_workspace->page()->next(); // closes the end
        QVERIFY(interview().goTo({u"briefing-reminds"_s, {}}));
        QTRY_VERIFY(answerText());
        QTRY_VERIFY(answerText()->isReadOnly());
        answerText()->setFocus();
        type(u"never"_s);
        QCOMPARE(answerText()->toPlainText(), u"They changed the feed"_s);
        press(Qt::Key_F8);
        press(Qt::Key_F8);
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        m_workspace->page()->openExample(example);
        auto *counted = shown<ExampleCard>()->findChild<QPlainTextEdit *>();
        QVERIFY(counted && counted->isReadOnly());
        m_open->session.flush();
        QVERIFY(interview().data().marks.isEmpty());
        QCOMPARE(interview().data().examples.size(), 1);
        QVERIFY(interview().isSaved());

        auto *unlock = shown<QPushButton>(u"unlockInterview"_s);
        QVERIFY(unlock);
        unlock->setFocus();
        press(Qt::Key_Space);
        QTRY_VERIFY(!interview().isLocked());
        QTRY_VERIFY(!shown<QWidget>(u"lockStrip"_s));
        QVERIFY(!answerText()->isReadOnly());
        m_open->session.undo(); // unlocking is a step like any other
        QTRY_VERIFY(interview().isLocked());
    }

    void onlyWhatIsCompleteIsLocked()
    {
        start();
        m_workspace->page()->toggleLock();
        m_open->session.flush();
        QVERIFY(!interview().isLocked());
        QVERIFY(!m_open->messages.shown.isEmpty());
    }

    void theSentencesAreReadBack()
    {
        start();
        const ExampleId first = addExample(u"the feed"_s);
        const ExampleId second = addExample(u"the label"_s);
        const ExampleId none = addExample(u"nothing"_s);
        set(fields::example::status, none.value, u"not-mismatch"_s);
        press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        auto *view = shown<ReadBackView>();
        QVERIFY(view);
        QCOMPARE(view->example(), first);
        auto *sentence = shown<QLabel>(u"readBackSentence"_s);
        QVERIFY(sentence && sentence->text().contains(u"the feed"_s));
        test::shoot(*m_workspace, u"interview-read-back"_s);
        interview().setLanguage(u"fr"_s);
        QTRY_VERIFY(sentence->text().contains(u"n comptait sur ceci\u00a0: <b>the feed</b>"_s));
        interview().setLanguage(u"en"_s);
        QTRY_VERIFY(sentence->text().contains(u"counted on <b>the feed</b>"_s));
        press(Qt::Key_Space); // they agree
        QTRY_COMPARE(statusOf(first), u"confirmed"_s);
        QCOMPARE(view->example(), second);
        m_workspace->page()->previous();
        QCOMPARE(view->example(), first);
        auto *correct = shown<QPushButton>(u"readBackCorrect"_s);
        correct->setFocus();
        press(Qt::Key_Space);
        QTRY_COMPARE(statusOf(first), u"candidate"_s);
        QTRY_VERIFY(shown<ExampleCard>());
        QVERIFY(shown<ExampleCard>()->focusField(u"counted_on"));
        type(u"+"_s);
        view->flush();
        QTRY_VERIFY(sentence->text().contains(u'+'));
        test::shoot(*m_workspace, u"interview-read-back-mending"_s);
        m_workspace->page()->next();
        QCOMPARE(view->example(), second);
        QVERIFY(!shown<ExampleCard>());
        m_workspace->page()->next(); // behind the last
        QVERIFY(!shown<ReadBackView>());
    }

    void titleStoryQuotesAndGapsAreThereToFinish()
    {
        start();
        const ExampleId example = addExample(u"the feed"_s);
        m_workspace->page()->finish();
        QTRY_VERIFY(editorOf(fields::example::story));
        editorOf(fields::example::story)->setFocus();
        type(u"It broke"_s);
        editorOf(fields::example::title)->setFocus();
        type(u"Feed"_s);
        m_workspace->page()->flush();
        m_open->session.flush();
        const auto stored = [&] { return readExample(m_open->session.reader(), example); };
        QCOMPARE(stored()->text(fields::example::story), u"It broke"_s);
        QCOMPARE(stored()->text(fields::example::title), u"Feed"_s);
        QVERIFY(shown<QWidget>(u"finishQuotes"_s));
        auto *add = shown<QPushButton>(u"finishAddGap"_s);
        QVERIFY(add);
        add->setFocus();
        press(Qt::Key_Space);
        QTRY_COMPARE(stored()->gaps.size(), 1);
        QTRY_VERIFY(editorOf(fields::gap::information));
        QTRY_VERIFY(editorOf(fields::gap::information)->isAncestorOf(QApplication::focusWidget()));
        type(u"that it changed"_s);
        test::shoot(*m_workspace, u"interview-finish-left"_s);
        m_workspace->page()->next(); // writes
        m_open->session.flush();
        QCOMPARE(stored()->gaps.first().text(fields::gap::information), u"that it changed"_s);
        m_open->session.undo();
        m_open->session.undo(); // the gap's creation, too
        m_open->session.flush();
        QVERIFY(stored()->gaps.isEmpty());
    }

    void whatUndoTakesFromABlankComesBack()
    {
        start();
        m_workspace->page()->newExample();
        QTRY_VERIFY(shown<ExampleCard>());
        QTRY_VERIFY(shown<ExampleCard>()->isAncestorOf(QApplication::focusWidget()));
        press(Qt::Key_Tab);
        type(u"alpha beta"_s);
        press(Qt::Key_Tab);
        type(u"gamma delta"_s);
        const ExampleId example = interview().data().examples.first().exampleId();
        const auto turnedOut = [&] {
            return readExample(m_open->session.reader(), example)->text(fields::example::turnedOut);
        };
        QTRY_COMPARE(turnedOut(), u"gamma delta"_s);
        QTest::qWait(300);
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(turnedOut(), QString());
        QTest::qWait(1200); // nothing more is written
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(turnedOut(), u"gamma delta"_s);
        QCOMPARE(m_open->session.nextUndo()->label, u"Edit “What turned out”"_s);
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_open->session.nextUndo()->label, u"Edit “Counted on”"_s);
    }

    void theStepOfAGapLeadsToItsCard()
    {
        start();
        const ExampleId example = addExample(u"the feed"_s);
        const GapId gap = addGap(example);
        QTRY_VERIFY(interview().data().gap(gap.value));
        QVERIFY(!shown<ExampleCard>());
        QVERIFY(m_workspace->goToPlace(toText(gap) + u"#information"_s));
        QTRY_VERIFY(shown<ExampleCard>());
        QCOMPARE(shown<ExampleCard>()->example(), example);
        GapCard *card = shown<ExampleCard>()->gapCards().value(0);
        QVERIFY(card);
        QTRY_VERIFY(card->editor(fields::gap::information)->isAncestorOf(QApplication::focusWidget()));
    }

    void undoStaysInFinish()
    {
        start();
        const ExampleId first = addExample(u"the feed"_s);
        const ExampleId second = addExample(u"the label"_s);
        set(fields::example::title, first.value, u"Feed"_s);
        set(fields::example::title, second.value, u"Label"_s);
        const auto titleOf = [this](ExampleId example) {
            return interview().answers().rowTitle(Entity::Example, example.value);
        };
        QTRY_COMPARE(titleOf(first), u"Feed"_s);
        QTRY_COMPARE(titleOf(second), u"Label"_s);
        m_workspace->page()->finish();
        QTRY_COMPARE(shown<QLabel>(u"finishHeading"_s)->text(), u"Feed"_s);
        QTRY_VERIFY(editorOf(fields::example::ledTo));
        editorOf(fields::example::ledTo)->setFocus();
        type(u"It broke"_s);
        shown<QPushButton>(u"finishAddGap"_s)->setFocus();
        press(Qt::Key_Space);
        QTRY_VERIFY(editorOf(fields::gap::information));
        QTRY_VERIFY(editorOf(fields::gap::information)->isAncestorOf(QApplication::focusWidget()));
        type(u"that it changed"_s);
        m_workspace->page()->next();
        QTRY_COMPARE(shown<QLabel>(u"finishHeading"_s)->text(), u"Label"_s);
        m_open->session.flush();

        bool stayed = true;
        connect(&m_open->session, &StudySession::undone, m_workspace.get(), [&](const Commit &commit) {
            stayed = m_workspace->goToPlace(commit.action.place) && stayed;
        });
        m_open->session.undo(); // the gap's words: at the stop of their example
        QTRY_COMPARE(shown<QLabel>(u"finishHeading"_s)->text(), u"Feed"_s);
        const auto stored = [&] { return readExample(m_open->session.reader(), first); };
        m_open->session.undo(); // the gap
        QTRY_VERIFY(stored()->gaps.isEmpty());
        // What it led to; what followed from it for the questions may be a step of its own.
        for (int i = 0; i < 3 && !stored()->text(fields::example::ledTo).isEmpty(); ++i) {
            m_open->session.undo();
            m_open->session.flush();
        }
        QVERIFY(stored()->text(fields::example::ledTo).isEmpty());
        QVERIFY(stayed);
        QVERIFY(shown<FinishView>());
        QCOMPARE(shown<QLabel>(u"finishHeading"_s)->text(), u"Feed"_s);
    }

    void eachStopBeginsAtItsTop()
    {
        start();
        addExample(u"the feed"_s);
        addExample(u"the label"_s);
        m_workspace->resize(1500, 420);
        m_workspace->page()->finish();
        auto *view = shown<FinishView>();
        QVERIFY(view);
        QCOMPARE(view->panes().size(), 2); // F6 comes to the story, too
        const auto *fields = qobject_cast<QScrollArea *>(view->panes().last());
        QVERIFY(fields);
        QTRY_VERIFY(fields->verticalScrollBar()->maximum() > 0);
        fields->verticalScrollBar()->setValue(fields->verticalScrollBar()->maximum());
        m_workspace->page()->next();
        QTRY_COMPARE(fields->verticalScrollBar()->value(), 0);
    }

    void undoingTheExampleOfAMarkComesBackToTheMark()
    {
        start();
        addExample(u"the feed"_s);
        goTo({u"headlines"_s, {}});
        interview().mark(MarkKind::Star, {});
        QTRY_COMPARE(interview().data().marks.size(), 1);
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        const QString star = shown<QLabel>(u"finishHeading"_s)->text();
        shown<QListWidget>(u"markTargets"_s)->setCurrentRow(0); // a new example
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<ExampleCard>());
        QTRY_COMPARE(interview().data().examples.size(), 2);
        connect(&m_open->session, &StudySession::undone, m_workspace.get(),
                [&](const Commit &commit) { m_workspace->goToPlace(commit.action.place); });
        m_open->session.undo();
        QTRY_COMPARE(interview().data().examples.size(), 1);
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        QCOMPARE(shown<QLabel>(u"finishHeading"_s)->text(), star);
    }

    void theFocusIsSeenOnFlatButtonsAndLists()
    {
        start();
        interview().mark(MarkKind::Star, {});
        QTRY_COMPARE(interview().data().marks.size(), 1);
        m_workspace->page()->finish();
        const auto framed = [this]() -> QWidget * {
            auto *frame = shown<QWidget>(u"focusFrame"_s);
            return frame ? frame->parentWidget() : nullptr;
        };
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        auto *targets = shown<QListWidget>(u"markTargets"_s);
        targets->setFocus();
        QTRY_COMPARE(framed(), static_cast<QWidget *>(targets));
        auto *close = shown<QPushButton>(u"finishClose"_s);
        close->setFocus();
        QCOMPARE(framed(), static_cast<QWidget *>(close));
        test::shoot(*m_workspace, u"interview-finish-focus"_s);
        shown<QPushButton>(u"finishNext"_s)->setFocus();
        QVERIFY(!framed()); // shows it itself
    }

    void anExampleKeepsItsDigitFromMarkToMark()
    {
        start();
        addExample(u"the feed"_s);
        const ExampleId told = addExample(u"the label"_s);
        set(fields::example::story, told.value, u"Then it broke at night"_s);
        QTRY_VERIFY(!interview().data().example(told.value)->text(fields::example::story).isEmpty());
        interview().mark(MarkKind::Quote, Passage{.quote = u"it broke"_s});
        QTRY_COMPARE(interview().data().marks.size(), 1);
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<QListWidget>(u"markTargets"_s));
        const auto *targets = shown<QListWidget>(u"markTargets"_s);
        QCOMPARE(targets->count(), 4);
        QVERIFY(targets->item(2)->text().startsWith(u"3  "_s));
        QVERIFY(targets->item(2)->text().contains(u"the feed"_s));
        QVERIFY(targets->item(3)->text().contains(u"the label"_s));
        QVERIFY(targets->item(3)->text().contains(u"Marked here"_s));
        QCOMPARE(targets->currentRow(), 0); // as at every mark
        // The last line is there whole.
        QTRY_VERIFY(targets->viewport()->rect().contains(targets->visualItemRect(targets->item(3))));
        for (auto *words : m_workspace->findChildren<QPlainTextEdit *>()) {
            if (words->isVisible() && words->accessibleName() == u"Words around the mark"_s)
                words->setFocus();
        }
        shown<QListWidget>(u"markTargets"_s)->setFocus(); // in the field it is a letter
        press(Qt::Key_E);
        QVERIFY(targets->hasFocus());
        QCOMPARE(targets->currentRow(), 3);
    }
};

QTEST_MAIN(TestAfterInterview)
#include "test_after_interview.moc"
