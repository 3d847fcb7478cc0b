#pragma once

#include <QString>

namespace seamfinder {

class Connection;
class Edit;

/// The pseudonyms of people who were erased. A table from elsewhere names people by nothing else, so without
/// this it would bring them back. Kept as salted hashes among the tombstones: they can be asked for, and
/// nobody reads them in the file.

void rememberErasedPseudonym(Edit &edit, const QString &pseudonym);

/// Case and spaces at the ends make no difference.
[[nodiscard]] bool isErasedPseudonym(Connection &db, const QString &pseudonym);

} // namespace seamfinder
