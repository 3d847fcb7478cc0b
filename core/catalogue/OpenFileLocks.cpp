#include "core/catalogue/OpenFileLocks.h"

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <fcntl.h>
#include <map>
#include <mutex>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace seamfinder {

#ifdef F_OFD_SETLK

namespace {

using FileKey = std::pair<dev_t, ino_t>;

/// Where SQLite puts its locks of a database (PENDING_BYTE, see its file format); those of the "-shm" file
/// lie below. All connections of the process share the first, through whichever of their descriptors; the
/// second are taken through one descriptor.
constexpr off_t firstDatabaseLock = 0x40000000;

/// For each database that is locked, one descriptor of our own that holds the locks of all its connections.
struct Holders
{
    std::mutex mutex;
    std::map<FileKey, int> descriptors;
};

Holders &holders()
{
    static Holders all;
    return all;
}

int openAgain(int descriptor)
{
    char name[40];
    std::snprintf(name, sizeof name, "/proc/self/fd/%d", descriptor);
    const int writable = ::open(name, O_RDWR | O_CLOEXEC);
    return writable >= 0 ? writable : ::open(name, O_RDONLY | O_CLOEXEC);
}

bool isWholeFile(const struct flock &lock)
{
    return lock.l_start == 0 && lock.l_len == 0;
}

int lockDatabase(int descriptor, int command, struct flock &lock)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        return -1;
    const FileKey key(status.st_dev, status.st_ino);
    Holders &all = holders();
    const std::lock_guard guard(all.mutex);
    auto holder = all.descriptors.find(key);
    if (holder == all.descriptors.end()) {
        if (lock.l_type == F_UNLCK)
            return ::fcntl(descriptor, command, &lock); // nothing of ours, perhaps of SQLite's own
        const int opened = openAgain(descriptor);
        if (opened < 0)
            return ::fcntl(descriptor, command, &lock);
        holder = all.descriptors.emplace(key, opened).first;
    }
    const int ofOpenFile = command == F_GETLK ? F_OFD_GETLK : command == F_SETLK ? F_OFD_SETLK : F_OFD_SETLKW;
    const int result = ::fcntl(holder->second, ofOpenFile, &lock);
    const int error = errno;
    if (lock.l_type == F_UNLCK && isWholeFile(lock) && command != F_GETLK) {
        ::close(holder->second); // so that the disk can be unmounted
        all.descriptors.erase(holder);
    }
    errno = error;
    return result;
}

int lockByDescription(int descriptor, int command, ...)
{
    va_list arguments;
    va_start(arguments, command);
    void *argument = va_arg(arguments, void *);
    va_end(arguments);
    if (command != F_GETLK && command != F_SETLK && command != F_SETLKW)
        return ::fcntl(descriptor, command, argument);
    auto &lock = *static_cast<struct flock *>(argument);
    lock.l_pid = 0; // as locks of open files want it
    if (isWholeFile(lock) || lock.l_start >= firstDatabaseLock)
        return lockDatabase(descriptor, command, lock);
    const int ofOpenFile = command == F_GETLK ? F_OFD_GETLK : command == F_SETLK ? F_OFD_SETLK : F_OFD_SETLKW;
    return ::fcntl(descriptor, ofOpenFile, &lock);
}

} // namespace

void lockByOpenFile()
{
    static const int done = [] {
        sqlite3_vfs *files = sqlite3_vfs_find(nullptr);
        return files && files->iVersion >= 3 && files->xSetSystemCall
                   ? files->xSetSystemCall(files, "fcntl",
                                           reinterpret_cast<sqlite3_syscall_ptr>(&lockByDescription))
                   : SQLITE_NOTFOUND;
    }();
    (void)done;
}

#else

void lockByOpenFile() {}

#endif

} // namespace seamfinder
