#include "core/catalogue/EditCodebook.h"
#include "core/catalogue/ReadCodebook.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/StudySession.h"
#include "tests/support/ui/ProgramInterview.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/shell/HeldKeys.h"
#include "ui/shell/MainWindow.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// Undo and "New interview" in the real window, where two interviews were held.
class TestUndoElsewhere : public test::ProgramInterview
{
    Q_OBJECT

private:
    [[nodiscard]] InterviewWorkspace &workspace() const
    {
        return *m_application->window().findChild<InterviewWorkspace *>();
    }
    [[nodiscard]] QString said() const
    {
        QStringList sentences;
        for (const auto *label : m_application->window().findChildren<QLabel *>()) {
            if (label->isVisible())
                sentences << label->text();
        }
        return sentences.join(u'\n');
    }
    void undo() { m_user->press(QKeySequence(Qt::CTRL | Qt::Key_Z)); }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void oneKeyBeginsAnInterviewAnywhere()
    {
        for (const int place : {1, 2, 3, 4, 5}) {
            m_user->goToWorkspace(place);
            m_user->press(QKeySequence(Qt::CTRL | Qt::Key_I));
            QTRY_COMPARE(m_application->window().currentWorkspace(), &workspace());
            QVERIFY2(!workspace().page(), qPrintable(QString::number(place)));
        }
    }

    void aStepOfAnotherInterviewIsNamedFirst()
    {
        const InterviewId first = workspace().page()->session().id();
        m_user->press(QKeySequence(Qt::CTRL | Qt::Key_I));
        QVERIFY(m_user->startInterview());
        m_user->recordExample({u"The past stays"_s});
        QVERIFY(m_user->waitUntilSaved());
        workspace().openInterview(first);
        QVERIFY(m_user->waitUntilSaved());
        const auto next = session().nextUndo();
        QVERIFY(next);
        undo();
        QTRY_VERIFY2(said().contains(u"The last change was in"_s), qPrintable(said()));
        QVERIFY2(said().contains(u"P02"_s), qPrintable(said()));
        QVERIFY(m_user->waitUntilSaved());
        QCOMPARE(session().nextUndo()->id, next->id); // nothing yet
        QCOMPARE(workspace().page()->session().id(), first);
        QCOMPARE(m_application->window().currentWorkspace(), &workspace());
        undo();
        QTRY_VERIFY(!session().nextUndo() || session().nextUndo()->id != next->id);
        QTRY_VERIFY2(said().contains(u"Undone in "_s), qPrintable(said()));
        QTRY_VERIFY(m_application->window().currentWorkspace() != &workspace() ||
                    workspace().page()->session().id() != first);
        // What is typed on was meant for the interview.
        const auto after = session().nextUndo();
        m_user->type(u"go on"_s);
        m_user->press(QKeySequence(Qt::Key_Return));
        QVERIFY(m_user->waitUntilSaved());
        QCOMPARE(session().nextUndo().has_value(), after.has_value());
        QVERIFY(!after || session().nextUndo()->id == after->id);
    }

    void aStepOfAnotherWorkspaceIsNamedFirst()
    {
        const Codebook codebook = Codebook::read(session().reader());
        const Term term = codebook.inFacet(u"element").first();
        session().perform({.label = u"Rename"_s, .place = toText(term.id)}, [term](Edit &edit) {
            Term renamed = term;
            renamed.label = u"Crude data"_s;
            updateTerm(edit, renamed);
        });
        m_user->goToWorkspace(4); // Gaps
        QVERIFY(m_user->waitUntilSaved());
        const Workspace *gaps = m_application->window().currentWorkspace();
        const auto next = session().nextUndo();
        QVERIFY(next && next->label == "Rename"_L1);
        undo();
        QTRY_VERIFY2(said().contains(u"The last change was in the codebook, at “Crude data”"_s),
                     qPrintable(said()));
        QVERIFY(m_user->waitUntilSaved());
        QCOMPARE(session().nextUndo()->id, next->id);
        QCOMPARE(m_application->window().currentWorkspace(), gaps);
        undo();
        QTRY_VERIFY(!session().nextUndo() || session().nextUndo()->id != next->id);
        QTRY_VERIFY(m_application->window().currentWorkspace() != gaps);
    }

    void whatWasUndoneIsSaidUntilTheNextQuestion()
    {
        m_user->press(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_N));
        m_user->type(u"a note"_s);
        QVERIFY(m_user->waitUntilSaved());
        m_user->press(QKeySequence(Qt::CTRL | Qt::Key_PageDown));
        QVERIFY(m_user->waitUntilSaved());
        undo();
        QTRY_VERIFY2(said().contains(u"Undone"_s), qPrintable(said()));
        QVERIFY(m_user->waitUntilSaved());
        QVERIFY(said().contains(u"Undone"_s));
        m_user->press(QKeySequence(Qt::CTRL | Qt::Key_PageDown));
        QTRY_VERIFY2(!said().contains(u"Undone"_s), qPrintable(said()));
    }

    void heldKeysLetGo()
    {
        QWidget window;
        auto *one = new QLineEdit(&window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        one->setFocus();
        HeldKeys held;
        held.hold();
        QTest::keyClicks(one, u"abc"_s);
        QVERIFY(one->text().isEmpty());
        QTest::keyClick(one, Qt::Key_Right); // somebody goes on here
        QTest::keyClicks(one, u"abc"_s);
        QCOMPARE(one->text(), u"abc"_s);
        held.hold();
        QTRY_VERIFY_WITH_TIMEOUT(!held.isHolding(), 5000);
        QTest::keyClicks(one, u"d"_s);
        QCOMPARE(one->text(), u"abcd"_s);
    }
};

QTEST_MAIN(TestUndoElsewhere)
#include "test_undo_elsewhere.moc"
