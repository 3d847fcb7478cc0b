#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadMarks.h"
#include "core/interview/InterviewSession.h"
#include "tests/support/ui/OneInterviewBench.h"
#include "tests/support/ui/Typing.h"
#include "ui/interview/AnswerEditor.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/QuestionView.h"

#include <algorithm>
#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;

namespace {
QByteArray protocol()
{
    return R"({"format": "seamfinder-protocol/1", "key": "hasty", "version": "1", "languages": ["en", "de"],
        "title": {"en": "Hasty", "de": "Eilig"}, "sections": [{"key": "all", "title": {"en": "All", "de": "Alles"},
        "questions": [
        {"name": "hello", "type": "note", "label": {"en": "Welcome.", "de": "Willkommen."}},
        {"name": "t1", "type": "text", "label": {"en": "First words?", "de": "Erste Worte?"}},
        {"name": "who", "type": "select-one", "label": {"en": "Which?", "de": "Welches?"}, "choices": {"fixed": [
            {"key": "a", "label": {"en": "Yes", "de": "Ja"}}, {"key": "b", "label": {"en": "No", "de": "Nein"}}]}},
        {"name": "t2", "type": "text", "label": {"en": "More words?", "de": "Mehr Worte?"}},
        {"name": "n", "type": "integer", "label": {"en": "How many?", "de": "Wie viele?"},
         "constraint": ". <= 240", "constraintMessage": {"en": "Not that many.", "de": "Nicht so viele."}},
        {"name": "last", "type": "text", "label": {"en": "Anything else?", "de": "Noch etwas?"}},
        {"name": "one", "type": "repeat", "label": {"en": "An example?", "de": "Ein Beispiel?"},
         "repeat": {"maximum": 1, "creates": "example"}, "questions": [
            {"name": "one-title", "type": "text", "label": {"en": "As a headline?", "de": "Als Schlagzeile?"},
             "binding": "example.title"}]}]}]})";
}
} // namespace

