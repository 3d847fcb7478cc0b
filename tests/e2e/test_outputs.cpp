#include "app/CommandLine.h"
#include "app/commands/Command.h"
#include "core/catalogue/EditExamples.h"
#include "core/catalogue/FileIdentity.h"
#include "core/catalogue/ReadStudy.h"
#include "core/exchange/CsvColumns.h"
#include "core/exchange/SampleStudy.h"
#include "tests/support/FileBytes.h"
#include "tests/support/TempStudy.h"

#include <QtTest>
#include <QtWidgets>
#include <unistd.h>

using namespace seamfinder;
using namespace seamfinder::test;
using namespace Qt::StringLiterals;

namespace {
int run(const QStringList &arguments)
{
    const QStringList whole = QStringList{u"seamfinder"_s} + arguments;
    return runCommand(*commandFor(whole), whole);
}
/// A WAV file: one channel of eight bits, 8000 a second.
QByteArray silence(int seconds)
{
    constexpr quint32 rate = 8000;
    const quint32 size = rate * quint32(seconds);
    QByteArray wav;
    QDataStream out(&wav, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    out.writeRawData("RIFF", 4);
    out << quint32(36 + size);
    out.writeRawData("WAVEfmt ", 8);
    out << quint32(16) << quint16(1) << quint16(1) << rate << rate << quint16(1) << quint16(8);
    out.writeRawData("data", 4);
    out << size;
    wav.append(qsizetype(size), char(0x80));
    return wav;
}
} // namespace

/// What commands write, and that it is never the study.
class TestOutputs : public QObject
{
    Q_OBJECT

private:
    // Every way to write a file, and how its name must end.
    static QVector<std::pair<QStringList, QString>> waysToWrite(TempStudy &study)
    {
        QVector<std::pair<QStringList, QString>> ways{
            {{u"gaps"_s, study.path(), u"--rows"_s, u"element"_s, u"--columns"_s, u"owner"_s, u"--png"_s},
             u".png"_s}};
        for (const CsvLayoutInfo &layout : csvLayouts())
            ways.append(
                {{u"export"_s, study.path(), u"--to"_s, u"csv"_s, u"--layout"_s, layout.key, u"--output"_s},
                 u".csv"_s});
        const QString protocol = readProtocolVersions(study.db()).value(0).key;
        for (const QString &ending : {u".xlsx"_s, u".csv"_s, u".json"_s})
            ways.append({{u"export"_s, study.path(), u"--to"_s, u"protocol"_s, u"--protocol"_s, protocol,
                          u"--output"_s},
                         ending});
        for (const QString &ending : {u".pdf"_s, u".html"_s})
            ways.append(
                {{u"export"_s, study.path(), u"--to"_s, u"form"_s, u"--protocol"_s, protocol, u"--output"_s},
                 ending});
        return ways;
    }

private Q_SLOTS:
    void noCommandReplacesTheStudy()
    {
        TempStudy study;
        study.writer().perform({u"x"_s}, [](Edit &edit) { createExample(edit, {}); });
        QStringList own;
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s, u".lock"_s})
            own << study.path() + suffix;
        const auto identities = [&] {
            QVector<quint64> all;
            for (const QString &file : own)
                all << FileIdentity::of(file).value_or(FileIdentity{}).inode;
            return all;
        };
        const QVector<quint64> before = identities();
        QVERIFY(!before.contains(0u));
        const QByteArray bytes = contentOf(study.path()), log = contentOf(study.path() + u"-wal"_s);
        for (const auto &[way, ending] : waysToWrite(study)) {
            for (const QString &file : own) {
                const QString link = study.folder() + u"/link"_s + ending;
                const QString name = study.folder() + u"/name"_s + ending;
                QVERIFY(QFile::link(file, link));
                QCOMPARE(::link(QFile::encodeName(file).constData(), QFile::encodeName(name).constData()), 0);
                for (const QString &output : {file, link, name})
                    QVERIFY2(run(way + QStringList{output}) == int(WrongUsage),
                             qPrintable(way.join(u' ') + u' ' + output));
                QVERIFY(QFile::remove(link) && QFile::remove(name));
                QCOMPARE(identities(), before);
                QCOMPARE(contentOf(study.path()), bytes);
                QCOMPARE(contentOf(study.path() + u"-wal"_s), log);
            }
        }
    }

    void everyWayWrites()
    {
        TempStudy study;
        for (const auto &[way, ending] : waysToWrite(study)) {
            const QString output = study.folder() + u"/out"_s + ending;
            QVERIFY2(run(way + QStringList{output}) == int(Done), qPrintable(way.join(u' ')));
            QVERIFY(QFileInfo(output).size() > 0);
            QVERIFY(QFile::remove(output));
        }
    }

    void aRecordingIsPlayedFromWhereItIsAskedFor()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"silence.wav"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(silence(30));
        file.close();
        QProcess player;
        player.start(qEnvironmentVariable("SEAMFINDER_BIN_DIR") + u"/seamfinder"_s,
                     {u"play"_s, path, u"--from"_s, u"12000"_s});
        qint64 first = -1;
        QElapsedTimer waited;
        waited.start();
        while (first < 0 && player.state() != QProcess::NotRunning && waited.elapsed() < 20'000) {
            player.waitForReadyRead(500);
            if (player.canReadLine())
                first = player.readLine().trimmed().toLongLong();
        }
        player.kill();
        player.waitForFinished();
        const QString said = QString::fromLocal8Bit(player.readAllStandardError());
        if (first < 0)
            QSKIP(qPrintable(u"nothing here plays recordings: "_s + said));
        QVERIFY2(first >= 12'000 && first < 13'000, qPrintable(QString::number(first)));
    }

    void wrongUsageIsSaid()
    {
        TempStudy study;
        study.close();
        const QString path = study.path();
        const QStringList gaps{u"gaps"_s, path, u"--rows"_s, u"element"_s, u"--columns"_s, u"owner"_s};
        for (const QStringList &wrong :
             {QStringList{u"info"_s, path, u"b"_s, u"c"_s},
              QStringList{u"new"_s, study.folder() + u"/x.seam"_s, u"extra"_s},
              QStringList{u"check"_s, path, path}, gaps + QStringList{u"--json"_s, u"--csv"_s},
              gaps + QStringList{u"--csv"_s, u"--png"_s, u"-"_s},
              QStringList{u"new"_s, study.folder() + u"/nofolder/x.seam"_s}})
            QVERIFY2(run(wrong) == int(WrongUsage), qPrintable(wrong.join(u' ')));
        QCOMPARE(QDir(study.folder()).entryList(QDir::Files), QStringList{u"study.seam"_s});
    }
};

QTEST_MAIN(TestOutputs)
#include "test_outputs.moc"
