#include "app/CommandLine.h"

#include "app/commands/Command.h"
#include "core/domain/Error.h"
#include "ui/shell/Sentences.h"

#include <cstdio>
#include <QFileInfo>

namespace seamfinder {

using namespace Qt::StringLiterals;

namespace {
int complain(int code, const QString &sentence)
{
    fprintf(stderr, "seamfinder: %s\n", qUtf8Printable(sentence));
    return code;
}

// One line: the sentence in words of a terminal, and where only that helps what exactly was wrong.
QString sentenceWithDetail(const Error &error)
{
    const QString subject = QFileInfo(error.subject()).fileName();
    const QString name = subject.isEmpty() ? u"standard output"_s : u"“%1”"_s.arg(subject);
    switch (error.code()) {
    case ErrorCode::InvalidInput:
        return error.detail();
    case ErrorCode::DiskFull: // those of the window speak of what is on its screen
        return u"the disk is full, so %1 could not be written; make room and try again"_s.arg(name);
    case ErrorCode::CannotWrite:
        return u"%1 could not be written: %2"_s.arg(name, error.detail());
    case ErrorCode::NotFound:
        return u"there is no file %1; nothing was changed"_s.arg(name);
    default:
        return sentenceFor(error);
    }
}
} // namespace

const Command *commandFor(const QStringList &arguments)
{
    if (arguments.size() < 2)
        return nullptr;
    for (const Command &command : commands()) {
        if (arguments[1] == QLatin1StringView(command.name))
            return &command;
    }
    return nullptr;
}

int runCommand(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption help = parser.addHelpOption();
    parser.setApplicationDescription(
        u"seamfinder %1: %2"_s.arg(QLatin1StringView(command.name), QLatin1StringView(command.summary)));
    command.declare(parser);
    // The command's own name is not one of its arguments.
    if (!parser.parse(arguments.first(1) + arguments.mid(2)))
        return complain(WrongUsage, parser.errorText());
    try {
        if (parser.isSet(help)) {
            print(parser.helpText()
                      .replace(u" [options]"_s, u" %1 [options]"_s.arg(QLatin1StringView(command.name)))
                      .toUtf8());
            return Done;
        }
        if (const QStringList given = parser.positionalArguments(); given.size() > command.arguments)
            throw UsageError(u"“%1” is one argument too many; see --help"_s.arg(given[command.arguments]));
        return command.run(parser);
    } catch (const UsageError &error) {
        return complain(WrongUsage, QString::fromUtf8(error.what()));
    } catch (const Error &error) {
        return complain(error.code() == ErrorCode::InvalidInput ? WrongUsage : Failed,
                        sentenceWithDetail(error));
    } catch (const std::exception &error) {
        return complain(Failed, QString::fromUtf8(error.what()));
    }
}

QString overview()
{
    QString text = u"seamfinder [STUDY]          open the window\n"_s;
    for (const Command &command : commands())
        text += u"seamfinder %1 …\n    %2\n"_s.arg(QLatin1StringView(command.name), -8)
                    .arg(QLatin1StringView(command.summary));
    return text + u"\nseamfinder COMMAND --help tells more. Exit codes: 0 done, 1 failed, 2 wrong usage.\n"_s;
}

} // namespace seamfinder
