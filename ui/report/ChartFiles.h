#pragma once

#include "ui/report/ChartData.h"

#include <QByteArray>
#include <QImage>
#include <QString>

namespace seamfinder {

/// RFC 4180, UTF-8. Cells that a spreadsheet would run as a formula get an apostrophe before them.
[[nodiscard]] QByteArray csvOf(const TableRows &rows);
/// For the clipboard: tabs and line ends.
[[nodiscard]] QString plainTextOf(const TableRows &rows);
[[nodiscard]] QString htmlOf(const TableRows &rows);
[[nodiscard]] QByteArray pngOf(const QImage &image);

} // namespace seamfinder
