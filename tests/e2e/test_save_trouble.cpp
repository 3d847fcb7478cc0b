#include "app/SaveTrouble.h"
#include "core/catalogue/ExportLog.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/StudySession.h"
#include "tests/support/FullDisk.h"
#include "tests/support/ui/ProgramInterview.h"
#include "ui/shell/MessageCard.h"

#include <QtTest>
#include <QtWidgets>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

constexpr rlim_t someRoom = 1024; // bytes: less than any write of a study

QPushButton *button(Application &application, const QString &text)
{
    for (auto *each : application.window().findChildren<QPushButton *>()) {
        if (each->isVisible() && each->text().remove(u'&') == text)
            return each;
    }
    return nullptr;
}

bool says(Application &application, const QString &words)
{
    for (const auto *label : application.window().findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(words))
            return true;
    }
    return false;
}

QString storedAnswers(const QString &path)
{
    const auto study = Study::open(path, Study::Mode::Read);
    Connection db = study->openReader();
    QString text;
    for (const Interview &interview : readInterviews(db)) {
        for (const Answer &answer : readAnswers(db, interview.id))
            text += answer.value.value_or(QString()) + answer.note + u'\n';
    }
    return text;
}

} // namespace

/// What was typed outlives what happens to the file.
class TestSaveTrouble : public test::ProgramInterview
{
    Q_OBJECT

private:
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QPlainTextEdit *answer() const
    {
        return m_application->window().findChild<QPlainTextEdit *>(u"answerText"_s);
    }
    void typeIntoANote(const QString &text)
    {
        m_user->press(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_N));
        m_user->type(text);
    }
    void saveCopyAs(const QString &path)
    {
        QTRY_VERIFY(button(*m_application, u"Save a copy elsewhere…"_s));
        button(*m_application, u"Save a copy elsewhere…"_s)->click();
        auto *dialog = m_application->window().findChild<QFileDialog *>();
        QVERIFY(dialog && !dialog->isModal());
        dialog->selectFile(path);
        QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
    }

