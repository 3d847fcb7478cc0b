#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "tests/support/ui/OneInterviewBench.h"
#include "tests/support/ui/Typing.h"
#include "ui/interview/AnswerEditor.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/QuestionBlock.h"
#include "ui/interview/QuestionView.h"
#include "ui/interview/SectionView.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;

namespace {
QByteArray protocol()
{
    return R"({"format": "seamfinder-protocol/1", "key": "keys", "version": "1", "languages": ["en"],
        "title": "Keys", "sections": [{"key": "all", "title": "All of it", "questions": [
        {"name": "hello", "type": "note", "label": "Welcome."},
        {"name": "t1", "type": "text", "label": "First words?"},
        {"name": "t2", "type": "text", "label": "More words?"},
        {"name": "n", "type": "integer", "label": "How many?", "constraint": ". <= 240",
         "constraintMessage": "Not that many."},
        {"name": "who", "type": "select-one", "label": "Which?", "choices": {"fixed": [
            {"key": "a", "label": "Yes"}, {"key": "b", "label": "No"}, {"key": "c", "label": "Perhaps"}]}},
        {"name": "order", "type": "rank", "label": "Which first?", "choices": {"fixed": [
            {"key": "x", "label": "Cost"}, {"key": "y", "label": "Time"}, {"key": "z", "label": "Trust"}]}},
        {"name": "one", "type": "repeat", "label": "One of this part?",
         "repeat": {"maximum": 1, "creates": "example"}, "questions": [
            {"name": "one-title", "type": "text", "label": "As a headline?", "binding": "example.title"}]},
        {"name": "two", "type": "repeat", "label": "One of that part?",
         "repeat": {"maximum": 1, "creates": "example"}, "questions": [
            {"name": "two-title", "type": "text", "label": "And this?", "binding": "example.title"}]},
        {"name": "last", "type": "text", "label": "Anything else?"},
        {"name": "size", "type": "select-one", "label": "How many are you?", "choices": {"fixed": [
            {"key": "few", "label": "1 to 9"}, {"key": "many", "label": "10 or more, up to 99"}]}}]}]})";
}
} // namespace

