#include "core/catalogue/EditFields.h"
#include "core/catalogue/ReadExamples.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "core/protocol/ProtocolEdit.h"
#include "tests/support/ui/ProtocolBench.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/AutoGrowTextEdit.h"
#include "ui/common/EditedRow.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/FieldEditor.h"
#include "ui/interview/FinishView.h"
#include "ui/interview/GoToItems.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/QuestionView.h"
#include "ui/interview/ReadBackView.h"
#include "ui/protocol/ProtocolEditor.h"
#include "ui/protocol/ProtocolOutline.h"
#include "ui/protocol/ProtocolsPage.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;

/// Out of Finish, of reading back and of a protocol, by keyboard: where one came from, with all that was
/// typed.
class TestWaysOut : public test::ProtocolBench
{
    Q_OBJECT

private:
    const QuestionRef m_question{u"briefing-reminds"_s, {}};

    static void keys()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("held");
        QTest::newRow("Esc") << Qt::Key_Escape << Qt::KeyboardModifiers();
        QTest::newRow("Alt+Left") << Qt::Key_Left << Qt::KeyboardModifiers(Qt::AltModifier);
    }
    /// At a question, with an example of which little is known.
    ExampleId startWithAnExample()
    {
        start();
        goTo(m_question);
        return addExample();
    }
    ExampleId addExample()
    {
        const auto made = std::make_shared<ExampleId>();
        interview().createExample([made](qint64 id) { *made = ExampleId{id}; });
        [&] { QTRY_VERIFY(*made); }();
        m_open->session.perform({u"set"_s}, [id = made->value](Edit &edit) {
            setValue(edit, fields::example::countedOn, id, u"the feed"_s);
        });
        m_open->session.flush();
        [&] { QTRY_VERIFY(interview().data().example(made->value)->has(fields::example::countedOn)); }();
        return *made;
    }
    QString stored(ExampleId example, const Field &field)
    {
        m_open->session.flush();
        return readExample(m_open->session.reader(), example)->text(field);
    }
    bool isAtTheQuestion() const
    {
        return !shown<FinishView>() && !shown<ReadBackView>() && interview().currentRef() == m_question &&
               m_workspace->page()->question().isAncestorOf(QApplication::focusWidget());
    }
    QTreeWidget *protocols() const { return shown<QTreeWidget>(u"protocols"_s); }

