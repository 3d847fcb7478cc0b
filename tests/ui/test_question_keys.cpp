#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "tests/support/ui/InterviewBench.h"
#include "tests/support/ui/Shots.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/AutoGrowTextEdit.h"
#include "ui/common/CommandKeys.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/LineEdit.h"
#include "ui/common/OptionInput.h"
#include "ui/common/StateTag.h"
#include "ui/interview/AnswerEditor.h"
#include "ui/interview/ChoiceModel.h"
#include "ui/interview/ExampleLine.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/LineAnswer.h"
#include "ui/interview/NeighbourLine.h"
#include "ui/interview/ProbeBox.h"
#include "ui/interview/QuestionView.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;

/// The question in the middle and what stands beside it, by keyboard: nothing that is typed is lost, and no
/// key does something that nobody sees.
class TestQuestionKeys : public test::InterviewBench
{
    Q_OBJECT

private:
    [[nodiscard]] AnswerInput *input() const { return m_workspace->page()->question().answer()->input(); }
    [[nodiscard]] QPlainTextEdit *note() const
    {
        return m_workspace->page()->question().findChild<QPlainTextEdit *>(u"questionNote"_s);
    }
    [[nodiscard]] QListView *choices() const { return input()->findChild<QListView *>(u"answerChoices"_s); }
    [[nodiscard]] QList<ExampleLine *> exampleLines() const
    {
        QList<ExampleLine *> lines = m_workspace->findChildren<ExampleLine *>();
        lines.removeIf([](const ExampleLine *line) { return !line->isVisible(); });
        return lines;
    }
    [[nodiscard]] bool answered(const QString &question) const
    {
        return !interview().lastAnswer({question, {}}).isBlank();
    }

private Q_SLOTS:
    void aProbeTakesTheLinesThatItNeeds()
    {
        const QString words = u"Who else knew & when? "_s.repeated(12) + u"x"_s.repeated(200);
        ProbeBox box(words);
        QCOMPARE(box.accessibleName(), words);
        QVERIFY(box.minimumSizeHint().width() < 250);
        QVERIFY(box.heightForWidth(300) > 6 * box.fontMetrics().height());
        QVERIFY(box.heightForWidth(300) > box.heightForWidth(600));
        box.resize(300, box.heightForWidth(300));
        box.show();
        QTest::mouseClick(&box, Qt::LeftButton, {}, QPoint(280, box.height() - 4));
        QVERIFY(box.isChecked());
        QTest::keyClick(&box, Qt::Key_Space);
        QVERIFY(!box.isChecked());
    }