/// Keys that are typed faster than the program writes, and coming back to where one was.
class TestHastyKeys : public test::OneInterviewBench
{
    Q_OBJECT

public:
    TestHastyKeys()
        : OneInterviewBench(protocol())
    {
    }

private:
    [[nodiscard]] InterviewPage &page() const { return *m_workspace->page(); }
    [[nodiscard]] QString current() const { return interview().currentRef().question; }
    [[nodiscard]] bool isStill() const { return interview().isSaved() && !m_open->session.isSaving(); }
    [[nodiscard]] QPlainTextEdit *text() const
    {
        return page().question().findChild<QPlainTextEdit *>(u"answerText"_s);
    }
    [[nodiscard]] QMenu *noAnswer() const { return page().findChild<QMenu *>(u"no-answer"_s); }
    void goTo(const QString &question)
    {
        QVERIFY(interview().goTo({question, {}}));
        QTRY_VERIFY(isStill());
        QTRY_VERIFY(focus() && page().isAncestorOf(focus()));
    }
    void add(int participants)
    {
        for (int i = 0; i < participants; ++i)
            interview().addParticipant({});
        QTRY_COMPARE(interview().data().interview.participants.size(), participants + 1);
        QTRY_VERIFY(isStill());
    }

private Q_SLOTS:
    void noAnswerAheadIsThatOfTheQuestion()
    {
        goTo(u"t1"_s);
        type(u"words"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        press(Qt::Key_F4); // these wait
        press(Qt::Key_D);
        press(Qt::Key_Return, Qt::ControlModifier);
        press(Qt::Key_8);
        QTRY_COMPARE(current(), u"t2"_s);
        QTRY_COMPARE(text()->toPlainText(), u"8"_s);
        page().flush();
        QTRY_VERIFY(isStill());
        QVERIFY(interview().missing({u"who"_s, {}}) == MissingCode::DoesNotKnow);
        QVERIFY(!interview().missing({u"t1"_s, {}}) && !interview().missing({u"t2"_s, {}}));
        QCOMPARE(interview().lastNote({u"who"_s, {}}), QString());
        QCOMPARE(interview().lastAnswer({u"t1"_s, {}}).toText(), u"words"_s);
    }

    void aTurnOfPageClosesTheMenu()
    {
        goTo(u"who"_s);
        press(Qt::Key_F4);
        const QPointer<QMenu> menu = noAnswer();
        QTRY_VERIFY(menu && menu->isVisible());
        QAction *first = menu->actions().constFirst();
        page().next();
        QTRY_COMPARE(current(), u"t2"_s);
        QVERIFY(!menu || !menu->isVisible());
        if (menu)
            first->trigger(); // even then
        QTRY_VERIFY(isStill());
        QVERIFY(!interview().missing({u"t2"_s, {}}));
    }

    void ctrlEnterInTheMenuPicksNothing()
    {
        goTo(u"who"_s);
        press(Qt::Key_F4);
        const QPointer<QMenu> menu = noAnswer();
        QTRY_VERIFY(menu && menu->isVisible());
        for (int i = 0; i < 2 && menu && menu->isVisible(); ++i)
            QTest::keyClick(menu.data(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!menu || !menu->isVisible());
        QTRY_VERIFY(isStill());
        QVERIFY(!interview().missing({u"who"_s, {}}));
    }

    void comingBackToATextIsWhereOneWas()
    {
        interview().answer({u"t2"_s, {}}, Value::text(u"from before"_s));
        goTo(u"t1"_s);
        type(u"one two"_s);
        for (int i = 0; i < 4; ++i)
            press(Qt::Key_Left);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(current(), u"who"_s);
        QTRY_VERIFY(isStill());
        press(Qt::Key_PageUp, Qt::ControlModifier);
        QTRY_COMPARE(current(), u"t1"_s);
        QCOMPARE(text()->textCursor().position(), 3);
        goTo(u"t2"_s); // where one was not yet: behind what is there
        QCOMPARE(text()->textCursor().position(), 11);
        QVERIFY(!text()->textCursor().hasSelection());
        type(u"!"_s);
        QCOMPARE(text()->toPlainText(), u"from before!"_s);
        goTo(u"t1"_s);
        QCOMPARE(text()->textCursor().position(), 3);
        page().setWholeSection(true);
        page().setWholeSection(false);
        QCOMPARE(text()->textCursor().position(), 3);
        page().flush();
        QTRY_VERIFY(isStill());
        close();
        open();
        QCOMPARE(text()->textCursor().position(), 3);
    }

    void thePauseAsksForItsReason()
    {
        goTo(u"t1"_s);
        type(u"half"_s);
        QTRY_VERIFY(text() && text()->hasFocus());
        auto *field = text();
        const QPoint before = field->mapTo(m_workspace.get(), QPoint());
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        type(u"the door"_s); // at once
        auto *strip = m_workspace->findChild<QWidget *>(u"pauseStrip"_s);
        QTRY_VERIFY(strip->isVisible());
        auto *reason = strip->findChild<QComboBox *>();
        QTRY_COMPARE(reason->currentText(), u"the door"_s);
        QTest::qWait(20); // for the layout
        QCOMPARE(field->mapTo(m_workspace.get(), QPoint()), before);
        press(Qt::Key_Return);
        QCOMPARE(focus(), field);
        reason->setFocus();
        press(Qt::Key_Escape);
        QCOMPARE(focus(), field);
        QCOMPARE(field->toPlainText(), u"half"_s);
        QTRY_VERIFY(isStill());
        QCOMPARE(interview().time().pauses.last().reason, u"the door"_s);
        QCOMPARE(interview().lastNote({u"t1"_s, {}}), QString());
    }

    void theSwitchOfSpeakersSaysWhatGoesAlong()
    {
        add(1);
        goTo(u"one"_s);
        page().another();
        QTRY_COMPARE(interview().currentRef().question, u"one-title"_s);
        const QuestionRef title = interview().currentRef();
        const auto *line = page().question().findChild<QLabel *>(u"handedOver"_s);
        press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(isStill());
        QVERIFY(!line->isVisible()); // nothing stands there
        type(u"ours"_s);
        page().flush();
        QTRY_VERIFY(isStill());
        QVERIFY(!line->isVisible());
        press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(line->isVisible());
        QVERIFY(line->text().contains(interview().speakerName(title)));
        goTo(u"t2"_s);
        QVERIFY(!line->isVisible());
    }

    void whatIsReadAloudSaysWhoAnswers()
    {
        goTo(u"hello"_s);
        const auto *speaker = page().question().findChild<QToolButton *>(u"speaker"_s);
        QVERIFY(!speaker->isVisible());
        add(1);
        QTRY_VERIFY(speaker->isVisible());
        QVERIFY(speaker->isEnabled()); // a note there is theirs
        QVERIFY(speaker->text().contains(interview().data().interview.pseudonyms.first()));
    }

    void aProblemLooksLikeOne()
    {
        goTo(u"n"_s);
        const auto *warning = page().question().findChild<QWidget *>(u"answerWarning"_s);
        QVERIFY(!warning->isVisible());
        type(u"900"_s);
        QTRY_VERIFY(warning->isVisible());
        QVERIFY(warning->autoFillBackground());
        QCOMPARE(warning->findChild<QLabel *>(u"answerProblem"_s)->text(), u"Not that many."_s);
        QVERIFY(warning->palette().color(QPalette::Window) != page().palette().color(QPalette::Window));
    }

    void theListOfQuestionsFollowsTheLanguage()
    {
        goTo(u"t1"_s);
        press(Qt::Key_J, Qt::ControlModifier);
        auto *list = focus()->parentWidget()->findChild<QListView *>();
        QVERIFY(list && list->isVisible());
        press(Qt::Key_Down);
        const int row = list->currentIndex().row();
        const auto lists = [list](const QString &words) {
            for (int i = 0; i < list->model()->rowCount(); ++i) {
                if (list->model()->index(i, 0).data().toString().contains(words))
                    return true;
            }
            return false;
        };
        QVERIFY(lists(u"More words?"_s));
        press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(lists(u"Mehr Worte?"_s));
        QVERIFY(!lists(u"More words?"_s));
        QVERIFY(list->isVisible());
        QCOMPARE(list->currentIndex().row(), row);
    }

    void aParticipantIsAddedFromAnywhere()
    {
        goTo(u"t2"_s);
        type(u"and then"_s);
        press(Qt::Key_A, Qt::ControlModifier | Qt::AltModifier);
        press(Qt::Key_Return);
        QTRY_COMPARE(interview().data().interview.participants.size(), 2);
        QCOMPARE(current(), u"t2"_s);
        QCOMPARE(interview().lastAnswer({u"t2"_s, {}}).toText(), u"and then"_s);
        QVERIFY(text()->hasFocus());
    }

    // The list takes letters, where a menu would swallow them and add whoever was marked.
    void whatIsTypedThereIsThePseudonym()
    {
        goTo(u"t2"_s);
        press(Qt::Key_A, Qt::ControlModifier | Qt::AltModifier);
        type(u"Bo Ek"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(interview().data().interview.pseudonyms.value(1), u"Bo Ek"_s);
        QVERIFY(text()->hasFocus());
        // Not whoever begins so, nor the offer of a new one, nor somebody twice.
        for (const QString &name : {u"P"_s, u"bo ek"_s, interview().data().interview.pseudonyms.first()}) {
            press(Qt::Key_A, Qt::ControlModifier | Qt::AltModifier);
            type(name);
            press(Qt::Key_Return);
            QTRY_VERIFY(isStill());
        }
        QTRY_COMPARE(interview().data().interview.pseudonyms.size(), 3);
        QCOMPARE(interview().data().interview.pseudonyms.last(), u"P"_s);
        press(Qt::Key_A, Qt::ControlModifier | Qt::AltModifier);
        type(u"and it broke"_s);
        press(Qt::Key_A, Qt::ControlModifier | Qt::AltModifier); // again: it is not cleared away
        text()->setFocus();                                      // meant for the answer after all
        QTRY_VERIFY(isStill());
        QCOMPARE(interview().data().interview.participants.size(), 3);
        QCOMPARE(interview().lastNote({u"t2"_s, {}}), u"and it broke"_s);
        press(Qt::Key_A, Qt::ControlModifier | Qt::AltModifier);
        type(u"nobody"_s);
        press(Qt::Key_Escape);
        QVERIFY(text()->hasFocus());
        QCOMPARE(interview().data().interview.participants.size(), 3);
    }

    void marksHaveOneDefaultAndDigits()
    {
        goTo(u"t1"_s);
        type(u"It broke."_s);
        press(Qt::Key_F8);
        press(Qt::Key_Q);
        QTRY_COMPARE(interview().data().marks.size(), 1);
        goTo(u"t2"_s);
        press(Qt::Key_F8);
        press(Qt::Key_F8);
        QTRY_COMPARE(interview().data().marks.size(), 2);
        page().finish();
        for (int i = 0; i < 2; ++i) {
            const auto targets = [this]() -> QListWidget * {
                for (auto *list : page().findChildren<QListWidget *>(u"markTargets"_s)) {
                    if (list->isVisible())
                        return list;
                }
                return nullptr;
            };
            QTRY_VERIFY(targets());
            if (i == 1)
                QTRY_VERIFY(page().findChild<QPlainTextEdit *>(u"heardWords"_s)->hasFocus()); // no words yet
            targets()->setFocus();
            QCOMPARE(targets()->currentRow(), 0);
            QVERIFY(targets()->item(1)->text().startsWith(u'2'));
            press(Qt::Key_9); // there is none
            press(Qt::Key_2); // nothing more
            QTRY_COMPARE(std::ranges::count_if(interview().data().marks, &Mark::done), i + 1);
        }
        QVERIFY(interview().data().examples.isEmpty());
    }
};

QTEST_MAIN(TestHastyKeys)
#include "test_hasty_keys.moc"
