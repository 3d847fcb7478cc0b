#include "tests/support/FullDisk.h"

#include <csignal>

namespace seamfinder::test {

FullDisk::FullDisk(rlim_t bytes)
    : m_handler(
          std::signal(SIGXFSZ, SIG_IGN)) // else the kernel ends the process instead of refusing the write
{
    if (getrlimit(RLIMIT_FSIZE, &m_before) != 0)
        qFatal("the limit of files cannot be read");
    const rlimit none{bytes, m_before.rlim_max};
    if (setrlimit(RLIMIT_FSIZE, &none) != 0)
        qFatal("files cannot be limited");
}

FullDisk::~FullDisk()
{
    setrlimit(RLIMIT_FSIZE, &m_before);
    std::signal(SIGXFSZ, m_handler);
}

} // namespace seamfinder::test
