#include "app/Application.h"
#include "app/CommandLine.h"
#include "app/commands/Command.h"
#include "app/demo/ScriptedUser.h"
#include "app/OpenStudy.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/StudyCheck.h"
#include "core/catalogue/StudySession.h"
#include "core/domain/Fields.h"

#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

/// The whole job through the real window by keys, then the file opened again and compared.
class WholeJobTest : public QObject
{
    Q_OBJECT

private:
    static bool command(const QStringList &arguments)
    {
        const QStringList whole = QStringList{u"seamfinder"_s} + arguments;
        const Command *found = commandFor(whole);
        return found && runCommand(*found, whole) == Done;
    }

    // "row,column,count" of every cell that is not empty, sorted.
    static QStringList cellsOf(const QByteArray &table)
    {
        const QStringList lines = QString::fromUtf8(table).split(u"\r\n"_s, Qt::SkipEmptyParts);
        const QStringList columns = lines.value(0).split(u',');
        QStringList cells;
        for (const QString &line : lines.mid(1)) {
            const QStringList values = line.split(u',');
            for (qsizetype i = 1; i < values.size(); ++i) {
                if (values[i] != u"0")
                    cells << u"%1,%2,%3"_s.arg(values[0], columns.value(i), values[i]);
            }
        }
        std::sort(cells.begin(), cells.end(), [](const QString &a, const QString &b) {
            return a.section(u',', 0, 1).toUtf8() < b.section(u',', 0, 1).toUtf8();
        });
        return cells;
    }

private Q_SLOTS:
    void interviewThenFileReopened()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"job.seam"_s);
        const QString words = u"Ünïcode – שלום – 東京 words"_s;
        {
            Application application(folder.filePath(u"settings.ini"_s));
            application.show();
            application.newStudy(path);
            QVERIFY(application.study());
            QVERIFY(QTest::qWaitForWindowActive(&application.window()));
            ScriptedUser user(application);
            QVERIFY(user.startInterview());
            int answered = 0;
            for (int step = 0; step < 28; ++step)
                answered += user.answerAndGoOn(words) ? 1 : 0;
            QVERIFY2(answered >= 10, qPrintable(QString::number(answered)));
            user.recordExample({{}, words}); // a role is picked, what they counted on is written
            QVERIFY(user.waitUntilSaved());
        }
        const auto study = Study::open(path, Study::Mode::Read);
        Connection db = study->openReader();
        const QVector<Interview> interviews = readInterviews(db);
        QCOMPARE(interviews.size(), 1);
        QCOMPARE(interviews.first().pseudonyms, QVector<QString>{u"P01"_s});
        QVERIFY(readPosition(db, interviews.first().id));
        QVERIFY(!readParadata(db, interviews.first().id).isEmpty());
        QVERIFY(interviews.first().examples >= 1);
        int withWords = 0;
        for (const Answer &answer : readAnswers(db, interviews.first().id))
            withWords += answer.value.value_or(QString()).contains(words) ? 1 : 0;
        QVERIFY(withWords >= 1);
        for (const CheckResult &result : checkStudy(db))
            QVERIFY2(result.problems.isEmpty(), qPrintable(result.problems.join(u"; ")));
    }

    void theSampleStudyIsWhole()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"sample.seam"_s);
        QVERIFY(command({u"new"_s, path, u"--sample"_s}));
        QVERIFY(command({u"check"_s, path}));
        const auto study = Study::open(path, Study::Mode::Read);
        Connection db = study->openReader();
        const StudyInfo info = readStudyInfo(db);
        QVERIFY(info.participants >= 12);
        QVERIFY(info.examples >= 60);
        QVERIFY(info.gaps >= 100);
    }

    void protocolsGoOutAndComeInByCommand()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"s.seam"_s);
        const QString form = folder.filePath(u"hour.xlsx"_s);
        const auto versions = [&path] {
            const auto study = Study::open(path, Study::Mode::Read);
            Connection db = study->openReader();
            return readProtocolVersions(db).size();
        };
        QVERIFY(command({u"new"_s, path}));
        QVERIFY(command({u"export"_s, path, u"--to"_s, u"protocol"_s, u"--protocol"_s,
                         u"mismatch-elicitation-60"_s, u"--output"_s, form}));
        const auto before = versions();
        QVERIFY(command({u"import"_s, path, form}));
        QCOMPARE(versions(), before); // it is there already
        QFile other(folder.filePath(u"other.md"_s));
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.write("| survey | | | |\n| | type | name | label |\n| | text | why | Why? |\n");
        other.close();
        QVERIFY(command({u"import"_s, path, other.fileName(), u"--dry-run"_s}));
        QCOMPARE(versions(), before);
        QVERIFY(command({u"import"_s, path, other.fileName()}));
        QCOMPARE(versions(), before + 1);
        QFile broken(folder.filePath(u"broken.md"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("| survey | | |\n| | type | name |\n| | nonsense | a |\n");
        broken.close();
        QVERIFY(!command({u"import"_s, path, broken.fileName()}));
        QCOMPARE(versions(), before + 1);
    }

    // Criterion of the first issue: the table agrees with what anybody counts from the flows.
    void gapsTableAgreesWithFlows_data()
    {
        QTest::addColumn<QString>("count");
        QTest::newRow("participants") << u"participants"_s;
        QTest::newRow("examples") << u"examples"_s;
        QTest::newRow("gaps") << u"gaps"_s;
    }

    void gapsTableAgreesWithFlows()
    {
        QFETCH(QString, count);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"s.seam"_s);
        QVERIFY(command({u"new"_s, path, u"--sample"_s}));
        QProcess gaps;
        gaps.start(qEnvironmentVariable("SEAMFINDER_BIN_DIR") + u"/seamfinder"_s,
                   {u"gaps"_s, path, u"--rows"_s, u"element"_s, u"--columns"_s, u"needed-by"_s, u"--count"_s,
                    count, u"--csv"_s});
        QVERIFY(gaps.waitForFinished(60'000));
        QCOMPARE(gaps.exitCode(), 0);
        const QString script =
            qEnvironmentVariable("SEAMFINDER_SOURCE_DIR") + u"/tests/data/count_flows.py"_s;
        const QString flows = folder.filePath(u"flows.csv"_s);
        QProcess exported; // without --output: to standard output
        exported.setStandardOutputFile(flows);
        exported.start(qEnvironmentVariable("SEAMFINDER_BIN_DIR") + u"/seamfinder"_s,
                       {u"export"_s, path, u"--to"_s, u"csv"_s, u"--layout"_s, u"flows"_s});
        QVERIFY(exported.waitForFinished(60'000));
        QCOMPARE(exported.exitCode(), 0);
        QProcess python;
        python.start(u"python3"_s, {script, flows, count});
        QVERIFY(python.waitForFinished(60'000));
        QCOMPARE(python.exitCode(), 0);
        QCOMPARE(cellsOf(gaps.readAllStandardOutput()),
                 QString::fromUtf8(python.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts));
    }
};

QTEST_MAIN(WholeJobTest)
#include "test_whole_job.moc"
