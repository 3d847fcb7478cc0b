#include "core/catalogue/EditExamples.h"
#include "core/catalogue/EditFields.h"
#include "core/catalogue/EditInterview.h"
#include "core/catalogue/EditStudy.h"
#include "core/catalogue/ReadExamples.h"
#include "core/catalogue/ReadInterviews.h"
#include "core/catalogue/StudyCheck.h"
#include "core/domain/Fields.h"
#include "tests/support/Kills.h"
#include "tests/support/TempStudy.h"

#include <cstdio>
#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

namespace {
// The child: captures an interview for ever. Each line on standard output acknowledges what was on disk
// before it was printed: the number of the save.
int capture(const QString &path)
{
    const auto study = Study::open(path, Study::Mode::Write);
    StudyWriter writer(study->openWriter());
    const InterviewId interview = readInterviews(writer.db()).first().id;
    ExampleId example;
    qint64 session = 0;
    writer.perform({u"Record an example"_s}, [&](Edit &edit) {
        example = createExample(edit, {.interview = interview});
        session = startParadataSession(edit, interview);
    });
    printf("example %lld %lld\n", static_cast<long long>(example.value), static_cast<long long>(session));
    QString text;
    for (int save = 1;; ++save) {
        text += u"word%1 "_s.arg(save);
        // One visit lasts ten saves, as fields are left now and then.
        writer.perform({u"Type"_s, {}, u"visit-%1"_s.arg(save / 10)}, [&](Edit &edit) {
            setValue(edit, fields::example::story, example.value, text);
            setPosition(edit, interview, {u"deep-story"_s, {}}, int(text.size()));
            addParadata(edit, session, save, "changed"_L1, {u"deep-story"_s, {}}, QString::number(save));
        });
        printf("%d\n", save);
        fflush(stdout);
    }
}

// What the child acknowledged before it died.
struct Acknowledged
{
    ExampleId example;
    qint64 session = 0;
    int saves = 0;
};

Acknowledged killAtRandom(const QString &path)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--capture"_s, path});
    child.waitForReadyRead();
    QTest::qSleep(int(QRandomGenerator::global()->bounded(1, 120)));
    child.kill(); // SIGKILL
    child.waitForFinished();
    Acknowledged acknowledged;
    for (const QByteArray &line : child.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words[0] == "example" && words.size() == 3) {
            acknowledged.example = {words[1].toLongLong()};
            acknowledged.session = words[2].toLongLong();
        } else if (!line.isEmpty()) {
            acknowledged.saves = line.toInt();
        }
    }
    return acknowledged;
}
} // namespace

/// What was acknowledged is in the file after SIGKILL at any moment, and the file is whole.
class KillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost()
    {
        TempStudy study;
        study.writer().perform({u"Start"_s}, [](Edit &edit) {
            createInterview(edit, {}, {createParticipant(edit, nextPseudonym(edit.db()))});
        });
        study.close();
        const int kills = killRounds();
        int saves = 0;
        for (int round = 0; round < kills; ++round) {
            const Acknowledged acknowledged = killAtRandom(study.path());
            saves += acknowledged.saves;
            const auto opened = Study::open(study.path(), Study::Mode::Write);
            QVERIFY2(opened->isWritable(), "the dead process still holds the lock");
            StudyWriter writer(opened->openWriter());
            for (const CheckResult &result : checkStudy(writer.db()))
                QVERIFY2(result.problems.isEmpty(),
                         qPrintable(result.name + u": "_s + result.problems.join(u"; ")));
            if (!acknowledged.example)
                continue; // killed before the first word
            const auto example = readExample(writer.db(), acknowledged.example);
            QVERIFY(example);
            const QString story = example->text(fields::example::story);
            const int kept = int(story.count(u"word"_s));
            QVERIFY2(
                kept >= acknowledged.saves,
                qPrintable(u"%1 of %2 acknowledged saves are there"_s.arg(kept).arg(acknowledged.saves)));
            QVERIFY(kept <= acknowledged.saves + 1);
            const InterviewId interview = readInterviews(writer.db()).first().id;
            if (kept > 0)
                QCOMPARE(readPosition(writer.db(), interview)->caret, int(story.size()));
            int events = 0;
            for (const ParadataEvent &event : readParadata(writer.db(), interview))
                events += event.session == acknowledged.session ? 1 : 0;
            QCOMPARE(events, kept);
            QVERIFY(writer.undo());
        }
        QVERIFY2(saves > kills, "the child never got to type: the test says nothing");
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--capture") == 0)
        return capture(QString::fromLocal8Bit(argv[2]));
    KillTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_kill.moc"
