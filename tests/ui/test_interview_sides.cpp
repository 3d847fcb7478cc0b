#include "core/catalogue/EditInterview.h"
#include "core/catalogue/EditStudy.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "core/protocol/StepProbes.h"
#include "tests/support/ui/InterviewBench.h"
#include "tests/support/ui/Shots.h"
#include "tests/support/ui/Typing.h"
#include "ui/interview/ExampleLine.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/MarkList.h"
#include "ui/interview/OutlineView.h"
#include "ui/interview/QuestionView.h"
#include "ui/interview/ReadBackView.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;

/// What stands beside the question, and the examples that were begun there.
class TestInterviewSides : public test::InterviewBench
{
    Q_OBJECT

private:
    void newExample()
    {
        const qsizetype before = interview().data().examples.size();
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(interview().data().examples.size(), before + 1);
        // The card takes the focus when it is there.
        QTRY_VERIFY(!m_workspace->page()->question().isAncestorOf(QApplication::focusWidget()));
    }

private Q_SLOTS:
    void anExampleOfNothingGoesWithItsCard_data()
    {
        QTest::addColumn<QString>("leaving");
        for (const char *way : {"esc", "transcript", "another", "read back"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }
    void anExampleOfNothingGoesWithItsCard()
    {
        QFETCH(QString, leaving);
        start();
        // Of an interview about one system every example is about that from the start.
        m_open->session.perform({u"system"_s}, [id = interview().id()](Edit &edit) {
            addInterviewSystem(edit, id, createSystem(edit, u"the pipeline"_s));
        });
        m_open->session.flush();
        goTo({u"briefing-reminds"_s, {}});
        newExample();
        int left = 0;
        if (leaving == u"esc"_s)
            press(Qt::Key_Escape);
        else if (leaving == u"transcript"_s)
            m_workspace->page()->showTranscript(true);
        else if (leaving == u"read back"_s)
            m_workspace->page()->readBack();
        else {
            m_workspace->page()->newExample();
            left = 1;
        }
        QTRY_VERIFY(interview().isSaved());
        QTRY_COMPARE(interview().data().examples.size(), left);
        m_open->session.undo();
        QTRY_VERIFY(interview().data().examples.size() != left);
    }

    void theSideShowsOneThingAtATime()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        type(u"as I say"_s);
        QWidget *const answer = QApplication::focusWidget();
        QVERIFY(shown<QCheckBox>());
        interview().createExample();
        QTRY_COMPARE(interview().data().examples.size(), 1);
        QTRY_VERIFY(shown<QAbstractButton>(u"showExamples"_s)->text().contains(u"(1)"_s));
        QVERIFY(!shown<ExampleLine>());
        press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(shown<ExampleLine>());
        QVERIFY(!shown<QCheckBox>());
        QCOMPARE(QApplication::focusWidget(), answer);
        test::shoot(*m_workspace, u"interview-examples-beside"_s);
        QTest::mouseClick(shown<QAbstractButton>(u"showProbes"_s), Qt::LeftButton);
        QVERIFY(shown<QCheckBox>() && !shown<ExampleLine>());
        QCOMPARE(QApplication::focusWidget(), answer);
        auto *action = m_workspace->findChild<QAction *>(u"examplesBeside"_s);
        QVERIFY(action && !action->isChecked());
        action->setChecked(true);
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        m_workspace->saveState(settings);
        InterviewWorkspace other(m_open->session, m_open->codebook, m_open->messages);
        other.restoreState(settings);
        QVERIFY(other.findChild<QAction *>(u"examplesBeside"_s)->isChecked());
    }

    void aTitleIsOneLine()
    {
        start();
        goTo({u"headlines"_s, {}});
        press(Qt::Key_Return);
        QTRY_COMPARE(interview().currentRef().question, u"headline-title"_s);
        const QuestionRef title = interview().currentRef();
        QGuiApplication::clipboard()->setText(u"\nthe feed\nbroke"_s);
        press(Qt::Key_V, Qt::ControlModifier);
        press(Qt::Key_Return);
        QTRY_VERIFY(interview().currentRef().question != title.question);
        QTRY_COMPARE(interview().lastAnswer(title).toText(), u"the feed broke"_s);
    }

    void theQuestionHasHalfTheWidth()
    {
        start();
        m_workspace->resize(1100, 700);
        QTest::qWait(20); // behind the layout
        const QList<int> sizes = m_workspace->page()->splitter()->sizes();
        QVERIFY2(sizes[1] >= sizes[0] && sizes[1] >= sizes[2],
                 qPrintable(u"%1 %2 %3"_s.arg(sizes[0]).arg(sizes[1]).arg(sizes[2])));
        test::shoot(*m_workspace, u"interview-1100"_s);
    }

    // What gives way in a small window comes back with the room, and is kept as it was wanted.
    void theSidesComeBackWithTheRoom()
    {
        start();
        QTest::qWait(20);
        const QSplitter *panes = m_workspace->page()->splitter();
        QSplitterHandle *handle = panes->handle(2);
        const QPoint from = handle->rect().center(), to = from - QPoint(20, 0);
        const auto mouse = [handle](QEvent::Type type, QPoint at, Qt::MouseButtons held) {
            QMouseEvent event(type, at, handle->mapToGlobal(at), Qt::LeftButton, held, {});
            QCoreApplication::sendEvent(handle, &event);
        };
        const int side = panes->sizes().at(2);
        mouse(QEvent::MouseButtonPress, from, Qt::LeftButton);
        mouse(QEvent::MouseMove, to, Qt::LeftButton);
        mouse(QEvent::MouseButtonRelease, from, Qt::NoButton);
        const QList<int> wanted = panes->sizes();
        QVERIFY(wanted[2] > side + 10);
        m_workspace->resize(1200, 700);
        QTest::qWait(20);
        const QList<int> squeezed = panes->sizes();
        QVERIFY(squeezed[0] + squeezed[2] < wanted[0] + wanted[2]);
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        m_workspace->saveState(settings);
        m_workspace->resize(1500, 900);
        QTest::qWait(20);
        QCOMPARE(panes->sizes(), wanted);
        // Saved in the small window, opened in a large one.
        InterviewWorkspace other(m_open->session, m_open->codebook, m_open->messages);
        other.resize(1500, 900);
        other.show();
        other.restoreState(settings);
        QTRY_VERIFY(other.page());
        QTRY_COMPARE(other.page()->splitter()->sizes(), wanted);
    }

    void theMinutesAreThereAtOnce()
    {
        start();
        const auto *outline = m_workspace->findChild<OutlineView *>();
        QString minutes; // of the sections that have some planned
        for (int i = 0; i < outline->topLevelItemCount(); ++i)
            minutes += outline->topLevelItem(i)->text(2);
        QVERIFY(minutes.contains(u'/'));
    }

    void marksSayHowFarIntoTheInterviewTheyWere()
    {
        start();
        for (const MarkKind kind : {MarkKind::Star, MarkKind::Back})
            interview().mark(kind, {});
        QTRY_COMPARE(interview().data().marks.size(), 2);
        const auto *marks = m_workspace->findChild<MarkList *>();
        QTRY_COMPARE(marks->count(), 2);
        static const QRegularExpression minutesAndSeconds(u" \\d+:\\d\\d "_s);
        QVERIFY2(marks->item(0)->text().contains(minutesAndSeconds), qPrintable(marks->item(0)->text()));
        QVERIFY(marks->item(0)->text().startsWith(u"★"_s));
    }

    void theTableIsAPartOfTheWindow()
    {
        start();
        m_workspace->showList();
        auto *table = m_workspace->findChild<QTreeView *>(u"interviews"_s);
        QTRY_VERIFY2(table->hasFocus(), "on what is not finished");
        m_workspace->cyclePane(1);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"pseudonym"_s);
        const QColor quiet = table->palette().color(QPalette::Highlight);
        m_workspace->cyclePane(1);
        QTRY_VERIFY(table->hasFocus());
        QVERIFY(table->palette().color(QPalette::Highlight) != quiet);
    }

