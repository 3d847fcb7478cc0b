#include "tests/support/ui/WindowBench.h"
#include "ui/shell/MessageCard.h"
#include "ui/shell/Messages.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// The buttons of what is said, by keyboard.
class TestMessageKeys : public QObject
{
    Q_OBJECT

private:
    static void press(Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, held);
    }
    static QString focused()
    {
        const auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
        return button ? button->text() : QString();
    }
    static void sayProblem(test::WindowBench &bench)
    {
        bench.window->messages().show({.severity = Severity::Problem,
                                       .text = u"It could not be written."_s,
                                       .details = u"errno 28"_s,
                                       .actions = {{u"Try again"_s, {}}}});
    }

private Q_SLOTS:
    void typingGoesOnWhereTheNoticeLeads()
    {
        test::WindowBench bench;
        bench.openStudy();
        bench.show();
        QLineEdit field(bench.window.get());
        field.show();
        bench.window->messages().show({.severity = Severity::Warning,
                                       .text = u"It ended without being closed."_s,
                                       .actions = {{u"Go on with it"_s, [&field] { field.setFocus(); }}},
                                       .typingGoesOn = true});
        bench.window->focusMessages();
        QCOMPARE(focused(), u"Go on with it"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"S"_s);
        QVERIFY(field.hasFocus());
        QTRY_COMPARE(field.text(), u"S"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"uite"_s);
        QCOMPARE(field.text(), u"Suite"_s);
        QVERIFY(bench.cards().isEmpty());
    }

    void f6ComesToTheNoticeAndEscapeLeadsBack()
    {
        test::WindowBench bench;
        bench.openStudy();
        bench.show();
        test::FakeWorkspace *place = bench.places[0];
        place->leftSecond->setFocus();
        sayProblem(bench);
        press(Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), place->right); // the panes come first
        press(Qt::Key_F6);
        QCOMPARE(focused(), u"Try again"_s);
        press(Qt::Key_Tab, Qt::ShiftModifier);
        QCOMPARE(focused(), u"Details"_s);
        press(Qt::Key_Space);
        QVERIFY(bench.cards().first()->findChild<QPlainTextEdit *>()->isVisible());
        press(Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), place->left);
        press(Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(focused(), u"Try again"_s);
        press(Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), place->left);
        QVERIFY(bench.cards().isEmpty());
        press(Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), place->right); // nothing is said any more
    }

    void tabComesThereToo()
    {
        test::WindowBench bench;
        bench.openStudy();
        bench.show();
        bench.places[0]->right->setFocus();
        sayProblem(bench);
        for (int i = 0; i < 20 && focused() != u"Details"_s; ++i)
            press(Qt::Key_Tab);
        QCOMPARE(focused(), u"Details"_s);
        press(Qt::Key_Escape);
        QVERIFY(bench.cards().isEmpty());
        QVERIFY(QApplication::focusWidget() && QApplication::focusWidget()->isVisible());
    }

    void whereNothingCanBeDoneTheDetailsComeFirst()
    {
        test::WindowBench bench;
        bench.openStudy();
        bench.show();
        bench.window->messages().show(
            {.severity = Severity::Warning, .text = u"Two lines were left out."_s, .details = u"3, 5"_s});
        press(Qt::Key_F9);
        QCOMPARE(focused(), u"Details"_s);
    }

    // Two decisions keep their places: what was said last is not seen, and must not get the keys.
    void onlyWhatIsSeenGetsTheFocus()
    {
        test::WindowBench bench;
        bench.openStudy();
        bench.show();
        for (const QString &question : {u"Replace it?"_s, u"Replace that?"_s})
            bench.window->messages().ask({.question = question, .choices = {{u"Keep"_s, {}}}});
        bench.places[0]->left->setFocus();
        sayProblem(bench);
        press(Qt::Key_F9);
        QCOMPARE(focused(), u"Keep"_s);
        QVERIFY(QApplication::focusWidget()->isVisible());
    }

    void onTheStartPage()
    {
        test::WindowBench bench;
        bench.show();
        sayProblem(bench);
        QTest::keyClick(bench.window.get(), Qt::Key_F6);
        QCOMPARE(focused(), u"Try again"_s);
        press(Qt::Key_F6);
        QVERIFY(
            bench.window->findChild<QWidget *>(u"startPage"_s)->isAncestorOf(QApplication::focusWidget()));
    }
};

QTEST_MAIN(TestMessageKeys)
#include "test_message_keys.moc"
