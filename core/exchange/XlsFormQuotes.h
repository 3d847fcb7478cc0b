#pragma once

#include "core/protocol/TranslatableText.h"

#include <QHash>

namespace seamfinder {

/// Texts quote answers as ${name}. Other programs would not open a form that quotes what no question is
/// named:
/// ${row.title} and ${row.sentence}, which are the program's own. In a form they stand as {row.title}; a text
/// that says {row.title} itself gets a dot: {.row.title}.
[[nodiscard]] QString toFormQuotes(const QString &text);
[[nodiscard]] QString fromFormQuotes(const QString &text);
[[nodiscard]] TranslatableText withFormQuotes(TranslatableText text);

/// The names in quotes by those that they have here.
[[nodiscard]] QString withRenamedQuotes(const QString &text, const QHash<QString, QString> &renamed);

} // namespace seamfinder
