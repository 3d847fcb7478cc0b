#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/domain/Fields.h"
#include "tests/support/ui/InterviewBench.h"
#include "tests/support/ui/Shots.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/ExampleCard.h"
#include "ui/interview/AnswerEditor.h"
#include "ui/interview/InterviewList.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/MaterialBox.h"
#include "ui/interview/ProtocolImporter.h"
#include "ui/interview/QuestionView.h"
#include "ui/interview/TimelineView.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using test::press;
using test::type;
using namespace Qt::StringLiterals;

/// An interview typed through the real workspace, then read from disk.
class TestInterviewWorkspace : public test::InterviewBench
{
    Q_OBJECT

private Q_SLOTS:
    void twoKeystrokesStartAnInterview()
    {
        start();
        QCOMPARE(readInterviews(m_open->session.reader()).size(), 1);
        QCOMPARE(interview().data().interview.pseudonyms.value(0), u"P01"_s);
        QCOMPARE(interview().currentRef().question, u"setup-people"_s);
        QVERIFY(m_open->messages.shown.isEmpty());
    }

    void theListGoesOnWithAnInterview()
    {
        start();
        m_workspace->showList();
        auto *view = m_workspace->findChild<QTreeView *>(u"interviews"_s);
        const QAbstractItemModelTester tester(view->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(view->model()->rowCount(), 1);
        QCOMPARE(view->model()->index(0, 0).data().toString(), u"P01"_s);
        view->setFocus();
        press(Qt::Key_Return);
        QTRY_VERIFY(m_workspace->page());
        QCOMPARE(interview().data().interview.pseudonyms.value(0), u"P01"_s);
    }

    void materialThatIsThereAlready()
    {
        QTemporaryDir folder;
        const auto write = [&folder](const QString &name, const QString &text) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0 ? file.fileName()
                                                                                    : QString();
        };
        m_workspace->offerMaterial();
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"material"_s);
        auto *box = m_workspace->findChild<MaterialBox *>();

        QSignalSpy imported(m_workspace.get(), &InterviewWorkspace::examplesImported);
        box->openFile(write(u"old.csv"_s, u"counted_on,weather\nthe schema,rain\n"_s));
        QTRY_COMPARE(imported.size(), 1);
        QVERIFY2(m_open->messages.shown.last().text.contains(u"weather"_s),
                 qPrintable(m_open->messages.shown.last().text));
        QCOMPARE(readStudyInfo(m_open->session.reader()).examples, 1);

        box->openFile(write(u"broken.csv"_s, u"counted_on\n\"no end\n"_s));
        QTRY_VERIFY(m_open->messages.shown.last().text.contains(u"broken.csv"_s));
        QCOMPARE(readStudyInfo(m_open->session.reader()).examples, 1);