    // What is not told yet is for the interviewer.
    void readingBackLeavesOutWhatIsOpen()
    {
        start();
        goTo({u"headlines"_s, {}});
        const auto made = std::make_shared<qint64>(0);
        interview().addInstance({u"headlines"_s, {}}, [made](qint64 id) { *made = id; });
        QTRY_VERIFY(*made);
        interview().answer({u"headline-title"_s, {*made}}, Value::text(u"The feed"_s));
        QTRY_VERIFY(interview().isSaved());
        m_workspace->page()->readBack();
        QVERIFY(shown<ReadBackView>());
        QCOMPARE(shown<QLabel>(u"readBackSentence"_s)->text(), u"The feed"_s);
        QVERIFY2(!shown<QPushButton>(u"readBackAgree"_s), "there is no sentence to agree to");
        QVERIFY(shown<QLabel>(u"readBackOpen"_s)->text().startsWith(u"Not yet told: "_s));
    }

    // "I will show you a few cards, one for each part": not before the sweep, as that would prompt.
    void theCardsOfTheSweepComeUpByThemselves()
    {
        start();
        const QVector<Term> elements = m_open->codebook.codebook().inFacet(u"element");
        const auto model = std::ranges::find(elements, u"trained-model"_s, &Term::key);
        QVERIFY(model != elements.end());
        goTo({u"card-elements"_s, {}});
        press(Qt::Key_F7);
        auto *cards = m_workspace->findChild<QWidget *>(u"participantWindow"_s);
        QVERIFY(cards && cards->isVisible());
        const auto *body = cards->findChild<QTextBrowser *>();
        for (int page = 0; page < 20; ++page) {
            QTest::keyClick(cards, Qt::Key_Right);
            QVERIFY2(!body->toPlainText().contains(u"how far to trust it"_s),
                     qPrintable(body->toPlainText()));
        }
        goTo({u"sweep-answer"_s, {model->id.value}});
        QTRY_VERIFY2(body->toPlainText().contains(u"how far to trust it"_s), qPrintable(body->toPlainText()));
        const QList<QLabel *> labels = cards->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels,
                                    [model](const QLabel *each) { return each->text() == model->label; }));
    }

    // Who looks at a card has no keys, and who asks has no eyes for it.
    void everyCardIsSeenWholeAtItsFirstSize()
    {
        start();
        press(Qt::Key_F7);
        auto *cards = m_workspace->findChild<QWidget *>(u"participantWindow"_s);
        QVERIFY(cards && cards->isVisible());
        const auto *body = cards->findChild<QTextBrowser *>();
        for (const QString &language : {u"en"_s, u"de"_s, u"fr"_s, u"es"_s}) {
            interview().setLanguage(language);
            QTRY_COMPARE(interview().flow().language(), language);
            for (const Step &step : interview().flow().steps()) {
                if (step.question->type != QuestionType::Card)
                    continue;
                goTo(step.ref);
                cards->resize(960, 720);
                QTRY_VERIFY2(body->verticalScrollBar()->maximum() == 0 && !body->toPlainText().isEmpty(),
                             qPrintable(language + u' ' + step.ref.toText()));
            }
        }
        goTo({u"card-elements"_s, {}});
        test::shoot(*cards, u"participant-window-elements"_s);
        cards->resize(480, 300); // there, letters stay large enough to be read
        QTRY_VERIFY(body->verticalScrollBar()->maximum() > 0);
        QVERIFY(body->font().pixelSize() >= 13);
        cards->resize(1600, 1100);
        QTRY_COMPARE(body->verticalScrollBar()->maximum(), 0);
        QVERIFY(body->font().pixelSize() > 20);
    }

    void aMarkIsKeptFromTheParticipantsWindow()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        press(Qt::Key_F7);
        auto *cards = m_workspace->findChild<QWidget *>(u"participantWindow"_s);
        QVERIFY(cards && cards->isVisible());
        auto *body = cards->findChild<QTextBrowser *>();
        // Keys come to the window that has the keyboard, whatever it shows.
        for (const Qt::Key key : {Qt::Key_F8, Qt::Key_F8})
            QTest::keyClick(body, key);
        QTRY_COMPARE(interview().data().marks.size(), 1);
        QCOMPARE(interview().data().marks.first().kind, MarkKind::Star);
        // What is typed there is not lost.
        QTest::keyClicks(body, u"rain fell"_s);
        QTRY_COMPARE(answerText()->toPlainText(), u"rain fell"_s);
    }

    // What they read is in their language; what the interviewer reads stays that of the window.
    void whatTheParticipantReadsIsInTheirLanguage()
    {
        start();
        press(Qt::Key_F7);
        auto *cards = m_workspace->findChild<QWidget *>(u"participantWindow"_s);
        QVERIFY(cards && cards->isVisible());
        QCOMPARE(cards->windowTitle(), u"Cards"_s);
        interview().setLanguage(u"fr"_s);
        QTRY_COMPARE(cards->windowTitle(), u"Fiches"_s);
        QStringList buttons;
        for (const QPushButton *each : cards->findChildren<QPushButton *>())
            buttons << each->text();
        QCOMPARE(buttons, QStringList({u"Précédent"_s, u"Suivant"_s}));
        const QList<QLabel *> labels = cards->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels,
                                    [](const QLabel *each) { return each->text().startsWith(u"1 sur "_s); }));
        m_workspace->page()->readBack();
        QVERIFY(shown<ReadBackView>());
        QCOMPARE(shown<QLabel>(u"readBackSentence"_s)->text(), u"Il n’y a aucun exemple à relire."_s);
        QCOMPARE(shown<ReadBackView>()->accessibleName(), u"Read back"_s);
    }

    void aSectionThatIsEnteredFoldsTheOthers()
    {
        start();
        const auto *outline = m_workspace->findChild<OutlineView *>();
        const auto unfolded = [outline] {
            QStringList titles;
            for (int i = 0; i < outline->topLevelItemCount(); ++i) {
                if (outline->topLevelItem(i)->isExpanded())
                    titles << outline->topLevelItem(i)->text(0);
            }
            return titles;
        };
        QCOMPARE(unfolded().size(), 1);
        const QStringList before = unfolded();
        goTo({u"briefing-reminds"_s, {}});
        QCOMPARE(unfolded().size(), 1);
        QVERIFY(unfolded() != before);
        const QStringList now = unfolded();
        interview().createExample(); // the outline is made anew
        QTRY_COMPARE(interview().data().examples.size(), 1);
        QCOMPARE(unfolded(), now);
    }

    void theKeyForThePartsLeadsToTheLines()
    {
        start();
        const auto cycleTo = [this](const QString &kind) {
            for (int i = 0; i < 3; ++i) {
                m_workspace->cyclePane(1);
                if (QApplication::focusWidget()->inherits(qPrintable(kind)))
                    return true;
            }
            return false;
        };
        const auto &steps = interview().flow().steps();
        const auto probed = std::ranges::find_if(
            steps, [](const Step &step) { return step.relevant && !step.question->probes.isEmpty(); });
        QVERIFY(probed != steps.end());
        goTo(QuestionRef(probed->ref)); // the steps are made anew on the way
        QVERIFY(cycleTo(u"seamfinder::ProbeBox"_s));
        press(Qt::Key_Down);
        press(Qt::Key_Tab);
        const QWidget *last = QApplication::focusWidget();
        m_workspace->cyclePane(1);
        m_workspace->cyclePane(-1);
        QCOMPARE(QApplication::focusWidget(), last);
        interview().createExample();
        QTRY_COMPARE(interview().data().examples.size(), 1);
        shown<QAbstractButton>(u"showExamples"_s)->click();
        m_workspace->page()->focusQuestion();
        QVERIFY(cycleTo(u"seamfinder::ExampleLine"_s));
    }

    void withoutProbesAndExamplesThereIsNoSwitch()
    {
        start();
        goTo({u"headlines"_s, {}});
        for (const Step &step : interview().flow().steps()) {
            if (step.relevant && probesAt(step).isEmpty()) {
                goTo(step.ref);
                break;
            }
        }
        QVERIFY(!shown<QAbstractButton>(u"showExamples"_s));
        goTo({u"briefing-reminds"_s, {}});
        QVERIFY(shown<QAbstractButton>(u"showExamples"_s));
    }

    void tabGoesFromPasteToOpen()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        m_workspace->page()->showTranscript(true);
        const auto focusText = [] {
            const auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
            return button ? button->text().remove(u'&') : QString();
        };
        QTRY_COMPARE(focusText(), u"Paste"_s);
        press(Qt::Key_Tab);
        QCOMPARE(focusText(), u"Open a file…"_s);
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(focusText(), u"Paste"_s);
        press(Qt::Key_Tab);
        press(Qt::Key_Tab);
        QVERIFY(focusText() != u"Paste"_s && focusText() != u"Open a file…"_s);
    }
};

QTEST_MAIN(TestInterviewSides)
#include "test_interview_sides.moc"
