#pragma once

#include <QStringList>

namespace seamfinder {

struct Command;

/// The command that the arguments name, or nullptr where they ask for the window.
[[nodiscard]] const Command *commandFor(const QStringList &arguments);

/// Runs a command and returns the exit code (design: 0 done, 1 failed with one sentence on stderr, 2 wrong
/// usage). Needs an application object.
[[nodiscard]] int runCommand(const Command &command, const QStringList &arguments);

/// What the program as a whole can do, for `seamfinder --help`.
[[nodiscard]] QString overview();

} // namespace seamfinder
