#pragma once

#include "core/catalogue/Connection.h"

#include <string>
#include <unordered_map>

namespace seamfinder {

/// The names that an export writes again and again, looked up once and kept as UTF-8.
struct CsvNames
{
    struct Named
    {
        std::string label, key;
    };
    struct Interview
    {
        std::string date, protocol, version, coders;
    };

    explicit CsvNames(Connection &db);

    std::unordered_map<qint64, Named> terms, roles; ///< roles: of a participant, joined
    std::unordered_map<qint64, std::string> participants, systems, coders, incidents;
    std::unordered_map<qint64, Interview> interviews;
};

} // namespace seamfinder
