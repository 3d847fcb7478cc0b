#pragma once

namespace seamfinder {

/// SQLite locks with fcntl(F_SETLK), and a process loses all such locks on a file when any part of it opens
/// and closes that file: a file dialog that looks what kind of file a study is would free the study for other
/// programs, whose last connection then deletes our write-ahead log with everything in it
/// (https://sqlite.org/howtocorrupt.html, "POSIX advisory locks canceled by a separate thread doing
/// close()").
///
/// From the first call on, SQLite's locks in this process belong to open files instead (F_OFD_SETLK, see
/// fcntl(2)): nobody else's close() frees them, and other processes see them as before. Safe to call again,
/// from any thread. Where the system has no such locks, or a file cannot be opened again for them, those of
/// SQLite stay.
void lockByOpenFile();

} // namespace seamfinder
