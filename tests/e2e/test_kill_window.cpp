#include "app/Application.h"
#include "app/demo/ScriptedUser.h"
#include "core/catalogue/OpenSearches.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/Study.h"
#include "core/catalogue/StudyCheck.h"
#include "tests/support/Kills.h"

#include <chrono>
#include <cstdio>
#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

using namespace seamfinder;
using namespace Qt::StringLiterals;

namespace {

constexpr int promisedMs = 1000;    // at most that much of typing is lost
constexpr int roundsPerWindow = 10; // a window takes seconds to start: one for so many kills of the writer

qint64 nowMs() // the same clock in all processes
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Where letters can be typed for ever.
enum class Field : quint8 {
    Note, ///< of the first question
    List, ///< of roles: what is typed to find one in it, and finds some
};

/// The child: types for ever, without a pause. Each line on standard output says when another letter stood on
/// the screen.
int typeForEver(const QString &path, Field field)
{
    Application application(path + u".ini"_s);
    application.show();
    application.newStudy(path);
    if (!QTest::qWaitForWindowActive(&application.window()))
        return 1;
    ScriptedUser user(application);
    if (!user.startInterview())
        return 1;
    if (field == Field::Note) {
        user.press(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_N));
    } else {
        user.press(QKeySequence(Qt::CTRL | Qt::Key_J));
        user.type(u"What is your part in the work"_s);
        user.press(QKeySequence(Qt::Key_Return));
        if (!user.waitUntilSaved())
            return 1;
    }
    for (int letter = 0;; ++letter) {
        const bool isBlank = field == Field::Note ? letter % 6 == 5 : letter % 2 == 1;
        user.type(isBlank ? u" "_s : field == Field::Note ? u"x"_s : u"e"_s);
        printf("%lld\n", static_cast<long long>(nowMs()));
        fflush(stdout);
    }
}

/// When each letter stood on the screen, and when the end came.
struct Typed
{
    QVector<qint64> letters;
    qint64 end = 0;

    [[nodiscard]] int before(qint64 moment) const
    {
        return int(
            std::count_if(letters.begin(), letters.end(), [moment](qint64 each) { return each < moment; }));
    }
};

Typed killWhileTyping(const QString &path, const QString &option)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {option, path});
    if (!child.waitForReadyRead(60'000))
        qFatal("the child never got to type");
    QTest::qSleep(int(QRandomGenerator::global()->bounded(200, 2500)));
    Typed typed;
    typed.end = nowMs();
    child.kill(); // SIGKILL
    child.waitForFinished();
    for (const QByteArray &line : child.readAllStandardOutput().split('\n')) {
        if (!line.isEmpty())
            typed.letters.append(line.toLongLong());
    }
    return typed;
}

} // namespace

/// The promise of the interview's screen: at most one second of typing is lost to SIGKILL.
class TestKillWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void atMostASecondOfTypingIsLost_data()
    {
        QTest::addColumn<QString>("option");
        QTest::newRow("note") << u"--type"_s;
        QTest::newRow("list") << u"--search"_s;
    }
    void atMostASecondOfTypingIsLost()
    {
        QFETCH(QString, option);
        const int rounds = qMax(3, test::killRounds() / roundsPerWindow);
        int most = 0;
        for (int round = 0; round < rounds; ++round) {
            QTemporaryDir folder;
            const QString path = folder.filePath(u"typed.seam"_s);
            const Typed typed = killWhileTyping(path, option);
            const auto study = Study::open(path, Study::Mode::Write);
            Connection db = study->openReader();
            for (const CheckResult &result : checkStudy(db))
                QVERIFY2(result.problems.isEmpty(),
                         qPrintable(result.name + u": "_s + result.problems.join(u"; ")));
            const QVector<Interview> interviews = readInterviews(db);
            QCOMPARE(interviews.size(), 1);
            QVERIFY(readPosition(db, interviews.first().id));
            int kept = 0;
            for (const Answer &answer : readAnswers(db, interviews.first().id))
                kept += int(answer.note.size());
            for (const OpenSearch &search : readOpenSearches(db, interviews.first().id))
                kept += int(search.words.size()) + 1; // a blank at the end is no word
            const int promised = typed.before(typed.end - promisedMs);
            QVERIFY2(
                kept >= promised,
                qPrintable(u"%1 letters are there, %2 were typed a second before"_s.arg(kept).arg(promised)));
            QVERIFY(kept <= typed.letters.size() + 2);
            most = qMax(most, int(typed.letters.size()) - kept);
        }
        qInfo("%d windows killed; at most %d letters lost", rounds, most);
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    for (const auto &[option, field] :
         {std::pair("--type", Field::Note), std::pair("--search", Field::List)}) {
        if (argc == 3 && qstrcmp(argv[1], option) == 0)
            return typeForEver(QString::fromLocal8Bit(argv[2]), field);
    }
    TestKillWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_kill_window.moc"
