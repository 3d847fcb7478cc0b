#pragma once

#include "core/domain/Id.h"

#include <QString>
#include <QVector>

namespace seamfinder {

class Connection;
class Edit;

/// `LoggedExport::format` of a whole copy of the study.
inline constexpr QLatin1StringView studyCopyFormat{"study copy"};

/// What left the study, as the study remembers it.
struct LoggedExport
{
    qint64 id = 0;
    qint64 time = 0; ///< milliseconds since 1970 UTC
    CoderId coder{};
    QString format;                      ///< "csv gaps", "csv paradata", "chart png", "table json" …
    QString path;                        ///< absolute; "-" for standard output
    QVector<ParticipantId> participants; ///< about whom it is
};

/// Writes an export into the study's list. It is no step of the journal: undo does not unmake a file.
void logExport(Edit &edit, const QString &format, const QString &path,
               const QVector<ParticipantId> &participants);

[[nodiscard]] QVector<LoggedExport> readExportLog(Connection &db); ///< newest first

} // namespace seamfinder