    void examplesAreWalkedAndOpenedByKey()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        m_workspace->page()->showExamples(true);
        interview().createExample();
        interview().createExample();
        QTRY_COMPARE(exampleLines().size(), 2);
        QTRY_VERIFY(interview().isSaved());
        const QList<ExampleLine *> lines = exampleLines();
        lines.first()->setFocus();
        press(Qt::Key_Up);
        QVERIFY(lines.first()->hasFocus());
        press(Qt::Key_Down);
        QVERIFY(lines.last()->hasFocus());
        press(Qt::Key_Down);
        QVERIFY(lines.last()->hasFocus());
        test::shoot(*m_workspace, u"interview-example-lines"_s);
        press(Qt::Key_Return);
        const auto isOpen = [this] {
            const auto cards = m_workspace->findChildren<ExampleCard *>();
            return std::ranges::any_of(cards, [this](const ExampleCard *card) {
                return card->isVisible() && card->example().value == interview().data().examples.last().id;
            });
        };
        QTRY_VERIFY(isOpen());
    }

    void enterInTheSearchNeverTakesBack()
    {
        start();
        goTo({u"roles"_s, {}});
        for (int time = 0; time < 2; ++time) {
            type(u"operations st"_s);
            press(Qt::Key_Return);
            QTRY_COMPARE(interview().lastAnswer({u"roles"_s, {}}).keys(), QStringList{u"operations-staff"_s});
        }
    }

    void aWholeNameIsMeantThoughOthersHaveIt()
    {
        start();
        goTo({u"roles"_s, {}});
        type(u"client"_s);
        QVERIFY(choices()->model()->rowCount() > 1);
        m_workspace->page()->next();
        QTRY_COMPARE(interview().lastAnswer({u"roles"_s, {}}).keys(), QStringList{u"client"_s});
        QCOMPARE(interview().lastNote({u"roles"_s, {}}), QString());
    }

    void nobodyIsNoRoleOfAPerson()
    {
        start();
        goTo({u"roles"_s, {}});
        QVERIFY(choices()->model()->rowCount() > 10);
        for (int row = 0; row < choices()->model()->rowCount(); ++row)
            QVERIFY(choices()->model()->index(row, 0).data(ChoiceModel::KeyRole).toString() != u"nobody"_s);
    }

    void whatFoundAChoiceIsSaid()
    {
        start();
        goTo({u"roles"_s, {}});
        type(u"researcher"_s);
        const QModelIndex found = choices()->model()->index(0, 0);
        QCOMPARE(found.data(ChoiceModel::KeyRole).toString(), u"data-scientist"_s);
        QCOMPARE(found.data(ChoiceModel::AliasRole).toString(), u"researcher"_s);
        press(Qt::Key_Escape);
        QCOMPARE(choices()->model()->index(0, 0).data(ChoiceModel::AliasRole).toString(), QString());
        type(u"data sc"_s);
        test::shoot(*m_workspace, u"interview-list-narrowed"_s);
        QCOMPARE(choices()->model()->index(0, 0).data(ChoiceModel::AliasRole).toString(), QString());
    }

    void theNumberThatWasSaidIsMeantAtRanges()
    {
        start();
        goTo({u"organisation-size"_s, {}});
        for (const int key : {Qt::Key_1, Qt::Key_0, Qt::Key_0})
            press(Qt::Key(key));
        QTRY_COMPARE(interview().lastAnswer({u"organisation-size"_s, {}}).keys(), QStringList{u"50-249"_s});
        QTRY_VERIFY(interview().isSaved());
        QCOMPARE(interview().lastNote({u"organisation-size"_s, {}}), QString());
        QTest::qWait(1000);
        press(Qt::Key_2);
        QTRY_COMPARE(interview().lastAnswer({u"organisation-size"_s, {}}).keys(), QStringList{u"10-49"_s});
    }

    void aNoteIsGoneOnWithAndLeft()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        press(Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(note()->hasFocus());
        type(u"unsure"_s);
        press(Qt::Key_Escape);
        QVERIFY(answerText()->hasFocus());
        QTRY_VERIFY(interview().isSaved());
        press(Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
        type(u", then sure"_s);
        QCOMPARE(note()->toPlainText(), u"unsure, then sure"_s);
        press(Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(answerText()->hasFocus());
    }

    void theCardGivesTheFocusBackToTheNote()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        press(Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
        type(u"see the example"_s);
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(interview().data().examples.size(), 1);
        QTRY_VERIFY(!note()->hasFocus());
        press(Qt::Key_Escape);
        QTRY_VERIFY(note()->hasFocus());
        press(Qt::Key_Escape);
        QVERIFY(answerText()->hasFocus());
    }

    void aCommandThatNobodyTakesIsNoText()
    {
        AutoGrowTextEdit text;
        LineEdit line;
        const auto send = [&](Qt::KeyboardModifiers held, const QString &typed) {
            for (QWidget *field : {static_cast<QWidget *>(&text), static_cast<QWidget *>(&line)}) {
                QKeyEvent event(QEvent::KeyPress, 0, held, typed);
                QCoreApplication::sendEvent(field, &event);
            }
        };
        send(Qt::NoModifier, u"a"_s);
        send(Qt::AltModifier, u"9"_s);
        send(Qt::AltModifier | Qt::ShiftModifier, u"O"_s);
        send(Qt::ControlModifier | Qt::AltModifier, u"@"_s); // AltGr of Windows
        send(Qt::GroupSwitchModifier, u"€"_s);
        QCOMPARE(text.toPlainText(), u"a@€"_s);
        QCOMPARE(line.text(), u"a@€"_s);
    }

    void whatIsTypedOnACardIsANote()
    {
        start();
        goTo({u"purpose"_s, {}});
        QVERIFY(!input());
        press(Qt::Key_Space);
        QVERIFY(!note()->isVisible());
        QCOMPARE(interview().currentRef().question, u"purpose"_s);
        type(u"They laugh"_s);
        QCOMPARE(note()->toPlainText(), u"They laugh"_s);
        m_workspace->page()->next();
        QTRY_COMPARE(interview().lastNote({u"purpose"_s, {}}), u"They laugh"_s);
    }

    void theNextLineSaysItsKey()
    {
        NeighbourLine line(NeighbourLine::Side::After);
        line.resize(800, 32);
        line.showNeighbour(u"And then?"_s);
        const QImage without = line.grab().toImage();
        line.showKey();
        QVERIFY(line.grab().toImage() != without);
        line.resize(150, 32);
        const QImage narrow = line.grab().toImage();
        CommandKeys::ofProgram().set(KeyCommand::NextQuestion, {});
        const QImage keyless = line.grab().toImage();
        CommandKeys::ofProgram().resetAll();
        QCOMPARE(keyless, narrow);
    }

    void commaAndPointAreBothDecimal()
    {
        LineAnswer number(LineAnswer::What::Number), whole(LineAnswer::What::WholeNumber);
        const auto read = [](LineAnswer &answer, const QString &text) {
            answer.findChild<QLineEdit *>()->setText(text);
            return answer.value();
        };
        QCOMPARE(read(number, u"0,6"_s), Value::number(0.6));
        QCOMPARE(read(number, u"0.6"_s), Value::number(0.6));
        QCOMPARE(read(number, u" 1 200,5 "_s), Value::number(1200.5));
        QVERIFY(read(number, u"0,6 or so"_s).isNothing());
        QCOMPARE(number.refused(), u"0,6 or so"_s);
        QCOMPARE(read(whole, u"60"_s), Value::number(60));
        QVERIFY(read(whole, u"1,000"_s).isNothing()); // hardly 1
        QCOMPARE(whole.refused(), u"1,000"_s);
        QVERIFY(read(whole, {}).isNothing());
        QCOMPARE(whole.refused(), QString());
    }

    void whatIsNoNumberBecomesTheNote()
    {
        start();
        goTo({u"years"_s, {}});
        press(Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
        type(u"asked twice"_s);
        press(Qt::Key_Escape);
        type(u"about ten"_s);
        press(Qt::Key_Return); // to be mended, or gone on from
        QCOMPARE(interview().currentRef().question, u"years"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(interview().currentRef().question != u"years"_s);
        QTRY_COMPARE(interview().lastNote({u"years"_s, {}}), u"asked twice\nabout ten"_s);
        QVERIFY(!answered(u"years"_s));
        goTo({u"years"_s, {}});
        QCOMPARE(note()->toPlainText(), u"asked twice\nabout ten"_s);
    }

    void halfOfAWholeNumberIsNotRounded()
    {
        start();
        goTo({u"years"_s, {}});
        type(u"3,5"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(interview().currentRef().question != u"years"_s);
        QTRY_COMPARE(interview().lastNote({u"years"_s, {}}), u"3,5"_s);
        QVERIFY(!answered(u"years"_s));
    }

    void enterGoesOnFromANumber()
    {
        start();
        goTo({u"years"_s, {}});
        type(u"6"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(interview().currentRef().question != u"years"_s);
        QCOMPARE(interview().lastAnswer({u"years"_s, {}}), Value::number(6));
    }

    void aTermThatIsNotThereTicksNothing()
    {
        start();
        goTo({u"roles"_s, {}});
        QTRY_VERIFY(choices()->hasFocus());
        const int all = choices()->model()->rowCount();
        QVERIFY(all > 10);
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        type(u"zookeeper"_s);
        const auto *nothing = input()->findChild<QLabel *>(u"nothingMatches"_s);
        QTRY_VERIFY(nothing->isVisible());
        test::shoot(*m_workspace, u"interview-nothing-matches"_s);
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QVERIFY(!answered(u"roles"_s));
        QCOMPARE(choices()->model()->rowCount(), 0);
        press(Qt::Key_Escape);
        QCOMPARE(choices()->model()->rowCount(), all);
        QCOMPARE(choices()->currentIndex().row(), 2);
        QVERIFY(!nothing->isVisible());
        type(u"zookeeper"_s);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(interview().currentRef().question != u"roles"_s);
        QTRY_COMPARE(interview().lastNote({u"roles"_s, {}}), u"zookeeper"_s);
        QVERIFY(!answered(u"roles"_s));
    }

    void aLongListTakesTheRoomThatThereIs()
    {
        start();
        goTo({u"roles"_s, {}});
        const int all = choices()->model()->rowCount();
        QTRY_VERIFY(choices()->height() >= qMin(all, 10) * choices()->sizeHintForRow(0));
        const auto *picked = input()->findChild<ElidedLabel *>(u"pickedChoices"_s);
        QVERIFY(picked->isVisible());
        press(Qt::Key_3);
        QTRY_VERIFY(picked->text().contains(choices()->model()->index(2, 0).data().toString()));
        // Where there is less, the list scrolls, not the page.
        m_workspace->resize(1500, 720);
        QScrollArea *page = nullptr;
        for (QWidget *up = choices(); up && !page; up = up->parentWidget())
            page = qobject_cast<QScrollArea *>(up);
        QVERIFY(page);
        QTRY_COMPARE(page->verticalScrollBar()->maximum(), 0);
        test::shoot(*m_workspace, u"interview-long-list"_s);
    }

    // Picked once more, or taken away, by a slip: what was agreed to is not silently gone.
    void whatWasAgreedToIsOnlyChanged()
    {
        start();
        m_workspace->page()->consent();
        auto *choice = m_workspace->findChild<OptionInput *>(u"consent-may_record"_s);
        choice->setFocus();
        press(Qt::Key_2);
        QTRY_COMPARE(interview().data().interview.mayRecord, u"no"_s);
        for (const int key : {Qt::Key_Space, Qt::Key_2, Qt::Key_Delete, Qt::Key_Backspace})
            press(Qt::Key(key));
        QTRY_VERIFY(interview().isSaved());
        QCOMPARE(interview().data().interview.mayRecord, u"no"_s);
        goTo({u"may-record"_s, {}});
        press(Qt::Key_Space);
        press(Qt::Key_2);
        QTRY_VERIFY(interview().isSaved());
        QCOMPARE(interview().data().interview.mayRecord, u"no"_s);
        press(Qt::Key_1);
        QTRY_COMPARE(interview().data().interview.mayRecord, u"yes"_s);
        // What is for the interviewer alone among what is said looks so.
        goTo({u"recording"_s, {}});
        const auto *tag = shown<StateTag>();
        QVERIFY(tag);
        QCOMPARE(tag->text(), u"for you, not to be said"_s);
        test::shoot(*m_workspace, u"interview-for-you"_s);
    }

    void takingPartAfterAllLeadsBackToTheQuestion()
    {
        start();
        goTo({u"years"_s, {}});
        connect(&m_open->session, &StudySession::undone, m_workspace.get(),
                [this](const Commit &commit) { m_workspace->goToPlace(commit.action.place); });
        m_workspace->page()->consent();
        auto *strip = m_workspace->findChild<QWidget *>(u"consentStrip"_s);
        QTRY_VERIFY(strip->isAncestorOf(QApplication::focusWidget()));
        interview().setConsent(fields::interview::takesPart, u"no"_s);
        QTRY_VERIFY(interview().isDeclined());
        QTRY_VERIFY(interview().currentRef().question != u"years"_s);
        QTRY_VERIFY(interview().isSaved());
        m_open->session.undo();
        QTRY_VERIFY(!interview().isDeclined());
        QTRY_VERIFY(interview().isSaved());
        QCOMPARE(interview().currentRef().question, u"years"_s);
        QVERIFY(strip->isVisible());
        QTRY_VERIFY(QApplication::focusWidget());
        press(Qt::Key_Escape);
        QTRY_VERIFY(!strip->isVisible());
        QTRY_VERIFY(m_workspace->page()->question().isAncestorOf(QApplication::focusWidget()));
        // Also from the question, while the strip is open.
        m_workspace->page()->consent();
        m_workspace->page()->focusQuestion();
        press(Qt::Key_Escape);
        QVERIFY(!strip->isVisible());
    }

    void countsOfTheOutlineAreWhole()
    {
        start();
        const auto *outline = m_workspace->findChild<QTreeWidget *>(u"outline"_s);
        for (int i = 0; i < outline->topLevelItemCount(); ++i) {
            for (const int column : {1, 2}) {
                const QModelIndex index = outline->model()->index(i, column);
                const int wanted = outline->sizeHintForIndex(index).width();
                QVERIFY2(outline->columnWidth(column) >= wanted, qPrintable(index.data().toString()));
            }
        }
    }

    void wordsThatFindOneChoicePickIt()
    {
        start();
        const QuestionRef other{u"close-other-side"_s, {}};
        goTo(other);
        type(u"software eng"_s);
        QCOMPARE(choices()->model()->rowCount(), 1);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(interview().currentRef() != other);
        QTRY_VERIFY(interview().isSaved());
        QVERIFY(!interview().answers().value(other).isBlank());
        QVERIFY(interview().lastNote(other).isEmpty());
    }

    void wordsThatFindSeveralChoicesBecomeTheNote_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("several") << u"er"_s;
        QTest::newRow("within a word") << u"oftware engineer"_s;
    }
    void wordsThatFindSeveralChoicesBecomeTheNote()
    {
        QFETCH(QString, typed);
        start();
        const QuestionRef other{u"close-other-side"_s, {}};
        goTo(other);
        type(typed);
        QVERIFY(choices()->model()->rowCount() > 0);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(interview().currentRef() != other);
        QTRY_VERIFY(interview().isSaved());
        QVERIFY(interview().answers().value(other).isNothing());
        QCOMPARE(interview().lastNote(other), typed);
        QVERIFY(!m_open->messages.shown.isEmpty());
        QVERIFY2(m_open->messages.shown.last().text.startsWith(u"“%1” is not picked."_s.arg(typed)),
                 qPrintable(m_open->messages.shown.last().text));
        QCOMPARE(m_open->messages.shown.size(), 1); // said once
    }

    void theDigitsPickAgainWhenTheSearchIsCleared()
    {
        start();
        goTo({u"roles"_s, {}});
        QTRY_VERIFY(choices()->hasFocus());
        type(u"don"_s);
        press(Qt::Key_Escape);
        QVERIFY(choices()->hasFocus());
        press(Qt::Key_2);
        QTRY_VERIFY(answered(u"roles"_s));
        type(u"x"_s);
        press(Qt::Key_Backspace); // the whole list is there, and the caret in the search
        press(Qt::Key_3);
        QTRY_COMPARE(interview().lastAnswer({u"roles"_s, {}}).keys().size(), 2);
        QVERIFY(interview().lastNote({u"roles"_s, {}}).isEmpty());
    }

    void anotherNameFindsAChoice()
    {
        start();
        const QuestionRef other{u"close-other-side"_s, {}};
        goTo(other);
        interview().setLanguage(u"fr"_s);
        QTRY_COMPARE(interview().flow().language(), u"fr"_s);
        type(u"ingénieur données"_s);
        QCOMPARE(choices()->model()->rowCount(), 1);
        press(Qt::Key_Return);
        QTRY_COMPARE(interview().lastAnswer(other).keys(), QStringList{u"data-engineer"_s});
    }

    void wordsThatFoundAChoiceAreNoNote()
    {
        start();
        const QuestionRef other{u"close-other-side"_s, {}};
        goTo(other);
        type(u"er"_s);
        press(Qt::Key_Down);
        press(Qt::Key_Space); // picked, with the words still there
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(interview().currentRef() != other);
        QTRY_VERIFY(interview().isSaved());
        QVERIFY(!interview().answers().value(other).isBlank());
        QVERIFY(interview().lastNote(other).isEmpty());
    }

    void aSmallWindowTakesFromTheListFirst()
    {
        start();
        m_workspace->resize(1020, 620);
        goTo({u"close-other-side"_s, {}});
        QTest::qWait(50);
        const auto *missing = shown<QToolButton>();
        QVERIFY(missing);
        for (const auto *button : m_workspace->page()->question().findChildren<QToolButton *>()) {
            if (button->isVisible())
                QVERIFY2(!button->visibleRegion().isEmpty(), qPrintable(button->text()));
        }
        test::shoot(*m_workspace, u"interview-small-long-list"_s);
    }
};

QTEST_MAIN(TestQuestionKeys)
#include "test_question_keys.moc"
