#pragma once

#include <functional>
#include <QCommandLineParser>
#include <QString>
#include <QStringList>
#include <span>
#include <stdexcept>

namespace seamfinder {

/// How the process ends.
enum ExitCode : int { Done = 0, Failed = 1, WrongUsage = 2 };

/// A command was given wrongly: the sentence goes to stderr, with exit code 2.
class UsageError : public std::runtime_error
{
public:
    explicit UsageError(const QString &sentence)
        : std::runtime_error(sentence.toStdString())
    {
    }
};

/// One word of the command line. `declare` adds its arguments and options to the parser; `run` does the job
/// on the parsed ones and throws Error or UsageError when it cannot.
struct Command
{
    const char *name;
    const char *summary;
    bool needsPictures = false; ///< wants a QGuiApplication (the offscreen platform is enough)
    void (*declare)(QCommandLineParser &);
    int (*run)(const QCommandLineParser &);
    int arguments = 1; ///< how many it takes besides options; one more is wrong usage
};

[[nodiscard]] std::span<const Command> commands();

extern const Command newCommand, infoCommand, checkCommand, exportCommand, gapsCommand, importCommand,
    playCommand;

/// The positional argument at this place. UsageError where it is missing.
[[nodiscard]] QString argument(const QCommandLineParser &parser, int place, const QString &name);

/// Writes to standard output, whole or not at all (CannotWrite).
void print(const QByteArray &text);

/// Progress on stderr, where that is a terminal.
[[nodiscard]] std::function<void(double)> terminalProgress();

} // namespace seamfinder
