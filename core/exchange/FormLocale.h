#pragma once

#include <QLocale>

namespace seamfinder {

/// How a form's language writes dates and numbers: as this machine does where that is its language, too.
[[nodiscard]] QLocale formLocale(const QString &language);

/// A text in the quotes of a language: “…”, „…“, « … », «…». What is shown of a protocol is quoted so, too.
[[nodiscard]] QString formQuoted(const QString &text, const QString &language);

/// A number as one reads it in the language; without separators of thousands, as it may be a year.
[[nodiscard]] QString formNumber(double number, const QString &language);

} // namespace seamfinder
