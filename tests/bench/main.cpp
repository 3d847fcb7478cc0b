#include "tests/bench/Steps.h"
#include "tests/bench/SyntheticStudy.h"

#include <algorithm>
#include <cstdio>
#include <QApplication>
#include <QCommandLineParser>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSysInfo>
#include <QThread>

using namespace seamfinder::bench;
using namespace Qt::StringLiterals;

namespace {
constexpr int starts = 9;

void say(const QString &text)
{
    std::fputs(text.toUtf8().constData(), stderr);
}

struct Step
{
    QString name;
    Measurements (*measure)(const QString &path);
};

const QVector<Step> &steps()
{
    static const QVector<Step> all{{u"queries"_s, measureQueries},
                                   {u"export"_s, measureExport},
                                   {u"window"_s, measureWindow},
                                   {u"typing"_s, measureTyping},
                                   {u"insert"_s, measureBulkInsert}};
    return all;
}

/// Runs this program again for one step; what it measured comes back on its standard output.
Measurements runApart(const QString &step, const QString &path)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {u"--step"_s, step, u"--study"_s, path});
    child.waitForFinished(-1);
    const QJsonDocument answer = QJsonDocument::fromJson(child.readAllStandardOutput());
    if (child.exitStatus() != QProcess::NormalExit || child.exitCode() != 0 || !answer.isArray())
        return {{u"%1: failed"_s.arg(step), 0, u""_s}};
    return fromJson(answer.array());
}

/// From the start of the process to the line that says that its window was painted.
double untilPainted(const QString &path)
{
    QProcess child;
    QStringList arguments{u"--step"_s, u"paint"_s};
    if (!path.isEmpty())
        arguments << u"--study"_s << path;
    const double taken = time([&] {
        child.start(QCoreApplication::applicationFilePath(), arguments);
        while (!child.canReadLine() && child.waitForReadyRead(30'000)) {}
    });
    child.waitForFinished(-1);
    return taken;
}

Measurements measureStart(const QString &path)
{
    QVector<double> ours, bare;
    for (int i = 0; i < starts; ++i) {
        ours.append(untilPainted(path));
        bare.append(untilPainted({}));
    }
    return {{u"start to first paint, with the study"_s, median(ours), u"ms"_s, median(ours) / median(bare),
             u"a bare window (%1 ms)"_s.arg(median(bare), 0, 'f', 0)}};
}

/// The study is kept for the next run, under a name that says what it is.
QString makeStudy(const QString &folder, qint64 examples, quint64 seed, Measurements &all)
{
    QDir().mkpath(folder);
    const QString path = u"%1/synthetic-%2-%3.seam"_s.arg(folder).arg(examples).arg(seed);
    if (QFileInfo::exists(path))
        return path;
    say(u"making %1\n"_s.arg(path));
    const QString unfinished = path.chopped(5) + u"-unfinished.seam"_s;
    for (const auto *suffix : {"", "-wal", "-shm", ".lock"})
        QFile::remove(unfinished + QLatin1StringView(suffix));
    SyntheticCounts counts;
    const double taken = time([&] {
        counts = writeSyntheticStudy(unfinished, examples, seed,
                                     [](double done) { say(u"\r%1 %"_s.arg(done * 100, 3, 'f', 0)); });
    });
    say(u"\n"_s);
    QFile::remove(unfinished + u".lock"_s);
    QFile::rename(unfinished, path);
    all.append({u"making the study: %1 gaps, %2 codings, %3 MB"_s.arg(counts.gaps)
                    .arg(counts.codings)
                    .arg(double(counts.bytes) / 1e6, 0, 'f', 0),
                taken / 1000, u"s"_s});
    return path;
}

int runAll(const QCommandLineParser &options)
{
    const qint64 examples = options.positionalArguments().value(0, u"100000"_s).toLongLong();
    const quint64 seed = options.value(u"seed"_s).toULongLong();
    if (examples <= 0) {
        say(u"seamfinder-bench [EXAMPLES]: how many examples must be a number above 0\n"_s);
        return 2;
    }
    const QString folder = options.value(u"folder"_s);
    Measurements all;
    const QString path = makeStudy(folder, examples, seed, all);
    QStringList wanted = options.values(u"only"_s);
    for (const Step &step : steps()) {
        if (!wanted.isEmpty() && !wanted.contains(step.name))
            continue;
        say(step.name + u'\n');
        all += runApart(step.name, path);
    }
    if (wanted.isEmpty() || wanted.contains(u"start"_s)) {
        say(u"start\n"_s);
        all += measureStart(path);
    }
    std::fputs(table(all).toUtf8().constData(), stdout);

    const QJsonObject report{{u"examples"_s, examples},
                             {u"seed"_s, QString::number(seed)},
                             {u"time"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
                             {u"cores"_s, QThread::idealThreadCount()},
                             {u"system"_s, QSysInfo::prettyProductName()},
                             {u"measurements"_s, toJson(all)}};
    QFile json(u"%1/bench-%2.json"_s.arg(folder).arg(examples));
    if (!json.open(QIODevice::WriteOnly) || json.write(QJsonDocument(report).toJson()) < 0) {
        say(u"%1 could not be written: %2\n"_s.arg(json.fileName(), json.errorString()));
        return 1;
    }
    say(json.fileName() + u'\n');
    const bool isBroken = std::any_of(all.begin(), all.end(), [](const auto &one) { return one.isBroken(); });
    if (isBroken)
        say(u"limit broken\n"_s);
    return isBroken && options.isSet(u"strict"_s) ? 3 : 0;
}

int runStep(const QString &name, const QString &path)
{
    if (name == u"paint")
        return showFirstPaint(path);
    for (const Step &step : steps()) {
        if (step.name == name) {
            std::fputs(QJsonDocument(toJson(step.measure(path))).toJson(QJsonDocument::Compact).constData(),
                       stdout);
            return 0;
        }
    }
    return 2;
}
} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCommandLineParser options;
    options.setApplicationDescription(
        u"Measures Seamfinder on a synthetic study. Figures are of this machine in this run; compare ratios."_s);
    options.addHelpOption();
    options.addPositionalArgument(u"EXAMPLES"_s, u"How many examples the study has (100000)."_s);
    options.addOptions(
        {{u"seed"_s, u"Another study of the same size."_s, u"NUMBER"_s, u"1"_s},
         {u"folder"_s, u"Where the study is kept and the figures go."_s, u"FOLDER"_s, u"build/bench"_s},
         {u"strict"_s, u"End with 3 if a limit is broken by more than noise."_s},
         {u"only"_s, u"Only this part: queries, export, window, typing, insert, start (repeatable)."_s,
          u"PART"_s}});
    QCommandLineOption step(u"step"_s, {}, u"NAME"_s), study(u"study"_s, {}, u"PATH"_s);
    step.setFlags(QCommandLineOption::HiddenFromHelp);
    study.setFlags(QCommandLineOption::HiddenFromHelp);
    options.addOptions({step, study});
    options.process(application);
    return options.isSet(step) ? runStep(options.value(step), options.value(study)) : runAll(options);
}