        box->openFile(write(u"talk.txt"_s, u"interviewer: Hello.\r\ninterviewee: שלום 🌧"_s));
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"startInterview"_s);
        press(Qt::Key_Space);
        QTRY_VERIFY(m_workspace->page());
        QVERIFY(m_workspace->page()->isTranscriptShown());
        const QVector<Transcript> transcripts = readTranscripts(m_open->session.reader(), interview().id());
        QCOMPARE(transcripts.size(), 1);
        QCOMPARE(transcripts.first().title, u"talk"_s);
        QCOMPARE(transcripts.first().text, u"interviewer: Hello.\ninterviewee: שלום 🌧"_s);
    }

    void typedTextIsOnDiskWithinASecond()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        type(u"the weather"_s);
        const auto stored = [this] {
            for (const Answer &answer : readAnswers(m_open->session.reader(), interview().id())) {
                if (answer.place.question == "briefing-reminds"_L1)
                    return answer.value.value_or(QString());
            }
            return QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(stored(), u"the weather"_s, 1000);
    }

    void closingResumesAtTextAndCaret()
    {
        start();
        const QuestionRef ref{u"briefing-reminds"_s, {}};
        goTo(ref);
        type(u"half a sent"_s);
        QTextCursor cursor = answerText()->textCursor();
        cursor.setPosition(4);
        answerText()->setTextCursor(cursor);
        m_workspace->flush();
        const InterviewId id = interview().id();
        close();
        open();
        m_workspace->openInterview(id);
        QCOMPARE(interview().currentRef(), ref);
        QCOMPARE(answerText()->toPlainText(), u"half a sent"_s);
        QCOMPARE(answerText()->textCursor().position(), 4);
        QVERIFY(answerText()->hasFocus());
    }

    void digitsPickAndNextFollowsTheAnswer()
    {
        start();
        goTo({u"takes-part"_s, {}});
        press(Qt::Key_2);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(interview().currentRef().question, u"declined"_s);
        QVERIFY(interview().isDeclined());
    }

    void noAnswerByItsKey()
    {
        start();
        const QuestionRef ref{u"briefing-reminds"_s, {}};
        goTo(ref);
        press(Qt::Key_F4);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_D);
        QTRY_VERIFY(interview().answers().missing(ref).has_value());
        QTRY_VERIFY(!QApplication::activePopupWidget());
        // The offscreen platform does not give the window its activation back when a menu closes.
        m_workspace->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_workspace.get()));
        m_workspace->page()->focusQuestion();
        press(Qt::Key_F4);
        QTRY_VERIFY(!interview().answers().missing(ref).has_value());
    }

    void anExampleBesideTheQuestion()
    {
        start();
        const QuestionRef ref{u"briefing-reminds"_s, {}};
        goTo(ref);
        type(u"unfinished"_s);
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        auto *card = m_workspace->findChild<ExampleCard *>();
        QVERIFY(card);
        QTRY_VERIFY(card->example() && card->isVisible());
        QCOMPARE(interview().currentRef(), ref);
        QTRY_VERIFY(card->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(card->focusField(u"title"));
        type(u"The gauge"_s); // an empty one goes with its card
        press(Qt::Key_Escape);
        QTRY_VERIFY(answerText()->hasFocus());
        QCOMPARE(answerText()->toPlainText(), u"unfinished"_s);
        QTRY_VERIFY(interview().isSaved() && !m_open->session.isSaving());
        QCOMPARE(exampleIdsOf(m_open->session.reader(), interview().id()).size(), 1);
    }

    void codesAreNoLongerLiveOnceItIsFinished()
    {
        start();
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_workspace->findChild<ExampleCard *>()->example());
        const ExampleId example = m_workspace->findChild<ExampleCard *>()->example();
        const auto pick = [this](QStringView field) {
            QVERIFY(m_workspace->findChild<ExampleCard *>()->focusField(field));
            for (const QChar letter : u"data"_s)
                type(QString(letter));
            press(Qt::Key_Return);
        };
        const auto stageOf = [this, example](const Field &field) {
            const QVector<CodingLayer> layers = readLayers(m_open->session.reader(), field, example.value);
            return layers.isEmpty() ? CodingStage::Resolved : layers.last().stage;
        };
        pick(u"believed_by");
        QTRY_COMPARE(stageOf(fields::example::believedBy), CodingStage::Live);
        interview().finish();
        QTRY_COMPARE(interview().state(), QString(interview_state::finishing));
        QVERIFY(m_workspace->goToPlace(toText(example)));
        QTRY_COMPARE(m_workspace->findChild<ExampleCard *>()->example(), example);
        pick(u"element");
        QTRY_COMPARE(stageOf(fields::example::element), CodingStage::After);
    }

    void aMarkTakesTheWordsAndLeavesThem_data()
    {
        QTest::addColumn<QList<int>>("keys");
        QTest::addColumn<MarkKind>("kind");
        QTest::addColumn<QString>("quote");
        QTest::newRow("star") << QList<int>{Qt::Key_F8, Qt::Key_F8} << MarkKind::Star << QString();
        QTest::newRow("star by Enter")
            << QList<int>{Qt::Key_F8, Qt::Key_Return} << MarkKind::Star << QString();
        QTest::newRow("quote") << QList<int>{Qt::Key_F8, Qt::Key_Q} << MarkKind::Quote << u"We guessed."_s;
        QTest::newRow("passage") << QList<int>{Qt::Key_F8, Qt::Key_P} << MarkKind::Passage
                                 << u"We guessed."_s;
        QTest::newRow("time") << QList<int>{Qt::Key_F8, Qt::Key_T} << MarkKind::Time << QString();
        QTest::newRow("back") << QList<int>{Qt::Key_F8, Qt::Key_B} << MarkKind::Back << QString();
    }

    void aMarkTakesTheWordsAndLeavesThem()
    {
        QFETCH(QList<int>, keys);
        start();
        goTo({u"briefing-reminds"_s, {}});
        type(u"Nobody told us. We guessed."_s);
        press(Qt::Key(keys.first()));
        test::shoot(*m_workspace, u"interview-mark-listens"_s);
        press(Qt::Key(keys.last()));
        QTRY_COMPARE(interview().data().marks.size(), 1);
        const Mark &mark = interview().data().marks.first();
        QTEST(mark.kind, "kind");
        QTEST(mark.words.quote, "quote");
        QCOMPARE(mark.words.end, 27);
        test::shoot(*m_workspace, u"interview-marked"_s);
        QCOMPARE(answerText()->toPlainText(), u"Nobody told us. We guessed."_s);
        QVERIFY(answerText()->hasFocus());
        type(u" more"_s);
        QCOMPARE(answerText()->toPlainText(), u"Nobody told us. We guessed. more"_s);
    }

    void aKeyThatIsNoMarkIsNotSwallowed()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        press(Qt::Key_F8);
        type(u"xq"_s);
        QCOMPARE(answerText()->toPlainText(), u"xq"_s);
        press(Qt::Key_F8);
        press(Qt::Key_Escape);
        type(u"q"_s);
        QCOMPARE(answerText()->toPlainText(), u"xqq"_s);
        QTRY_VERIFY(interview().isSaved());
        QVERIFY(interview().data().marks.isEmpty());
    }

    void aStarBecomesAnExampleAfterwards()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        type(u"They changed the feed"_s);
        press(Qt::Key_F8);
        press(Qt::Key_F8);
        QTRY_COMPARE(interview().data().marks.size(), 1);
        m_workspace->page()->finish();
        auto *targets = m_workspace->findChild<QListWidget *>(u"markTargets"_s);
        QVERIFY(targets && targets->hasFocus());
        test::shoot(*m_workspace, u"interview-mark-afterwards"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(interview().data().examples.size(), 1);
        const auto shown = [this]() -> ExampleCard * {
            for (ExampleCard *card : m_workspace->findChildren<ExampleCard *>()) {
                if (card->isVisible() && card->example())
                    return card;
            }
            return nullptr;
        };
        QTRY_VERIFY(shown() && shown()->isAncestorOf(QApplication::focusWidget()));
        QCOMPARE(readEvidence(m_open->session.reader(), shown()->example().value).value(0).quote,
                 u"They changed the feed"_s);
        QVERIFY(interview().data().marks.first().done);
    }

    void theParticipantSeesCardsAndNothingElse()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        type(u"a secret of theirs"_s);
        press(Qt::Key_F7);
        auto *cards = m_workspace->findChild<QWidget *>(u"participantWindow"_s);
        QVERIFY(cards && cards->isVisible() && cards->isWindow());
        QVERIFY(answerText()->hasFocus());
        goTo({u"card-elements"_s, {}});
        const auto texts = [cards] {
            QString all = cards->windowTitle();
            for (const QLabel *label : cards->findChildren<QLabel *>())
                all += u'\n' + label->text();
            return all + cards->findChild<QTextBrowser *>()->toPlainText();
        };
        QVERIFY(texts().contains(u"Its parts"_s));
        QVERIFY(texts().contains(u"Training data"_s));
        test::shoot(*cards, u"participant-window"_s);
        const QImage picture = cards->grab().toImage();
        const QRgb model = qRgb(0x1d, 0x6b, 0x72); // as the drawing has it, and nothing else here
        int drawn = 0;
        for (int y = 0; y < picture.height(); y += 4) {
            for (int x = 0; x < picture.width(); x += 4)
                drawn += picture.pixel(x, y) == model ? 1 : 0;
        }
        QVERIFY2(drawn > 100, qPrintable(QString::number(drawn)));
        QTest::keyClick(cards, Qt::Key_Right);
        QVERIFY(texts().contains(u"Why getting it into use is hard"_s));
        goTo({u"briefing-reminds"_s, {}});
        QVERIFY(!texts().contains(u"secret"_s));
        QVERIFY(!texts().contains(u"P01"_s));
        press(Qt::Key_F7);
        QVERIFY(!cards->isVisible());
    }

    void theLanguageChangesUnderTheHands()
    {
        start();
        const QuestionRef ref{u"briefing-reminds"_s, {}};
        goTo(ref);
        const auto said = [this] { return m_workspace->findChild<QLabel *>(u"say"_s)->text(); };
        const QString english = said();
        type(u"half a sent"_s);
        press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(said() != english);
        QCOMPARE(interview().flow().language(), u"de"_s);
        const Step &asked = *interview().currentStep();
        QVERIFY(!asked.question->probes.isEmpty());
        const QString probe = interview().flow().text(asked, asked.question->probes.first().label);
        const auto boxes = m_workspace->findChildren<QCheckBox *>();
        QVERIFY(std::any_of(boxes.begin(), boxes.end(), [&probe](const QCheckBox *box) {
            // A probe is as long as it is: it stands in as many lines as the pane has room for.
            return box->isVisible() && box->text().remove(u'&').simplified() == probe;
        }));
        QCOMPARE(interview().currentRef(), ref);
        QVERIFY(answerText()->hasFocus());
        type(u"ence"_s);
        QCOMPARE(answerText()->toPlainText(), u"half a sentence"_s);
        for (int i = 0; i < 3; ++i) {
            QTRY_VERIFY(interview().isSaved());
            press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        }
        QTRY_COMPARE(said(), english);
    }

    void aPauseHasAReason()
    {
        start();
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto *strip = m_workspace->findChild<QWidget *>(u"pauseStrip"_s);
        QTRY_VERIFY(strip->isVisible());
        test::shoot(*m_workspace, u"interview-paused"_s);
        strip->findChild<QComboBox *>()->setFocus();
        type(u"the phone"_s);
        strip->findChild<QPushButton *>(u"goOn"_s)->click();
        QTRY_VERIFY(!strip->isVisible());
        QTRY_VERIFY(interview().isSaved());
        const InterviewTime time = interview().time();
        QCOMPARE(time.pauses.size(), 1);
        QCOMPARE(time.pauses.first().reason, u"the phone"_s);
        QVERIFY(time.isRunning);
    }

    void aProtocolFromAForm()
    {
        QTemporaryDir folder;
        const auto write = [&folder](const QString &name, const QByteArray &text) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(text) > 0 ? file.fileName() : QString();
        };
        const auto versions = [this] { return readProtocolVersions(m_open->session.reader()).size(); };
        // The one beside where an interview is started: the page of the protocols has one of its own.
        auto *importer = m_workspace->findChild<InterviewList *>()->findChild<ProtocolImporter *>();
        const auto before = versions();
        importer->importFile(
            write(u"broken.md"_s, "| survey | | |\n| | type | name |\n| | nonsense | a |\n"));
        QTRY_VERIFY(!m_open->messages.shown.isEmpty());
        QCOMPARE(m_open->messages.shown.last().severity, Severity::Problem);
        QVERIFY(m_open->messages.shown.last().details.contains(u"row 3"_s));
        QCOMPARE(versions(), before);
        importer->importFile(write(u"short.md"_s, "| survey | | | |\n| | type | name | label |\n"
                                                  "| | text | why | Why is that? |\n"));
        QTRY_COMPARE(versions(), before + 1);
        QTRY_COMPARE(m_open->messages.shown.size(), 2);
        start();
        QTRY_COMPARE(m_workspace->findChild<QLabel *>(u"say"_s)->text(), u"Why is that?"_s);
    }

    void theTimelineSaysHowItWent()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(interview().data().examples.size(), 1);
        QTRY_VERIFY(interview().isSaved());
        QTest::qWait(1100); // a second to see
        goTo({u"roles"_s, {}});
        m_workspace->page()->toggleTimeline();
        auto *timeline = m_workspace->findChild<TimelineView *>();
        QVERIFY(timeline->isVisible());
        test::shoot(*m_workspace, u"interview-timeline"_s);
        const QStringList lines = timeline->inWords().split(u'\n');
        QVERIFY2(lines.filter(u"Briefing: 0:01 of 5 minutes"_s).size() == 1, qPrintable(lines.join(u'\n')));
        QCOMPARE(lines.filter(u"An example at 0:00"_s).size(), 1);
        m_workspace->page()->toggleTimeline();
        QVERIFY(!timeline->isVisible());
    }

    void tabStaysInTheForm()
    {
        start();
        goTo({u"briefing-reminds"_s, {}});
        QuestionView &form = m_workspace->page()->question();
        for (int i = 0; i < 12; ++i) {
            press(Qt::Key_Tab);
            QVERIFY(form.isAncestorOf(QApplication::focusWidget()));
        }
    }

    void headlinesGrowByEnter()
    {
        start();
        goTo({u"headlines"_s, {}});
        press(Qt::Key_Return);
        QTRY_COMPARE(interview().currentRef().question, u"headline-title"_s);
        type(u"A forecast went wrong"_s);
        press(Qt::Key_PageDown, Qt::ControlModifier);
        QTRY_COMPARE(interview().currentRef().question, u"headline-occurrence"_s);
        QTRY_COMPARE(interview().data().examples.size(), 1);
        QTRY_COMPARE(interview().data().examples.first().text(fields::example::title),
                     u"A forecast went wrong"_s);
    }

    void practiceLeavesTheStudyAlone()
    {
        m_workspace->tryInterview();
        QTRY_VERIFY(m_workspace->page());
        QVERIFY(m_workspace->findChild<QLabel *>(u"practiceNotice"_s)->isVisible());
        QCOMPARE(interview().currentRef().question, u"welcome"_s);
        m_workspace->showList();
        QVERIFY(!m_workspace->page());
        QVERIFY(readInterviews(m_open->session.reader()).isEmpty());
    }
};

QTEST_MAIN(TestInterviewWorkspace)
#include "test_interview_workspace.moc"
