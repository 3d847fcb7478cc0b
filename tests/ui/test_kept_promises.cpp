#include "core/catalogue/DeclinedInterviews.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/domain/Fields.h"
#include "core/interview/InterviewSession.h"
#include "tests/support/FileBytes.h"
#include "tests/support/ui/InterviewBench.h"
#include "tests/support/ui/Typing.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/HiddenWordLineAid.h"
#include "ui/common/HiddenWordList.h"
#include "ui/common/LineEdit.h"
#include "ui/common/RecordingFiles.h"
#include "ui/interview/ForgetDeclined.h"
#include "ui/interview/InterviewPage.h"
#include "ui/interview/InterviewWorkspace.h"
#include "ui/interview/MaterialBox.h"
#include "ui/interview/RecordingPlayer.h"
#include "ui/interview/RecordingStrip.h"
#include "ui/shell/Jobs.h"
#include "ui/study/ScrubPanel.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

class NoJobs final : public Jobs
{
public:
    int begin(const QString &, std::function<void()>) override { return 1; }
    void progress(int, qint64, qint64) override {}
    void end(int) override {}
};

[[nodiscard]] QAction *mark(const QLineEdit &edit)
{
    return edit.findChild<QAction *>(u"hiddenWordMark"_s);
}

} // namespace

/// What the window promises about what people told is so: declined interviews, recordings, words to hide.
class TestKeptPromises : public test::InterviewBench
{
    Q_OBJECT

