#include "app/commands/Command.h"

#include "core/domain/Error.h"

#include <array>
#include <cstdio>
#include <memory>
#include <unistd.h>

namespace seamfinder {

std::span<const Command> commands()
{
    static const std::array all{newCommand,    infoCommand, checkCommand, exportCommand,
                                importCommand, gapsCommand, playCommand};
    return all;
}

QString argument(const QCommandLineParser &parser, int place, const QString &name)
{
    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() <= place)
        throw UsageError(QStringLiteral("%1 is missing; see --help").arg(name));
    return arguments[place];
}

void print(const QByteArray &text)
{
    if (fwrite(text.constData(), 1, size_t(text.size()), stdout) != size_t(text.size()) ||
        fflush(stdout) != 0)
        throw Error(ErrorCode::CannotWrite, QStringLiteral("standard output does not take the text"));
}

std::function<void(double)> terminalProgress()
{
    if (isatty(STDERR_FILENO) == 0)
        return {};
    return [last = std::make_shared<int>(-1)](double done) {
        const int percent = int(done * 100);
        if (percent == *last)
            return;
        *last = percent;
        fprintf(stderr, percent >= 100 ? "\r      \r" : "\r%3d %%", percent);
        fflush(stderr);
    };
}

} // namespace seamfinder
