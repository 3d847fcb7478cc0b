#pragma once

#include "core/exchange/CsvFormat.h"

#include <QStringList>

namespace seamfinder {

class OutputFile;

/// Writes one record, each cell quoted as it needs.
void writeCsvLine(const CsvFormat &format, const QStringList &cells, OutputFile &file);

} // namespace seamfinder
