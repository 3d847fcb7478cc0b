#pragma once

#include <QString>

namespace seamfinder::test {

/// The root of the source tree, set by CTest.
QString sourceDir();
/// Where the built programs are, set by CTest.
QString binDir();

} // namespace seamfinder::test
