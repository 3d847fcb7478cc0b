#include "app/Application.h"
#include "app/CommandLine.h"
#include "app/commands/Command.h"
#include "app/demo/ScriptedUser.h"
#include "app/OpenStudy.h"
#include "core/catalogue/ReadStudy.h"
#include "core/catalogue/StudySession.h"

#include <cstdio>
#include <QApplication>
#include <QDir>
#include <QTest>

/// The main job without a display: makes the sample study, holds a scripted interview through the real
/// widgets, records an example, and leaves the study, a picture of every workspace, the gaps picture and the
/// CSV in the folder it is given.
namespace {
using namespace seamfinder;
using namespace Qt::StringLiterals;

void say(const QString &line)
{
    printf("%s\n", qUtf8Printable(line));
    fflush(stdout);
}

bool command(const QStringList &arguments)
{
    const QStringList whole = QStringList{u"seamfinder"_s} + arguments;
    const Command *found = commandFor(whole);
    return found && runCommand(*found, whole) == Done;
}

int failed(const QString &what)
{
    fprintf(stderr, "seamfinder-demo: %s\n", qUtf8Printable(what));
    return 1;
}

const QStringList &answers()
{
    static const QStringList texts{
        u"A forecast model for a bakery chain, from the till data to the morning order."_s,
        u"We trained on the archive. Live, the first estimates of the weather came with holes."_s,
        u"That the past stays what it was."_s,
        u"The provider rewrites forty days back, every night."_s,
    };
    return texts;
}

int holdInterview(const QString &study, const QString &folder)
{
    Application application(folder + u"/settings.ini"_s);
    application.show();
    application.window().resize(1500, 940);
    application.openStudy(study);
    if (!application.study())
        return failed(u"the study did not open"_s);
    (void)QTest::qWaitForWindowActive(&application.window());
    ScriptedUser user(application);
    if (!user.startInterview())
        return failed(u"the interview did not start"_s);
    int answered = 0;
    for (int step = 0; step < 30; ++step)
        answered += user.answerAndGoOn(answers()[step % answers().size()]) ? 1 : 0;
    say(u"answered %1 questions of a guided interview by keyboard"_s.arg(answered));
    user.recordExample({u"software engineering"_s});
    if (!user.waitUntilSaved())
        return failed(u"what was typed was not saved"_s);

    const QStringList names{u"study"_s, u"interview"_s, u"catalogue"_s, u"gaps"_s, u"codebook"_s};
    for (int i = 0; i < names.size(); ++i) {
        user.goToWorkspace(i + 1);
        QTest::qWait(700); // lists and charts are read in the background
        const QString picture = folder + u'/' + names[i] + u".png"_s;
        if (!user.photograph(picture))
            return failed(u"%1 could not be written"_s.arg(picture));
        say(u"picture of the workspace: %1"_s.arg(picture));
    }
    return 0;
}
} // namespace

int main(int argc, char *argv[])
{
    QApplication qt(argc, argv);
    const QString folder = QDir(QString::fromLocal8Bit(argc > 1 ? argv[1] : "build/demo")).absolutePath();
    QDir().mkpath(folder);
    const QString study = folder + u"/demo.seam"_s;
    for (const QString &leftover : {study, folder + u"/settings.ini"_s})
        QFile::remove(leftover);
    if (!command({u"new"_s, study, u"--sample"_s}))
        return failed(u"the sample study could not be made"_s);
    say(u"sample study: %1"_s.arg(study));
    if (const int result = holdInterview(study, folder); result != 0)
        return result;
    const QString picture = folder + u"/gaps-heat-map.png"_s;
    const QString csv = folder + u"/gaps.csv"_s;
    if (!command({u"gaps"_s, study, u"--rows"_s, u"item-element"_s, u"--columns"_s, u"needed-by"_s,
                  u"--png"_s, picture}) ||
        !command({u"export"_s, study, u"--to"_s, u"csv"_s, u"--output"_s, csv}))
        return failed(u"the results could not be written"_s);
    say(u"which gaps recur: %1"_s.arg(picture));
    say(u"coded examples: %1"_s.arg(csv));
    if (!command({u"check"_s, study}))
        return failed(u"the study did not pass its check"_s);
    return 0;
}
