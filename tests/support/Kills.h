#pragma once

#include <QtGlobal>

namespace seamfinder::test {

/// How often the tests that kill do so: SEAMFINDER_KILLS (`./dev test-kill` sets 500), 50 without it.
[[nodiscard]] inline int killRounds()
{
    bool given = false;
    const int rounds = qEnvironmentVariableIntValue("SEAMFINDER_KILLS", &given);
    return given ? qMax(1, rounds) : 50;
}

} // namespace seamfinder::test
