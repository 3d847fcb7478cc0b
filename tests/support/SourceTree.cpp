#include "tests/support/SourceTree.h"

#include <QtGlobal>

namespace seamfinder::test {

QString sourceDir()
{
    return qEnvironmentVariable("SEAMFINDER_SOURCE_DIR");
}

QString binDir()
{
    return qEnvironmentVariable("SEAMFINDER_BIN_DIR");
}

} // namespace seamfinder::test