    void sayAndDecline()
    {
        start();
        interview().answer({u"walk"_s, {}}, Value::text(u"Zwetschgenmus"_s));
        QTRY_VERIFY(interview().isSaved());
        interview().setConsent(fields::interview::takesPart, u"no"_s);
    }
    [[nodiscard]] QStringList left() const { return test::filesWithWords(m_file->path(), {u"Zwetschgen"_s}); }
    HiddenWordList &listWith(const HiddenWord &word)
    {
        HiddenWordList &list = HiddenWordList::ofProgram();
        list.load(m_file->folder() + u"/words.txt"_s);
        if (!list.save(HiddenWords({word})).isEmpty())
            qFatal("the list of words to hide cannot be written");
        return list;
    }

private Q_SLOTS:
    void leavingADeclinedInterviewErasesIt_data()
    {
        QTest::addColumn<bool>("atOnce");
        QTest::addColumn<bool>("closing");
        QTest::newRow("to the list") << false << false;
        QTest::newRow("before it was written") << true << false;
        QTest::newRow("closing the study") << false << true;
    }
    void leavingADeclinedInterviewErasesIt()
    {
        QFETCH(bool, atOnce);
        QFETCH(bool, closing);
        sayAndDecline();
        if (!atOnce) {
            QTRY_VERIFY(interview().isDeclined());
            QVERIFY(m_workspace->page()
                        ->findChild<ElidedLabel *>(u"interviewTitle"_s)
                        ->text()
                        .contains(u"erases what was said for good"_s));
        }
        const InterviewId id = interview().id();
        closing ? m_workspace->leaveForGood() : m_workspace->showList();
        m_open->session.flush();
        QTRY_VERIFY_WITH_TIMEOUT(!m_open->session.isSaving(), 20'000);
        QCOMPARE(left(), QStringList());
        // It is told when the step is back from writing, which is just after nothing is being saved any more.
        QTRY_VERIFY(!m_open->messages.shown.isEmpty());
        QVERIFY(m_open->messages.shown.last().text.contains(u"erased for good"_s));
        QCOMPARE(readInterview(m_open->session.reader(), id)->takesPart, u"no"_s);
        // Nothing is left to be taken back, and opening it once more is no trouble.
        QVERIFY(!m_open->session.nextUndo());
        m_workspace->openInterview(id);
        QVERIFY(interview().isDeclined());
        const qsizetype said = m_open->messages.shown.size();
        m_workspace->showList();
        QTRY_VERIFY(!m_open->session.isSaving());
        QCOMPARE(m_open->messages.shown.size(), said);
    }

    void nothingIsNotedOfWhoTakesNoPartAndItIsSaid()
    {
        sayAndDecline();
        QTRY_VERIFY(interview().isDeclined());
        const auto says = [this] {
            const bool said = !m_open->messages.shown.isEmpty() &&
                              m_open->messages.shown.last().text.contains(u"nothing was noted"_s);
            m_open->messages.shown.clear();
            return said;
        };
        m_workspace->page()->newExample();
        QVERIFY(says());
        m_workspace->page()->mark();
        QVERIFY(says());
        m_workspace->page()->toggleRecording();
        QVERIFY(says());
        QTRY_VERIFY(interview().isSaved());
        QVERIFY(interview().data().examples.isEmpty());
    }

    void aSlipIsMendedBeforeLeaving()
    {
        sayAndDecline();
        QTRY_VERIFY(interview().isDeclined());
        m_open->session.undo();
        QTRY_VERIFY(!interview().isDeclined());
        m_workspace->showList();
        m_open->session.flush();
        QTRY_VERIFY(!m_open->session.isSaving());
        QVERIFY(!left().isEmpty());
    }

    void theNextOpeningErasesWhatACrashLeft()
    {
        sayAndDecline();
        QTRY_VERIFY(interview().isDeclined() && !m_open->session.isSaving());
        close(); // without leaving the interview
        QVERIFY(!left().isEmpty());
        open();
        forgetDeclined(m_open->session, m_open->messages,
                       declinedInterviewsWithAnswers(m_open->session.reader()));
        m_open->session.flush();
        QTRY_VERIFY_WITH_TIMEOUT(!m_open->session.isSaving(), 20'000);
        QCOMPARE(left(), QStringList());
    }

    void whoIsNotRecordedSeesNothingOfARecording()
    {
        start();
        interview().recordingStarts();
        QTRY_VERIFY(interview().isSaved());
        interview().mark(MarkKind::Time, {});
        QTRY_COMPARE(interview().data().marks.size(), 1);
        QWidget room;
        RecordingStrip strip(interview(), interview().data().marks.first(), &room);
        QVERIFY(strip.isVisibleTo(&room));
        interview().setConsent(fields::interview::mayRecord, u"no"_s);
        QTRY_VERIFY(!strip.isVisibleTo(&room));
        RecordingStrip later(interview(), interview().data().marks.first(), &room);
        QVERIFY(!later.isVisibleTo(&room));
        m_open->session.undo();
        QTRY_VERIFY(strip.isVisibleTo(&room));
    }

    void aRecordingIsPlayedByAnotherProcess_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("said");
        QTest::newRow("played") << u"echo 41000; sleep 20"_s << u"now at 0:41"_s;
        QTest::newRow("refused") << u"echo 'seamfinder: no such codec' >&2; exit 1"_s
                                 << u"cannot be played here: no such codec."_s;
        QTest::newRow("crashed") << u"kill -SEGV $$"_s << u"cannot be played here. Open it"_s;
    }
    void aRecordingIsPlayedByAnotherProcess()
    {
        QFETCH(QString, script);
        QFETCH(QString, said);
        QTemporaryDir folder;
        QFile program(folder.filePath(u"player"_s)), recording(folder.filePath(u"rec-16.wav"_s));
        QVERIFY(program.open(QIODevice::WriteOnly) && recording.open(QIODevice::WriteOnly));
        program.write("#!/bin/sh\n" + script.toUtf8() + '\n');
        program.close();
        program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        start();
        interview().recordingStarts();
        QTRY_VERIFY(interview().isSaved());
        interview().mark(MarkKind::Time, {});
        QTRY_COMPARE(interview().data().marks.size(), 1);
        // Chosen on this machine: what the interview says of it stays a name.
        RecordingFiles::ofProgram().choose(interview().id(), recording.fileName());
        QWidget room;
        RecordingStrip strip(interview(), interview().data().marks.first(), &room);
        strip.findChild<RecordingPlayer *>()->setProgram(program.fileName());
        auto *listen = strip.findChild<QPushButton *>(u"listen"_s);
        listen->click();
        QTRY_VERIFY_WITH_TIMEOUT(strip.findChild<QLabel *>()->text().contains(said), 10'000);
        QCOMPARE(listen->text(), said.startsWith(u"now"_s) ? u"Stop"_s : u"Listen"_s);
        if (listen->text() == u"Stop"_s) {
            listen->click();
            QTRY_COMPARE(listen->text(), u"Listen"_s);
        }
        QCOMPARE(interview().data().interviewRow.text(fields::interview::recording), QString());
    }

    void fieldsOfOneLineSayThatAWordIsToBeHidden()
    {
        HiddenWordList &list = listWith({u"Anna"_s, u"P07"_s});
        QLineEdit plain;
        plain.setAccessibleDescription(u"Which?"_s);
        HiddenWordLineAid::watch(&plain);
        LineEdit own;
        for (QLineEdit *edit : std::initializer_list<QLineEdit *>{&plain, &own}) {
            test::showActive(*edit, {300, 40});
            edit->setFocus();
            QVERIFY(!mark(*edit));
            QTest::keyClicks(edit, u"ask anna first"_s);
            QVERIFY(mark(*edit));
            QVERIFY(mark(*edit)->toolTip().contains(u"“anna”"_s));
            QVERIFY(edit->accessibleDescription().contains(u"words to hide"_s));
            QSignalSpy edited(edit, &QLineEdit::textEdited);
            QTest::keyClick(edit, Qt::Key_Return, Qt::AltModifier);
            QCOMPARE(edit->text(), u"ask P07 first"_s);
            QVERIFY(!edited.isEmpty());
            QVERIFY(!mark(*edit) || !mark(*edit)->isVisible() || !edit->actions().contains(mark(*edit)));
        }
        QCOMPARE(plain.accessibleDescription(), u"Which?"_s);
        own.setTextQuietly(u"Anna"_s);
        QVERIFY(own.accessibleDescription().contains(u"words to hide"_s));
        list.load({});
        QVERIFY(own.accessibleDescription().isEmpty());
    }

    void thePseudonymIsWatched()
    {
        HiddenWordList &list = listWith({u"Anna"_s, {}});
        m_workspace->newInterview();
        auto *field = m_workspace->findChild<QLineEdit *>(u"pseudonym"_s);
        QVERIFY(field);
        field->setText(u"Anna"_s);
        QVERIFY(mark(*field));
        list.load({});
    }

    void anImportedTableSaysHowManyTextsHoldWordsToHide()
    {
        HiddenWordList &list = listWith({u"Anna"_s, {}});
        m_workspace->offerMaterial();
        const QString path = m_file->folder() + u"/old.csv"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("counted_on,turned_out\nAnna,it rained\nthe schema,ANNA and Anna\n");
        file.close();
        m_workspace->findChild<MaterialBox *>()->openFile(path);
        QTRY_VERIFY(!m_open->messages.shown.isEmpty());
        const QString said = m_open->messages.shown.last().text;
        QVERIFY2(said.contains(u"Texts: 2"_s), qPrintable(said));
        list.load({});
    }

    void aRemovedWordIsWatchedFromThenOn_data()
    {
        QTest::addColumn<bool>("watch");
        QTest::newRow("offered") << true;
        QTest::newRow("refused") << false;
    }
    void aRemovedWordIsWatchedFromThenOn()
    {
        QFETCH(bool, watch);
        HiddenWordList &list = HiddenWordList::ofProgram();
        list.load(m_file->folder() + u"/none.txt"_s);
        start();
        interview().answer({u"walk"_s, {}}, Value::text(u"Zebrafinch said so"_s));
        QTRY_VERIFY(interview().isSaved());
        NoJobs jobs;
        ScrubPanel panel(m_open->session, m_open->messages, jobs, nullptr);
        auto *box = panel.findChild<QCheckBox *>(u"scrubWatch"_s);
        QVERIFY(box && box->isChecked());
        box->setChecked(watch);
        panel.remove(u"Zebrafinch"_s, u"P09"_s);
        auto *typed = panel.findChild<QLineEdit *>(u"erasureTyped"_s);
        QTRY_VERIFY(typed->isVisible());
        typed->setText(u"1"_s);
        panel.findChild<QPushButton *>(u"erasureRun"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!panel.isRunning(), 30'000);
        QCOMPARE(list.words().words(),
                 watch ? QVector<HiddenWord>({{u"Zebrafinch"_s, u"P09"_s}}) : QVector<HiddenWord>());
        const QString report = panel.findChild<QPlainTextEdit *>(u"erasureHolding"_s)->toPlainText();
        QVERIFY2(report.contains(watch ? u"on your list of words to hide"_s : u"no list watches"_s),
                 qPrintable(report));
        QCOMPARE(test::filesWithWords(m_file->path(), {u"Zebrafinch"_s}), QStringList());
        list.load({});
    }
};

QTEST_MAIN(TestKeptPromises)
#include "test_kept_promises.moc"
