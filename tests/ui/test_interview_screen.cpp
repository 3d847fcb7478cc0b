#include "core/catalogue/EditFields.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "tests/support/ui/InterviewBench.h"
#include "tests/support/ui/Shots.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/Chip.h"
#include "ui/common/CodebookCache.h"
#include "ui/common/EditedRow.h"
#include "ui/common/ExampleCard.h"
#include "ui/common/FieldEditor.h"
#include "ui/common/ReadBackForm.h"
#include "ui/common/TermPicker.h"
#include "ui/interview/ChoiceAnswer.h"
#include "ui/interview/ChoiceModel.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/ProbeBox.h"
#include "ui/interview/PseudonymChip.h"
#include "ui/interview/QuestionView.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;

/// What stands around the question of an interview: probes, people, choices, transcript, recording, lock.
class TestInterviewScreen : public test::InterviewBench
{
    Q_OBJECT

private:
    template <typename T>
    [[nodiscard]] QList<T *> seen() const
    {
        QList<T *> found = m_workspace->findChildren<T *>();
        found.removeIf([](const T *each) { return !each->isVisible(); });
        return found;
    }
    [[nodiscard]] QString noteOf(const QuestionRef &ref) const
    {
        const auto stored = interview().data().answers.constFind(ref); // what the file has
        return stored == interview().data().answers.cend() ? QString() : stored->note;
    }
    [[nodiscard]] QStringList keys(const QVector<CodedTerm> &terms) const
    {
        QStringList keys;
        for (const CodedTerm &term : terms)
            keys << m_open->codebook.codebook().key(term.term);
        return keys;
    }

private Q_SLOTS:
    void probesOfARepeatAreTickedForEachEntry()
    {
        start();
        goTo({u"headlines"_s, {}});
        const auto asked = [this](const QVector<qint64> &entry) {
            return interview().data().probes.value({u"headlines"_s, entry});
        };
        const qsizetype probes = seen<ProbeBox>().size();
        QVERIFY(probes > 0);
        type(u"Cold start"_s);
        QTRY_COMPARE(interview().currentRef().question, u"headline-title"_s);
        const QVector<qint64> first = interview().currentRef().instances;
        QTRY_COMPARE(seen<ProbeBox>().size(), probes);
        press(Qt::Key_1, Qt::AltModifier);
        QTRY_COMPARE(asked(first).size(), 1);
        QVERIFY(seen<ProbeBox>().first()->isChecked());
        QVERIFY(asked({}).isEmpty());
        test::shoot(*m_workspace, u"interview-entry-probes"_s);
        const auto times = readProbesAsked(m_open->session.reader(), interview().id());
        QCOMPARE(times.size(), 1);
        QVERIFY(times.first().time > 0);

        m_workspace->page()->another();
        QTRY_VERIFY(interview().currentRef().instances != first &&
                    interview().currentRef().question == u"headline-title"_s);
        QTRY_COMPARE(seen<ProbeBox>().size(), probes);
        QVERIFY(!seen<ProbeBox>().first()->isChecked());
        QTRY_VERIFY(interview().isSaved());
        goTo({u"headline-title"_s, first});
        QVERIFY(seen<ProbeBox>().first()->isChecked());
        press(Qt::Key_1, Qt::AltModifier);
        QTRY_VERIFY(asked(first).isEmpty());
        QTRY_VERIFY(interview().isSaved());
    }

    void aPseudonymIsChangedWherePeopleAreListed()
    {
        start();
        const QString before = interview().data().interview.pseudonyms.first();
        QTRY_COMPARE(seen<PseudonymChip>().size(), 1);
        auto *chip = seen<PseudonymChip>().first()->findChild<Chip *>();
        chip->setFocus();
        press(Qt::Key_F2);
        type(u"Kestrel "_s);
        QTRY_COMPARE(interview().data().interview.pseudonyms.first(), u"Kestrel"_s); // by itself
        type(u"two"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(interview().data().interview.pseudonyms.first(), u"Kestrel two"_s);
        QCOMPARE(QApplication::focusWidget(), chip);
        QCOMPARE(chip->text(), u"Kestrel two"_s);
        m_open->session.undo(); // both saves were one step
        QTRY_COMPARE(interview().data().interview.pseudonyms.first(), before);
        QTRY_COMPARE(chip->text(), before);

        press(Qt::Key_Return);
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_Backspace);
        press(Qt::Key_Escape); // nobody is without a name
        QCOMPARE(chip->text(), before);
        QTRY_VERIFY(interview().isSaved());
        QCOMPARE(interview().data().interview.pseudonyms.first(), before);
    }

