#pragma once

#include <QByteArrayView>
#include <QStringList>
#include <QVector>

namespace seamfinder {

/// Whether a line without any character is a row (of no cells).
enum class EmptyLines : quint8 { Skip, Keep };

/// Reads RFC 4180: quoted cells with doubled quotes, lines ended by CR LF, LF or CR; a BOM at the start is
/// passed over. Error InvalidInput, with the line, for a quote that is never closed or stands in the wrong
/// place.
[[nodiscard]] QVector<QStringList> readCsv(QByteArrayView text, char delimiter = ',',
                                           EmptyLines emptyLines = EmptyLines::Skip);

} // namespace seamfinder
