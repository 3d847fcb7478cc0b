#pragma once

#include "core/exchange/CsvExport.h"

namespace seamfinder {

/// How much of the study an export would hold, and how much it would without its filter.
struct ExportSize
{
    struct Part
    {
        qint64 chosen = 0, all = 0;

        friend bool operator==(const Part &, const Part &) = default;
    };

    Part examples{}, gaps{};
    Part interviews{}; ///< of answers and paradata, which have rows of interviews; else nothing

    friend bool operator==(const ExportSize &, const ExportSize &) = default;
};

/// What `exportCsv` would write with these options: neither counts what must not leave. Reads the compact
/// columns (seconds, of a million examples) except for answers and paradata without a filter.
[[nodiscard]] ExportSize exportSize(Connection &db, const CsvOptions &options);

} // namespace seamfinder
