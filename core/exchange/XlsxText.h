#pragma once

#include <QString>

namespace seamfinder {

/// What a cell's format makes of its number.
enum class NumberLook : quint8 { Number, Date, Time, DateAndTime };

/// Of a built-in format (ECMA-376 part 1, 18.8.30) or, if `code` is given, of a custom one: "dd/mm/yyyy".
[[nodiscard]] NumberLook numberLook(int id, const QString &code = {});

/// A number cell as people read it: "5", "2.5", "2026-03-01", "14:30:00". Days are counted from 1900 (where,
/// for the sake of an older program, there is a 29th of February) or from 1904. What is no number stays.
[[nodiscard]] QString numberText(const QString &stored, NumberLook look, bool from1904);

/// A cell that is a date by its type, as ISO 8601 has it: "2026-03-01", or "2026-03-01 14:30:00". What is
/// none stays.
[[nodiscard]] QString dateText(const QString &stored);

/// Signs that XML cannot hold stand in cells as "_x0001_" (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
[[nodiscard]] QString fromXstring(const QString &stored);
[[nodiscard]] QString toXstring(const QString &text);

} // namespace seamfinder
