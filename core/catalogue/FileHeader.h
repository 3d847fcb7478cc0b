#pragma once

#include <QString>

namespace seamfinder {

/// What a file is, judged from its first bytes alone, so that what is refused is never touched. The layout is
/// that of https://www.sqlite.org/fileformat2.html#the_database_header.
enum class FileVerdict : quint8 {
    Study,      ///< a study of this version or of an older one
    Newer,      ///< a study of a newer version
    NotAStudy,  ///< another kind of file
    Empty,      ///< no bytes at all
    Missing,    ///< nothing there
    Unreadable, ///< the operating system refuses
};

struct FileHeader
{
    FileVerdict verdict = FileVerdict::Missing;
    int schemaVersion = 0;
};

/// Reads the header with plain file calls: only for a file that this process does not have open, since
/// closing it would drop SQLite's locks (https://www.sqlite.org/howtocorrupt.html, section 2.2).
[[nodiscard]] FileHeader readFileHeader(const QString &path);

} // namespace seamfinder