private Q_SLOTS:
    void tabGoesOnFromAnOptionThatWasTyped()
    {
        const ExampleId example = startWithAnExample();
        m_workspace->page()->openExample(example);
        auto *card = m_workspace->findChild<ExampleCard *>();
        QTRY_VERIFY(card && card->isVisible());
        for (const auto &[field, typed] : {std::pair{&fields::example::occurrence, u"presq"_s},
                                           std::pair{&fields::example::status, u"conf"_s},
                                           std::pair{&fields::example::occurrence, u"near"_s}}) {
            FieldEditor *editor = nullptr;
            for (FieldEditor *each : card->findChildren<FieldEditor *>()) {
                if (each->isVisible() && each->field() == *field)
                    editor = each;
            }
            QVERIFY(editor);
            editor->setFocus();
            type(typed);
            press(Qt::Key_Tab);
            QTest::qWait(100);
            const QWidget *now = QApplication::focusWidget();
            QVERIFY(now && card->isAncestorOf(now) && !editor->isAncestorOf(now));
            QVERIFY2(now->mapTo(card, QPoint()).y() > editor->mapTo(card, QPoint()).y(),
                     qPrintable(now->accessibleName()));
        }
    }

    void whatWasBinnedComesBackWhereItWas()
    {
        start();
        connect(&m_open->session, &StudySession::undone, m_workspace.get(), [this](const Commit &commit) {
            QVERIFY(m_workspace->goToPlace(commit.action.place)); // nowhere else
        });
        goTo({u"headlines"_s, {}});
        interview().addInstance({u"headlines"_s, {}});
        QTRY_COMPARE(interview().data().examples.size(), 1);
        const ExampleId example = interview().data().examples.first().exampleId();
        QTRY_VERIFY(interview().isSaved() && !m_open->session.isSaving());
        m_workspace->page()->openExample(example);
        auto *card = m_workspace->findChild<ExampleCard *>();
        QTRY_VERIFY(card && card->isVisible());
        for (auto *button : card->findChildren<QPushButton *>()) {
            if (button->text() == u"Delete this example"_s)
                button->click();
        }
        QTRY_VERIFY(interview().data().examples.isEmpty());
        QTRY_VERIFY(interview().isSaved() && !m_open->session.isSaving());
        QVERIFY(m_open->messages.shown.last().text.contains(u"in the bin"_s));
        m_open->session.undo(); // one step
        QTRY_COMPARE(interview().data().examples.size(), 1);
        QTRY_COMPARE(m_workspace->findChild<ExampleCard *>()->example(), example);
        QTRY_VERIFY(m_workspace->findChild<ExampleCard *>()->isVisible());
    }

    void outOfFinish_data() { keys(); }
    void outOfFinish()
    {
        QFETCH(Qt::Key, key);
        QFETCH(Qt::KeyboardModifiers, held);
        const ExampleId example = startWithAnExample();
        m_workspace->page()->finish();
        FieldEditor *story = nullptr;
        QTRY_VERIFY([&] {
            for (FieldEditor *each : m_workspace->findChildren<FieldEditor *>()) {
                if (each->isVisible() && each->field() == fields::example::story)
                    story = each;
            }
            return story;
        }());
        story->setFocus();
        type(u"It broke"_s);
        press(key, held);
        QVERIFY(isAtTheQuestion());
        QCOMPARE(stored(example, fields::example::story), u"It broke"_s);
    }

    void outOfReadingBack_data() { keys(); }
    void outOfReadingBack()
    {
        QFETCH(Qt::Key, key);
        QFETCH(Qt::KeyboardModifiers, held);
        startWithAnExample();
        press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(shown<ReadBackView>());
        QCOMPARE(shown<QPushButton>(u"readBackClose"_s)->text(), u"Back to the questions"_s);
        press(key, held);
        QVERIFY(isAtTheQuestion());
    }

    void readingBackFromFinishLeadsToFinish_data() { keys(); }
    void readingBackFromFinishLeadsToFinish()
    {
        QFETCH(Qt::Key, key);
        QFETCH(Qt::KeyboardModifiers, held);
        const ExampleId example = startWithAnExample();
        m_workspace->page()->finish();
        QTRY_VERIFY(shown<FinishView>()->isAncestorOf(QApplication::focusWidget()));
        press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(shown<ReadBackView>());
        QCOMPARE(shown<QPushButton>(u"readBackClose"_s)->text(), u"Back to Finish"_s);
        shown<QPushButton>(u"readBackCorrect"_s)->click();
        QTRY_VERIFY(shown<ExampleCard>());
        QVERIFY(shown<ExampleCard>()->focusField(u"turned_out"));
        type(u"it was late"_s);
        press(Qt::Key_Escape); // the card alone
        QVERIFY(!shown<ExampleCard>());
        QVERIFY(shown<ReadBackView>());
        press(key, held);
        QVERIFY(!shown<ReadBackView>());
        QVERIFY(shown<FinishView>());
        QVERIFY(shown<FinishView>()->isAncestorOf(QApplication::focusWidget()));
        QCOMPARE(stored(example, fields::example::turnedOut), u"it was late"_s);
        press(key, held);
        QVERIFY(isAtTheQuestion());
    }

    void aQuestionThatIsGoneToIsShown_data()
    {
        QTest::addColumn<bool>("reading");
        QTest::newRow("from Finish") << false;
        QTest::newRow("from reading back") << true;
    }
    void aQuestionThatIsGoneToIsShown()
    {
        QFETCH(bool, reading);
        startWithAnExample();
        const QuestionRef wanted{u"setup-mode"_s, {}};
        const int at = interview().flow().indexOf(wanted);
        QVERIFY(at >= 0);
        const QList<PickItem> items = goToItems(interview());
        const auto item = std::find_if(items.begin(), items.end(),
                                       [at](const PickItem &each) { return each.id == at + 1; });
        QVERIFY(item != items.end());
        reading ? m_workspace->page()->readBack() : m_workspace->page()->finish();
        QTRY_COMPARE(reading, shown<ReadBackView>() != nullptr);
        QTRY_VERIFY(QApplication::focusWidget());
        press(Qt::Key_J, Qt::ControlModifier);
        type(item->label);
        press(Qt::Key_Return);
        QTRY_COMPARE(interview().currentRef(), wanted);
        QVERIFY(!shown<FinishView>() && !shown<ReadBackView>());
        QTRY_VERIFY(m_workspace->page()->question().isAncestorOf(QApplication::focusWidget()));
    }

    void readingBackBeginsWhereOneIsAndLeadsBackThere()
    {
        startWithAnExample();
        const ExampleId second = addExample();
        m_workspace->page()->openExample(second, u"story"_s);
        auto *card = m_workspace->findChild<ExampleCard *>();
        QTRY_VERIFY(card && card->isVisible() && card->isAncestorOf(QApplication::focusWidget()));
        type(u"It"_s);
        QPointer<QWidget> typed = QApplication::focusWidget();
        press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(shown<ReadBackView>());
        QCOMPARE(shown<ReadBackView>()->example(), second);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!shown<ReadBackView>());
        QCOMPARE(QApplication::focusWidget(), typed.data());
        type(u" rains"_s);
        card->flush();
        QCOMPARE(stored(second, fields::example::story), u"It rains"_s);
    }

    void escapeClosesTheCardFromTheQuestion()
    {
        const ExampleId example = startWithAnExample();
        m_workspace->page()->openExample(example);
        auto *card = m_workspace->findChild<ExampleCard *>();
        QTRY_VERIFY(card && card->isVisible());
        m_workspace->page()->focusQuestion();
        press(Qt::Key_Escape);
        QTRY_VERIFY(!card->isVisible());
        QVERIFY(isAtTheQuestion());
    }

    void outOfADraft_data() { keys(); }
    void outOfADraft()
    {
        QFETCH(Qt::Key, key);
        QFETCH(Qt::KeyboardModifiers, held);
        openDraft();
        const ProtocolVersionId draft = editor()->draft().id();
        select(u"story"_s);
        replace(text(u"label"_s), u"And then?"_s);
        if (key == Qt::Key_Escape) {
            press(key);
            QVERIFY(editor() && outline()->hasFocus()); // first out of the field, at its place
        }
        press(key, held);
        QVERIFY(!editor());
        QVERIFY(protocols() && protocols()->hasFocus());
        QCOMPARE(protocols()->currentItem()->text(0), u"Draft"_s);
        settle();
        const Protocol written = inFile(draft);
        QCOMPARE(findQuestion(written, u"story"_s)->label.byLanguage[u"en"_s], u"And then?"_s);
        press(key, held);
        QTRY_VERIFY(shown<QLineEdit>(u"pseudonym"_s));
    }

    void outOfAVersionThatOnlyShows_data() { keys(); }
    void outOfAVersionThatOnlyShows()
    {
        QFETCH(Qt::Key, key);
        QFETCH(Qt::KeyboardModifiers, held);
        start();
        goTo(m_question);
        publishSmall();
        m_workspace->showProtocols();
        m_workspace->protocols().open(newestOf(u"t"_s).id);
        QVERIFY(!editor()->draft().isWritable());
        QTRY_VERIFY(outline()->hasFocus());
        press(key, held);
        QVERIFY(protocols() && protocols()->hasFocus());
        press(key, held); // and to the interview that they were opened from
        QTRY_VERIFY(m_workspace->page());
        QCOMPARE(interview().currentRef(), m_question);
    }

    void outOfPublishingTheNoteIsKept()
    {
        openDraft();
        shown<QPushButton>(u"protocolPublish"_s)->click();
        QTRY_VERIFY(shown<QLineEdit>(u"changeNote"_s)->hasFocus());
        type(u"Shorter"_s);
        press(Qt::Key_Escape);
        QVERIFY(editor() && outline()->hasFocus());
        press(Qt::Key_Escape);
        QVERIFY(protocols()->hasFocus());
        press(Qt::Key_Return);
        QTRY_VERIFY(editor());
        shown<QPushButton>(u"protocolPublish"_s)->click();
        QCOMPARE(shown<QLineEdit>(u"changeNote"_s)->text(), u"Shorter"_s);
    }
};

QTEST_MAIN(TestWaysOut)
#include "test_ways_out.moc"
