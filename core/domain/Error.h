#pragma once

#include <QString>
#include <stdexcept>

namespace seamfinder {

/// What went wrong, as far as a caller may want to act on it. The sentence for the user is made in ui (or by
/// the command line) from the code; `detail` is the technical part, in English, for logs and for the curious.
enum class ErrorCode {
    NotFound,      ///< the file or row does not exist
    NotAStudy,     ///< the file is no SQLite database, or one of another program
    Damaged,       ///< the file is a study, but parts of it cannot be read
    NewerVersion,  ///< written by a newer Seamfinder that did not allow this one to read it
    ReadOnly,      ///< a write was asked of a study that is open for reading only
    Locked,        ///< another process holds the study's lock
    AlreadyExists, ///< the target of a creation exists
    DiskFull,      ///< the storage is full
    CannotRead,    ///< the operating system refused to read
    CannotWrite,   ///< the operating system refused to write
    Conflict,      ///< undo or redo met rows that are no longer as the journal knows them
    InvalidInput,  ///< a value, file or option breaks its documented rules
    Cancelled,     ///< the caller asked to stop
    Internal,      ///< a broken promise inside the program
};

/// The one exception type of core. `subject` names the file, row or option it concerns; it may be empty.
class Error : public std::runtime_error
{
public:
    Error(ErrorCode code, const QString &detail, const QString &subject = {})
        : std::runtime_error(detail.toStdString())
        , m_code(code)
        , m_detail(detail)
        , m_subject(subject)
    {
    }

    [[nodiscard]] ErrorCode code() const noexcept { return m_code; }
    [[nodiscard]] const QString &detail() const noexcept { return m_detail; }
    [[nodiscard]] const QString &subject() const noexcept { return m_subject; }

private:
    ErrorCode m_code;
    QString m_detail;
    QString m_subject;
};

} // namespace seamfinder