private Q_SLOTS:
    void init()
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        begin();
    }
    void cleanup() { end(); }

    void fullDiskKeepsTheTextAndTriesAgain()
    {
        {
            const test::FullDisk full(someRoom);
            typeIntoANote(u"kept through the flood"_s);
            m_application->study()->flush();
            QTRY_VERIFY(says(*m_application, u"disk is full"_s) ||
                        says(*m_application, u"could not be written"_s));
            auto *note = m_application->window().findChild<QPlainTextEdit *>(u"questionNote"_s);
            QCOMPARE(note->toPlainText(), u"kept through the flood"_s);
            m_user->type(u" and after"_s); // one goes on typing
            m_application->study()->flush();
            QCOMPARE(note->toPlainText(), u"kept through the flood and after"_s);
            // Elsewhere and back: it is still what the screen shows.
            m_user->press(QKeySequence(u"Ctrl+PgDown"_s));
            QTRY_VERIFY(note->toPlainText().isEmpty());
            m_user->press(QKeySequence(u"Ctrl+PgUp"_s));
            QTRY_COMPARE(note->toPlainText(), u"kept through the flood and after"_s);
        }
        // There is room again; nobody presses anything.
        QTRY_VERIFY_WITH_TIMEOUT(says(*m_application, u"Writing works again"_s), 15'000);
        QVERIFY(storedAnswers(m_path).contains(u"kept through the flood and after"_s));
    }

    void aCopyElsewhereHoldsWhatCouldNotBeWritten()
    {
        {
            const test::FullDisk full(someRoom);
            typeIntoANote(u"only in memory"_s);
            m_application->study()->flush();
            QTRY_VERIFY(button(*m_application, u"Save a copy elsewhere…"_s));
        }
        QVERIFY(!storedAnswers(m_path).contains(u"only in memory"_s));
        const QString copy = file(u"elsewhere.seam"_s);
        saveCopyAs(copy);
        QTRY_VERIFY(button(*m_application, u"Go on in the copy"_s));
        QVERIFY(storedAnswers(copy).contains(u"only in memory"_s));
        button(*m_application, u"Go on in the copy"_s)->click();
        QTRY_COMPARE(m_application->study()->session().study().path(), QFileInfo(copy).canonicalFilePath());
    }

    void aRenamedFileIsNoticed()
    {
        typeIntoANote(u"before"_s);
        QVERIFY(m_user->waitUntilSaved());
        QVERIFY(QFile::rename(m_path, m_path + u".moved"_s));
        QTRY_VERIFY_WITH_TIMEOUT(says(*m_application, u"was renamed, moved or deleted"_s), 6'000);
        m_user->type(u" and behind"_s);
        m_application->study()->flush();
        const QString copy = file(u"again.seam"_s);
        saveCopyAs(copy);
        QTRY_VERIFY(button(*m_application, u"Go on in the copy"_s));
        QVERIFY(storedAnswers(copy).contains(u"before and behind"_s));
        // Each knows the other: what is removed from one is still in both.
        StudySession &session = m_application->study()->session();
        const auto named = [](Connection &db) {
            QStringList paths;
            for (const LoggedExport &each : readExportLog(db)) {
                if (each.format == studyCopyFormat)
                    paths.append(each.path);
            }
            return paths;
        };
        QTRY_COMPARE(named(session.reader()), QStringList{copy});
        const auto other = Study::open(copy, Study::Mode::Read);
        Connection there = other->openReader();
        QCOMPARE(named(there), QStringList{session.study().path()});
    }

    void aDeletedLogIsNoticedAndMended()
    {
        typeIntoANote(u"in the log"_s);
        QVERIFY(m_user->waitUntilSaved());
        QTest::qWait(2'500); // it has been seen
        QVERIFY(QFile::remove(m_path + u"-wal"_s));
        QTRY_VERIFY_WITH_TIMEOUT(button(*m_application, u"Open it again"_s), 6'000);
        QSignalSpy closed(m_application->study(), &QObject::destroyed);
        button(*m_application, u"Open it again"_s)->click();
        QTRY_COMPARE(closed.size(), 1);
        QTRY_VERIFY(m_application->study());
        m_user.reset();
        m_application.reset();
        QVERIFY(storedAnswers(m_path).contains(u"in the log"_s));
    }

    void writingWorksAgainOnlyWhenNothingIsUnderWay()
    {
        QVERIFY(m_user->waitUntilSaved());
        StudySession &session = m_application->study()->session();
        SaveTrouble trouble(session, m_application->window().messages(),
                            {[] { return QVector<PendingChange>(); }, [] {}}, m_application->window());
        QVERIFY(trouble.take(Error(ErrorCode::DiskFull, u"no room"_s)));
        bool early = false;
        connect(&session, &StudySession::saved, &trouble, [&] {
            early = early || (session.isSaving() && says(*m_application, u"Writing works again"_s));
        });
        for (int i = 0; i < 3; ++i)
            session.perform({u"Write"_s}, [](Edit &) {});
        QTRY_VERIFY(says(*m_application, u"Writing works again"_s));
        QVERIFY(!early);
    }

    void afterAKillItSaysWhereTheInterviewStands()
    {
        typeIntoANote(u"five words that were saved"_s);
        QVERIFY(m_user->waitUntilSaved());
        // What a kill leaves: the file and its WAL as they are now.
        const QString left = file(u"left.seam"_s);
        for (const QString &ending : {u""_s, u"-wal"_s})
            QVERIFY(QFile::copy(m_path + ending, left + ending));
        m_application->openStudy(left);
        QTRY_VERIFY(says(*m_application, u"The program ended without being closed"_s));
        QVERIFY(says(*m_application, u"P01"_s));
        QVERIFY(says(*m_application, u"Words in it: 5."_s));
        QVERIFY(button(*m_application, u"Go on with it"_s));
        button(*m_application, u"Go on with it"_s)->click();
        QTRY_COMPARE(m_application->window().findChild<QPlainTextEdit *>(u"questionNote"_s)->toPlainText(),
                     u"five words that were saved"_s);
    }

    void afterAKillItSaysSoOfAnInterviewThatIsBeingFinishedToo()
    {
        typeIntoANote(u"told and written"_s);
        QVERIFY(m_user->waitUntilSaved());
        StudySession &session = m_application->study()->session();
        const InterviewId interview = readLastInterview(session.reader());
        const auto leave = [&](QLatin1StringView state, const QString &name) {
            session.perform({u"State"_s}, [&](Edit &edit) { setInterviewState(edit, interview, state); });
            session.flush();
            for (const QString &ending : {u""_s, u"-wal"_s})
                QVERIFY(QFile::copy(m_path + ending, file(name) + ending));
        };
        leave(interview_state::finishing, u"finishing.seam"_s);
        leave(interview_state::complete, u"complete.seam"_s);
        m_application->openStudy(file(u"finishing.seam"_s));
        QTRY_VERIFY(says(*m_application, u"is being finished, last written"_s));
        QVERIFY(button(*m_application, u"Go on with it"_s));
        m_application->openStudy(file(u"complete.seam"_s));
        QTRY_VERIFY(says(*m_application, u"is complete, last written"_s));
        QVERIFY(button(*m_application, u"Show it"_s));
    }
};

QTEST_MAIN(TestSaveTrouble)
#include "test_save_trouble.moc"
