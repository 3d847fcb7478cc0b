#include "app/Application.h"
#include "app/CommandLine.h"
#include "app/commands/Command.h"

#include <cstdio>
#include <QApplication>

namespace {
// A display is wanted for the window only.
void useNoDisplay()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
}

QStringList argumentList(int argc, char *argv[])
{
    QStringList list;
    for (int i = 0; i < argc; ++i)
        list << QString::fromLocal8Bit(argv[i]);
    return list;
}

int runWindow(int argc, char *argv[])
{
    QApplication application(argc, argv);
    seamfinder::Application seamfinder;
    seamfinder.show();
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() > 1)
        seamfinder.openStudy(arguments[1]);
    return QApplication::exec();
}
} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("Seamfinder"));
    QCoreApplication::setOrganizationName(QStringLiteral("Seamfinder"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SEAMFINDER_VERSION));

    const QStringList arguments = argumentList(argc, argv);
    if (const seamfinder::Command *command = seamfinder::commandFor(arguments)) {
        if (!command->needsPictures) {
            QCoreApplication application(argc, argv);
            return seamfinder::runCommand(*command, arguments);
        }
        useNoDisplay();
        QApplication application(argc, argv);
        return seamfinder::runCommand(*command, arguments);
    }
    const QString first = arguments.value(1);
    if (first == QStringLiteral("--help") || first == QStringLiteral("-h") ||
        first == QStringLiteral("help")) {
        fputs(qUtf8Printable(seamfinder::overview()), stdout);
        return seamfinder::Done;
    }
    if (first == QStringLiteral("--version")) {
        puts("seamfinder " SEAMFINDER_VERSION);
        return seamfinder::Done;
    }
    if (arguments.size() > 2 || (first.startsWith(QLatin1Char('-')) && !first.isEmpty())) {
        fprintf(stderr, "seamfinder: there is no command \"%s\"; see seamfinder --help\n",
                qUtf8Printable(first));
        return seamfinder::WrongUsage;
    }
    return runWindow(argc, argv);
}
