#pragma once

#include <QStringList>

namespace seamfinder {

/// Of several choices, one that says that there is nothing to choose ("nobody", "none") or that it is not
/// known stands alone: beside another it would contradict it. Its key says so, in the codebook as in a
/// protocol's own choices, so that every file format keeps it: nobody, none, none-known, not-known, unknown,
/// or a reason for having no answer (MissingCode.h); "_" counts as "-".
[[nodiscard]] bool standsAlone(QStringView key);

/// What is picked once `key` is picked too: what stands alone takes the place of the others, and gives way to
/// them.
[[nodiscard]] QStringList withPicked(const QStringList &picked, const QString &key);

} // namespace seamfinder
