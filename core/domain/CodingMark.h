#pragma once

#include <optional>
#include <QLatin1StringView>
#include <QStringView>

namespace seamfinder {

/// What singles out one of the terms that are coded in a facet.
enum class CodingMark : quint8 {
    None,
    Main,    ///< of several elements or roles, the main one
    MisfitA, ///< "A does not fit B": the element A
    MisfitB, ///< and B
};

/// As written in files: "main", "misfit-a", "misfit-b"; empty for None.
QLatin1StringView keyOf(CodingMark mark);
std::optional<CodingMark> codingMarkFromKey(QStringView key);

} // namespace seamfinder
