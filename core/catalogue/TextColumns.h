#pragma once

#include <QLatin1StringView>
#include <span>

namespace seamfinder {

/// A column that holds what somebody typed.
struct TextColumn
{
    QLatin1StringView table, column;
};

/// All of them. A test compares them with the schema, so that a new one is not forgotten by what must find
/// every text.
[[nodiscard]] std::span<const TextColumn> textColumns();

/// The columns of type TEXT that hold the program's own keys, never somebody's words.
[[nodiscard]] std::span<const TextColumn> keyColumns();

} // namespace seamfinder
