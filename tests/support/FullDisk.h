#pragma once

#include <QtGlobal>
#include <sys/resource.h>

namespace seamfinder::test {

/// As on a full disk: while one lives, no file of this process grows beyond `bytes`.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes = 0);
    ~FullDisk();
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before = {};
    void (*m_handler)(int);
};

} // namespace seamfinder::test