/// What the keys do in an interview: each one once, what it says, where one stands; and no letter vanishes.
class TestTypedKeys : public test::OneInterviewBench
{
    Q_OBJECT

public:
    TestTypedKeys()
        : OneInterviewBench(protocol())
    {
    }

private:
    [[nodiscard]] AnswerInput *input() const { return m_workspace->page()->question().answer()->input(); }
    [[nodiscard]] QString current() const { return interview().currentRef().question; }
    [[nodiscard]] Value last(const QString &question) const { return interview().lastAnswer({question, {}}); }
    [[nodiscard]] QString noteOf(const QString &question) const
    {
        return interview().lastNote({question, {}});
    }
    [[nodiscard]] bool isStill() const { return interview().isSaved() && !m_open->session.isSaving(); }
    void goTo(const QString &question)
    {
        QVERIFY(interview().goTo({question, {}}));
        QTRY_VERIFY(isStill());
        QTRY_VERIFY(focus() && m_workspace->page()->isAncestorOf(focus()));
    }
    /// As the window does it.
    void goWhereUndoWas()
    {
        const auto go = [this](const Commit &commit) { m_workspace->goToPlace(commit.action.place); };
        connect(&m_open->session, &StudySession::undone, m_workspace.get(), go);
        connect(&m_open->session, &StudySession::redone, m_workspace.get(), go);
    }
    [[nodiscard]] QListView *choices() const { return input()->findChild<QListView *>(u"answerChoices"_s); }
    [[nodiscard]] static QString textWithFocus()
    {
        const auto *text = qobject_cast<QPlainTextEdit *>(focus());
        return text ? text->toPlainText() : QString();
    }

private Q_SLOTS:
    void enterInANumberCountsOnce()
    {
        goTo(u"n"_s);
        type(u"6"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(current(), u"who"_s);
        QTRY_VERIFY(isStill());
        QTest::qWait(50);
        QCOMPARE(current(), u"who"_s);
        QVERIFY(last(u"who"_s).isBlank());
        QCOMPARE(last(u"n"_s), Value::number(6));
        // With something picked there, it was gone past.
        press(Qt::Key_2);
        goTo(u"n"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(current(), u"who"_s);
        QTest::qWait(50);
        QCOMPARE(current(), u"who"_s);
        QCOMPARE(last(u"who"_s), Value::keys({u"b"_s}));
    }

    void enterInANumberOfAWholeSectionCountsOnce()
    {
        goTo(u"n"_s);
        m_workspace->page()->setWholeSection(true);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(focus()));
        type(u"6"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(current(), u"who"_s);
        QTRY_VERIFY(isStill());
        QTest::qWait(50);
        QCOMPARE(current(), u"who"_s);
        QVERIFY(last(u"who"_s).isBlank());
    }

    void typingIntoALockedInterviewIsAnswered()
    {
        interview().finish();
        QTRY_VERIFY(interview().isOver());
        interview().setLocked(true);
        QTRY_VERIFY(interview().isLocked());
        m_workspace->page()->focusQuestion();
        for (const auto &question : {u"t1"_s, u"who"_s}) {
            goTo(question);
            m_open->messages.shown.clear();
            type(u"x"_s);
            QVERIFY2(!m_open->messages.shown.isEmpty(), qPrintable(question));
            QVERIFY(m_open->messages.shown.last().text.contains(u"locked"_s));
        }
        QCOMPARE(last(u"t1"_s), Value());
    }

    void enterGoesOnFromWhatIsReadAloud()
    {
        goTo(u"hello"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(current(), u"t1"_s);
        QTRY_VERIFY(isStill());
        QCOMPARE(noteOf(u"hello"_s), QString());
    }

    void undoGoesBackBeyondTheBeginningAndForthAgain()
    {
        goWhereUndoWas();
        goTo(u"t2"_s);
        type(u"rain"_s);
        m_workspace->page()->flush();
        QTRY_COMPARE(last(u"t2"_s), Value::text(u"rain"_s));
        QTRY_VERIFY(isStill());
        m_open->session.undo();
        QTRY_VERIFY(last(u"t2"_s).isBlank());
        QTRY_VERIFY(isStill());
        m_open->session.undo();
        QTRY_COMPARE(interview().state(), QString(interview_state::planned));
        QTRY_VERIFY(isStill());
        QTest::qWait(50); // for what might be written on the way
        QVERIFY(m_open->session.nextRedo());
        m_open->session.redo();
        QTRY_COMPARE(interview().state(), QString(interview_state::inProgress));
        QTRY_VERIFY(isStill());
        m_open->session.redo();
        QTRY_COMPARE(last(u"t2"_s), Value::text(u"rain"_s));
    }

    void aSecondEnterThatWasTypedIsASecondOne()
    {
        goTo(u"n"_s);
        type(u"6"_s);
        press(Qt::Key_Return);
        press(Qt::Key_Return); // ahead of the question: picks its first
        QTRY_COMPARE(last(u"who"_s), Value::keys({u"a"_s}));
        QCOMPARE(current(), u"who"_s);
    }

    void typingOnAddMakesOneAndKeepsTheOrder_data()
    {
        QTest::addColumn<bool>("whole");
        QTest::addColumn<int>("pause");
        for (const bool whole : {false, true}) {
            for (const int pause : {0, 20, 110})
                QTest::addRow("%s %d", whole ? "section" : "one", pause) << whole << pause;
        }
    }
    void typingOnAddMakesOneAndKeepsTheOrder()
    {
        QFETCH(bool, whole);
        QFETCH(int, pause);
        m_workspace->page()->setWholeSection(whole);
        goTo(u"one"_s);
        QTRY_COMPARE(focus()->objectName(), u"addInstance"_s);
        for (const QChar letter : u"the feed stays"_s) {
            type(letter);
            if (pause > 0)
                QTest::qWait(pause);
        }
        QTRY_COMPARE(current(), u"one-title"_s);
        QTRY_COMPARE(textWithFocus(), u"the feed stays"_s);
        m_workspace->page()->flush();
        QTRY_VERIFY(isStill());
        QCOMPARE(interview().data().examples.size(), 1);
        QCOMPARE(interview().data().examples.first().text(fields::example::title), u"the feed stays"_s);
        QCOMPARE(noteOf(u"hello"_s), QString());
    }

    void aheadOfTheButtonTheOrderIsKept()
    {
        goTo(u"order"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        type(u"abc"_s);
        QTRY_COMPARE(current(), u"one-title"_s);
        QTRY_COMPARE(textWithFocus(), u"abc"_s);
        QCOMPARE(interview().data().examples.size(), 1);
    }

    void whereNothingCanBeAddedTypingIsANote()
    {
        interview().addInstance({u"one"_s, {}});
        QTRY_VERIFY(isStill());
        for (const bool whole : {false, true}) {
            m_workspace->page()->setWholeSection(whole);
            goTo(u"last"_s);
            goTo(u"one"_s);
            type(u"more"_s);
            QTRY_COMPARE(focus()->objectName(), u"questionNote"_s);
            m_workspace->page()->flush();
        }
        QTRY_COMPARE(noteOf(u"one"_s), u"more more"_s);
        m_workspace->page()->another();
        QTRY_VERIFY(isStill());
        QCOMPARE(interview().data().examples.size(), 1);
    }

    void besideAShortListTypingIsANote()
    {
        for (const QString &question : {u"order"_s, u"who"_s}) {
            goTo(question);
            QTRY_VERIFY(choices()->hasFocus());
            type(u"trust, she said"_s);
            QCOMPARE(focus()->objectName(), u"questionNote"_s);
            press(Qt::Key_Escape);
            QTRY_VERIFY(choices()->hasFocus());
            QCOMPARE(choices()->currentIndex().row(), 0);
            m_workspace->page()->flush();
            QTRY_COMPARE(noteOf(question), u"trust, she said"_s);
            QVERIFY(last(question).isBlank());
        }
    }

    void digitsThatBeginWordsAreWords_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("note");
        QTest::addColumn<QString>("picked");
        const auto row = [](const char *name, const QString &question, const QString &typed,
                            const QString &note, const QString &picked) {
            QTest::newRow(name) << question << typed << note << picked;
        };
        row("a place", u"who"_s, u"2"_s, {}, u"b"_s);
        row("a place and a note", u"who"_s, u"2because"_s, u"because"_s, u"b"_s);
        row("a space behind it", u"who"_s, u"2 "_s, {}, u"b"_s);
        row("words behind it", u"who"_s, u"2 weeks"_s, u"2 weeks"_s, {});
        row("from one to another", u"who"_s, u"2-3 weeks"_s, u"2-3 weeks"_s, {});
        row("no place", u"who"_s, u"60 min"_s, u"60 min"_s, {});
        row("a place and none", u"who"_s, u"15 min"_s, u"15 min"_s, {});
        row("one keyboard's second key", u"who"_s, u"était"_s, u"était"_s, {});
        row("another's third key", u"who"_s, u"\"because"_s, u"because"_s, u"c"_s);
        row("several places", u"order"_s, u"12"_s, {}, u"x y"_s);
        row("several and none", u"order"_s, u"127"_s, {}, u"x y"_s);
        row("several and words", u"order"_s, u"12 weeks"_s, u"12 weeks"_s, {});
        row("several, none and words", u"order"_s, u"17 weeks"_s, u"17 weeks"_s, {});
        row("none of several", u"order"_s, u"70"_s, u"70"_s, {});
        row("a range", u"size"_s, u"60"_s, {}, u"many"_s);
        row("a range by one digit", u"size"_s, u"7"_s, {}, u"few"_s);
        row("a range and words", u"size"_s, u"60 or so"_s, u"60 or so"_s, u"many"_s);
    }
    void digitsThatBeginWordsAreWords()
    {
        QFETCH(QString, question);
        QFETCH(QString, typed);
        QFETCH(QString, note);
        QFETCH(QString, picked);
        goTo(question);
        QTRY_VERIFY(choices()->hasFocus());
        for (const QChar each : std::as_const(typed)) {
            if (each.isDigit() || each.isSpace())
                press(each.isDigit() ? Qt::Key(Qt::Key_0 + each.digitValue()) : Qt::Key_Space);
            else
                type(each);
        }
        m_workspace->page()->flush();
        QTRY_VERIFY(isStill());
        QCOMPARE(noteOf(question), note);
        const Value value = last(question);
        QCOMPARE(value.isBlank() ? QString() : value.keys().join(u' '), picked);
    }

    void whatNoListKnowsOnTheCardIsInItsStory_data()
    {
        QTest::addColumn<bool>("tab");
        QTest::newRow("tab") << true;
        QTest::newRow("go to") << false;
    }
    void whatNoListKnowsOnTheCardIsInItsStory()
    {
        QFETCH(bool, tab);
        goTo(u"t1"_s);
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(interview().data().examples.size(), 1);
        QTRY_VERIFY(isStill());
        const ExampleId example{interview().data().examples.first().id};
        m_workspace->page()->openExample(example, fields::example::element.key.toString());
        QTRY_VERIFY(focus());
        type(u"zookeepers"_s);
        tab ? press(Qt::Key_Tab) : press(Qt::Key_J, Qt::ControlModifier);
        QTRY_COMPARE(interview().data().examples.first().text(fields::example::story), u"zookeepers"_s);
        QCOMPARE(noteOf(u"t1"_s), QString()); // it is not about that example
    }

    void thePauseGivesTheFocusBackWithTheCaret()
    {
        goTo(u"t1"_s);
        QTRY_VERIFY(qobject_cast<QPlainTextEdit *>(focus()));
        type(u"half a sent"_s);
        press(Qt::Key_Left);
        auto *field = qobject_cast<QPlainTextEdit *>(focus());
        m_workspace->page()->pause();
        auto *strip = m_workspace->findChild<QWidget *>(u"pauseStrip"_s);
        QTRY_VERIFY(strip->isVisible());
        auto *reason = strip->findChild<QComboBox *>();
        reason->setFocus();
        type(u"the door"_s);
        press(Qt::Key_Return);
        m_workspace->page()->pause();
        QTRY_VERIFY(!strip->isVisible());
        QCOMPARE(focus(), field);
        QCOMPARE(field->textCursor().position(), 10);
        QTRY_COMPARE(interview().state(), QString(interview_state::inProgress));
    }

    void escFromTheProtocolsIsBackInTheInterview()
    {
        goTo(u"t2"_s);
        type(u"they"_s);
        m_workspace->showProtocols();
        QVERIFY(!m_workspace->page());
        QTRY_VERIFY(focus());
        press(Qt::Key_Escape);
        QVERIFY(m_workspace->page());
        QCOMPARE(interview().id(), m_id);
        QCOMPARE(current(), u"t2"_s);
        QTRY_COMPARE(textWithFocus(), u"they"_s);
        // From the list it is the list.
        m_workspace->showList();
        m_workspace->showProtocols();
        press(Qt::Key_Escape);
        QVERIFY(!m_workspace->page());
    }

    void redoRestoresBothTexts()
    {
        goWhereUndoWas();
        goTo(u"t1"_s);
        type(u"first"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(current(), u"t2"_s);
        QTRY_VERIFY(isStill());
        type(u"second"_s);
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(textWithFocus(), QString());
        QTRY_VERIFY(isStill());
        QVERIFY(last(u"t2"_s).isBlank());
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(last(u"t1"_s).isBlank());
        QTRY_COMPARE(current(), u"t1"_s);
        QTRY_VERIFY(isStill() && qobject_cast<QPlainTextEdit *>(focus()));
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(last(u"t1"_s).toText(), u"first"_s);
        QTRY_COMPARE(textWithFocus(), u"first"_s);
        QCOMPARE(qobject_cast<QPlainTextEdit *>(focus())->textCursor().position(), 5);
        QTRY_VERIFY(isStill());
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(current(), u"t2"_s);
        QTRY_COMPARE(textWithFocus(), u"second"_s);
        QCOMPARE(qobject_cast<QPlainTextEdit *>(focus())->textCursor().position(), 6);
        type(u"!"_s);
        QCOMPARE(textWithFocus(), u"second!"_s);
    }

    void undoOfAWordInTheMiddleStaysTheFields()
    {
        goTo(u"t1"_s);
        type(u"one two"_s);
        press(Qt::Key_Home);
        type(u"x"_s);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(textWithFocus(), u"one two"_s);
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(textWithFocus(), u"xone two"_s);
    }

    void enterConfirmsWhatWasPicked()
    {
        goWhereUndoWas();
        goTo(u"who"_s);
        press(Qt::Key_2);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(current(), u"order"_s);
        QTRY_VERIFY(isStill());
        press(Qt::Key_PageUp, Qt::ControlModifier);
        QTRY_COMPARE(current(), u"who"_s);
        QCOMPARE(choices()->currentIndex().row(), 1);
        QTRY_VERIFY(choices()->hasFocus());
        press(Qt::Key_Return);
        QTRY_COMPARE(current(), u"order"_s);
        QCOMPARE(last(u"who"_s), Value::keys({u"b"_s}));
        QTRY_VERIFY(isStill());
        press(Qt::Key_PageUp, Qt::ControlModifier);
        QTRY_COMPARE(current(), u"who"_s);
        QTRY_VERIFY(choices()->hasFocus());
        press(Qt::Key_Down);
        press(Qt::Key_Return); // went to another one
        QTRY_COMPARE(last(u"who"_s), Value::keys({u"c"_s}));
        QTRY_VERIFY(isStill());
        m_open->session.undo();
        QTRY_COMPARE(last(u"who"_s), Value::keys({u"b"_s}));
        QTRY_COMPARE(choices()->currentIndex().row(), 1);
        press(Qt::Key_Return);
        QTRY_COMPARE(current(), u"order"_s);
        QCOMPARE(last(u"who"_s), Value::keys({u"b"_s}));
    }

    void aNumberIsReplacedAndItsProblemSaidAtOnce()
    {
        interview().answer({u"n"_s, {}}, Value::number(60));
        goTo(u"n"_s);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(focus()));
        const auto *field = qobject_cast<QLineEdit *>(focus());
        QTRY_COMPARE(field->selectedText(), u"60"_s);
        type(u"90"_s);
        QCOMPARE(field->text(), u"90"_s);
        const auto *problem = m_workspace->page()->question().findChild<QLabel *>(u"answerProblem"_s);
        type(u"60"_s);
        QTRY_VERIFY(problem->isVisible());
        QCOMPARE(problem->text(), u"Not that many."_s);
        QCOMPARE(current(), u"n"_s);
        QCOMPARE(focus(), field);
        type(u"1"_s); // what is said takes nothing away
        QCOMPARE(field->text(), u"90601"_s);
    }
};

QTEST_MAIN(TestTypedKeys)
#include "test_typed_keys.moc"