    void nobodyStandsAloneAmongChoices()
    {
        ChoiceAnswer answer(ChoiceAnswer::Mode::Many, Value::Kind::Keys);
        answer.setChoices(
            {{u"a"_s, u"A"_s, 0, {}}, {u"b"_s, u"B"_s, 0, {}}, {u"nobody"_s, u"Nobody"_s, 0, {}}});
        answer.show();
        auto *list = answer.findChild<QListView *>();
        QSignalSpy chosen(&answer, &AnswerInput::chosen);
        for (const auto &[key, picked] :
             std::initializer_list<std::pair<Qt::Key, QStringList>>{{Qt::Key_1, {u"a"_s}},
                                                                    {Qt::Key_2, {u"a"_s, u"b"_s}},
                                                                    {Qt::Key_3, {u"nobody"_s}},
                                                                    {Qt::Key_2, {u"b"_s}},
                                                                    {Qt::Key_2, {}}}) {
            QTest::keyClick(list, key);
            QCOMPARE(answer.value().keys(), picked);
        }
        QCOMPARE(chosen.size(), 5); // each one write, and so one step of undo
    }

    void nobodyStandsAloneOnTheCard()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(interview().data().examples.size(), 1);
        auto *card = m_workspace->findChild<ExampleCard *>();
        QTRY_VERIFY(card && card->isVisible());
        QTRY_VERIFY(card->isAncestorOf(QApplication::focusWidget()));
        const auto stored = [this] {
            m_open->session.flush();
            return keys(interview().data().examples.first().coded(fields::example::believedBy));
        };
        type(u"data sci"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(stored(), QStringList{u"data-scientist"_s});
        card->form()->editor(fields::example::believedBy)->setFocus();
        type(u"nobody"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(stored(), QStringList{u"nobody"_s});
        m_open->session.undo();
        QTRY_COMPARE(stored(), QStringList{u"data-scientist"_s});
        m_open->session.redo();
        QTRY_COMPARE(stored(), QStringList{u"nobody"_s});
        card->form()->editor(fields::example::believedBy)->setFocus();
        type(u"data sci"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(stored(), QStringList{u"data-scientist"_s});
    }

    void theKeyPastesATranscript()
    {
        start();
        QGuiApplication::clipboard()->setText(u"P: It rained.\nI: And then?"_s);
        m_workspace->page()->showTranscript(true);
        press(Qt::Key_V, Qt::ControlModifier);
        const auto all = [this] { return readTranscripts(m_open->session.reader(), interview().id()); };
        QTRY_COMPARE(all().size(), 1);
        QCOMPARE(all().first().text, u"P: It rained.\nI: And then?"_s);
        const auto *text = m_workspace->findChild<QPlainTextEdit *>(u"transcript"_s);
        QTRY_VERIFY(text->hasFocus());
        press(Qt::Key_V, Qt::ControlModifier); // there is one already
        QTRY_VERIFY(interview().isSaved());
        QCOMPARE(all().size(), 1);
    }

    void aDefinitionIsReadWhole()
    {
        QWidget window;
        window.resize(700, 600);
        auto *anchor = new QPushButton(u"Effect"_s, &window);
        TermPicker picker(TermPicker::Mode::Single, &window);
        picker.setItems({{.id = 1, .label = u"Short"_s, .definition = u"A word."_s},
                         {.id = 2,
                          .label = u"Long"_s,
                          .definition = u"What somebody would want to know. "_s.repeated(14)},
                         {.id = 3, .label = u"Mute"_s}});
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        picker.openAt(anchor);
        const auto *definition = picker.findChild<QLabel *>(u"termDefinitionShown"_s);
        const auto *list = picker.findChild<QListView *>();
        for (int row = 0; row < 3; ++row) {
            QTRY_VERIFY(definition->height() >= definition->heightForWidth(definition->width()));
            const QRect place = definition->geometry();
            QVERIFY2(picker.rect().contains(place) || !definition->isVisible(),
                     qPrintable(u"%1: %2 to %3 of %4"_s.arg(row)
                                    .arg(place.top())
                                    .arg(place.bottom())
                                    .arg(picker.height())));
            const QRect current = list->visualRect(list->currentIndex());
            QVERIFY(current.top() >= 0 && current.bottom() < list->viewport()->height());
            press(Qt::Key_Down);
        }
        picker.closePicker();
    }

    void theRecordingHasASignAndMovesNothing()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        auto *sign = m_workspace->findChild<QLabel *>(u"recordingClock"_s);
        QVERIFY(sign && !sign->isVisible());
        type(u"as I say"_s);
        const QPoint place = answerText()->mapTo(m_workspace.get(), QPoint());
        const qsizetype said = m_open->messages.shown.size();
        press(Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(sign->isVisible());
        QVERIFY(sign->text().contains(u"0:0"_s));
        test::shoot(*m_workspace, u"interview-recording"_s);
        QCOMPARE(m_open->messages.shown.size(), said);
        QCOMPARE(answerText()->mapTo(m_workspace.get(), QPoint()), place);
        QVERIFY(answerText()->hasFocus());
        const QString first = sign->text();
        QTRY_VERIFY(sign->text() != first); // it runs
        m_workspace->page()->finish();
        QTRY_VERIFY(!sign->isVisible());
    }

    void lockingHasAKey()
    {
        start();
        m_workspace->page()->finish();
        QTRY_VERIFY(interview().isOver());
        QTRY_VERIFY(interview().isSaved());
        press(Qt::Key_K, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(interview().isLocked());
        QVERIFY(m_workspace->findChild<QAbstractButton *>(u"unlockInterview"_s)
                    ->toolTip()
                    .contains(u"Ctrl+Alt+K"_s));
        press(Qt::Key_K, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(!interview().isLocked());
    }

    // The program may be killed at any moment: what the file holds counts, not what happens on leaving.
    void whatANumberRefusesIsKeptWhileItStands()
    {
        start();
        const QuestionRef years{u"years"_s, {}};
        goTo(years);
        type(u"about ten"_s);
        QTRY_COMPARE(noteOf(years), u"about ten"_s);
        const auto *note = m_workspace->page()->question().findChild<QPlainTextEdit *>(u"questionNote"_s);
        QVERIFY(!note->isVisible()); // nothing comes up while one types
        type(u", or so"_s);
        QTRY_COMPARE(noteOf(years), u"about ten, or so"_s);
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"10"_s);
        QTRY_COMPARE(interview().answers().value(years), Value::number(10));
        QTRY_COMPARE(noteOf(years), QString());
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"ten"_s);
        QTRY_COMPARE(noteOf(years), u"ten"_s);
        QTRY_VERIFY(interview().isSaved());
        m_workspace->page()->next();
        QTRY_VERIFY(interview().currentRef() != years);
        goTo(years);
        QCOMPARE(note->toPlainText(), u"ten"_s);
        QVERIFY(note->isVisible());
    }

    void whatAListDoesNotHaveIsKeptWhileItStands()
    {
        start();
        const QuestionRef roles{u"roles"_s, {}};
        goTo(roles);
        type(u"zookeeper"_s);
        QTRY_COMPARE(noteOf(roles), u"zookeeper"_s);
        press(Qt::Key_Escape);
        QTRY_COMPARE(noteOf(roles), QString());
    }

    void theCardBeginsWithTheSentence()
    {
        start();
        interview().createExample();
        QTRY_COMPARE(interview().data().examples.size(), 1);
        m_workspace->page()->openExample(interview().data().examples.first().exampleId());
        auto *card = m_workspace->findChild<ExampleCard *>();
        QTRY_VERIFY(card->isVisible());
        const auto top = [card](const QWidget *widget) { return widget->mapTo(card, QPoint()).y(); };
        auto *title = card->editor(fields::example::title);
        QTRY_VERIFY(top(card->form()) < top(title));
        auto *teller = card->findChild<QToolButton *>(u"exampleTeller"_s);
        QVERIFY(!teller->isVisible());
        interview().addParticipant({});
        QTRY_COMPARE(interview().data().interview.participants.size(), 2);
        m_open->session.perform({u"title"_s}, [id = interview().data().examples.first().id](Edit &edit) {
            setValue(edit, fields::example::title, id, u"Cold start"_s);
        });
        QTRY_VERIFY(teller->isVisible());
        QTRY_VERIFY(top(teller) > top(title));
        teller->setFocus();
        press(Qt::Key_Space);
        QTRY_COMPARE(interview().data().examples.first().participant,
                     interview().data().interview.participants[1]);
        QTRY_VERIFY(teller->text().contains(interview().data().interview.pseudonyms[1]));
        m_open->session.undo();
        QTRY_COMPARE(interview().data().examples.first().participant,
                     interview().data().interview.participants[0]);
    }
};

QTEST_MAIN(TestInterviewScreen)
#include "test_interview_screen.moc"
